/** A long calculation that rests after each step: whoever runs it decides what else is done in between. */
export type Steps<Made> = Generator<undefined, Made, undefined>

/** Makes something of each item, one a step. */
export function* each<Item, Made>(items: readonly Item[], make: (item: Item) => Made): Steps<readonly Made[]> {
  const made: Made[] = []
  for (const item of items) {
    made.push(make(item))
    yield
  }
  return made
}
