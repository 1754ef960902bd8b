/** More words than names are made of in a district. */
const most = 20_000

/**
 * A function of a word that knows what it said before: names of a million people are made of some thousand words. It holds
 * no more than so many, and no whole names.
 */
export function remembered(of: (word: string) => string): (word: string) => string {
  const said = new Map<string, string>()
  return (word) => {
    const known = said.get(word)
    if (known !== undefined) return known
    const made = of(word)
    if (said.size < most && word.length < 40) said.set(word, made)
    return made
  }
}
