/** "SN" of "Sari Nurhayati", "S" of "Sari". Titles before a name and degrees after it are not the name. */
export function initialsOf(name: string): string {
  const [called = ''] = name.split(',')
  const words = called.split(/\s+/).filter((word) => /^\p{L}/u.test(word) && !word.endsWith('.'))
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined]
  return [first, last].map((word) => word?.charAt(0).toUpperCase() ?? '').join('') || '?'
}
