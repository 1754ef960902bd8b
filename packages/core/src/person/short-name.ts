/** A name on paper that many hands hold: the first word whole, of each other its letter. "Siti Aminah Putri" is "Siti A. P." */
export function shortName(name: string): string {
  const [first = '', ...others] = name.trim().split(/\s+/)
  return [first, ...others.map((word) => `${[...word][0] ?? ''}.`.toUpperCase())].join(' ')
}
