import { remembered } from '../kernel/remembered.ts'

/**
 * PERSON-1 One spelling for names that Indonesians write in several: old and new orthography (oe/u, dj/j, tj/c),
 * shortened names (Moh., Muh., M. for Muhammad), doubled letters, titles and punctuation. Used to find people who
 * may be the same, never to tell them apart.
 */
export function nameKey(name: string): string {
  // A mark over a letter is no gap between two words.
  const letters = /^[ -~]*$/.test(name) ? name : name.normalize('NFKD').replace(/\p{M}/gu, '')
  const words = letters
    .toLowerCase()
    .replace(glottal, '')
    .replace(/[^a-z ]/g, ' ')
    .split(' ')
    .filter((word) => word !== '' && !titles.has(word))
  return words.map(keyOf).join(' ')
}

/** PERSON-2 How alike two names are, 0 to 1: the share of letter pairs that both have (Dice). */
export function likeness(left: string, right: string): number {
  const [a, b] = [pairsOf(nameKey(left)), pairsOf(nameKey(right))]
  const both = [...a].filter((pair) => b.has(pair)).length
  return a.size + b.size === 0 ? 0 : (2 * both) / (a.size + b.size)
}

// Ma'ruf is Maruf. Behind Nur it parts two words: Nur'aini is written Nur Aini as often.
const glottal = /(?<=[a-z])(?<!\bnur)['’‘`ʼ´](?=[a-z])/g

const titles = new Set([
  'bapak',
  'bpk',
  'pak',
  'ibu',
  'bu',
  'h',
  'hj',
  'haji',
  'hajjah',
  'alm',
  'almh',
  'drs',
  'dra',
  'ir',
  'dr',
  'se',
  'spd',
  'sh',
])
const wholeWords: Readonly<Record<string, string>> = {
  m: 'muhamad',
  mo: 'muhamad',
  moh: 'muhamad',
  muh: 'muhamad',
  mohd: 'muhamad',
  mhd: 'muhamad',
  muhd: 'muhamad',
  moch: 'muhamad',
  much: 'muhamad',
  mokh: 'muhamad',
  mukh: 'muhamad',
  ach: 'ahmad',
  akh: 'ahmad',
  abd: 'abdul',
  st: 'siti',
  srie: 'sri',
}

const muhammad = /^m[uo](c|k)?ham+[ae][dt]$/

const keyOf = remembered(keyOfWord)

function keyOfWord(word: string): string {
  const whole = wholeWords[word]
  if (whole) return whole
  if (muhammad.test(word)) return 'muhamad'
  return word
    .replace(/oe/g, 'u')
    .replace(/dj/g, 'j')
    .replace(/tj/g, 'c')
    .replace(/sj/g, 'sy')
    .replace(/nj/g, 'ny')
    .replace(/ie$/, 'i')
    .replace(/y$/, 'i')
    .replace(/(.)\1+/g, '$1')
}

function pairsOf(key: string): Set<string> {
  const padded = ` ${key} `
  return new Set(Array.from({ length: Math.max(0, padded.length - 1) }, (_, at) => padded.slice(at, at + 2)))
}
