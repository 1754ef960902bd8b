import type { Zone } from '../kernel/instant.ts'

// Keppres 41/1987: WIB, WITA and WIT by province. 61 and 62 have a zone name of their own for the time before 1988.
const wita = ['51', '52', '53', '63', '64', '65', '71', '72', '73', '74', '75', '76']
const wit = ['81', '82', '91', '92', '93', '94', '95', '96']
const kalimantan = ['61', '62']

/** The zone of a place or ledger, by its province; the nation's own offices keep Jakarta's time. */
export function shippedZone(code: string): Zone {
  const province = code.slice(0, 2)
  if (wita.includes(province)) return 'Asia/Makassar'
  if (wit.includes(province)) return 'Asia/Jayapura'
  return kalimantan.includes(province) ? 'Asia/Pontianak' : 'Asia/Jakarta'
}
