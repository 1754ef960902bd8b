/** What failed while the others were done. */
export type Faults = unknown[]

/**
 * Does something for each, `atOnce` of them at a time; gives for how many it did. One that fails keeps none of the others
 * back: its fault is put with the others, for `throwAll` when everything is done.
 */
export async function each<Item>(
  items: Iterable<Item>,
  atOnce: number,
  faults: Faults,
  run: (item: Item) => Promise<boolean>,
): Promise<number> {
  const waiting = items[Symbol.iterator]()
  let done = 0
  const turn = async (): Promise<void> => {
    for (let next = waiting.next(); !next.done; next = waiting.next()) {
      try {
        if (await run(next.value)) done++
      } catch (error) {
        faults.push(error)
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, turn))
  return done
}

/** A job in which something failed has failed: it is said in the log, and tried again. */
export function throwAll(faults: Faults): void {
  const [first] = faults
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} failed; the first: ${String(first)}`)
}
