import type { LedgerCode } from '../place/code.ts'

/** INDEP-15 Fewer than these are no peers: a median of four gives one of them away. */
export const fewestPeers = 5

export type Among = 'province' | 'islands'
export interface Peers {
  readonly among: Among
  readonly districts: readonly LedgerCode[]
}

/** INDEP-15 Kemendagri numbers cities from 71 on. */
export const isCity = (district: LedgerCode): boolean => Number(district.slice(3, 5)) >= 71

/** The great islands by the first digit of a province's code; Riau Islands (21) belong to Sumatra. */
const islandsOf = (district: LedgerCode): string => (district.startsWith('2') ? '1' : district.slice(0, 1))

/**
 * INDEP-15 Groups of districts that one may be held beside, the nearest first: of its kind, in its province, then in its
 * group of islands; itself is none of them. A group that is too small is left out.
 */
export function peerGroups(district: LedgerCode, all: readonly LedgerCode[]): readonly Peers[] {
  const alike = all.filter((one) => one !== district && isCity(one) === isCity(district))
  const groups: readonly Peers[] = [
    { among: 'province', districts: alike.filter((one) => one.slice(0, 2) === district.slice(0, 2)) },
    { among: 'islands', districts: alike.filter((one) => islandsOf(one) === islandsOf(district)) },
  ]
  return groups.filter(({ districts }) => districts.length >= fewestPeers)
}
