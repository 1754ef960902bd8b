import type { ProposalData } from '@openslrt/core/contract/proposal.ts'
import type { ProposalCard } from '@openslrt/core/contract/proposal-queries.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'

/** Where a house stands, as it is typed or as the device told it. */
export interface SpotValues {
  readonly lat: string
  readonly long: string
  /** How well the device knew, in metres; nothing once somebody typed. */
  readonly accuracy: string
}

export const spotValues = (spot: ProposalCard['spot']): SpotValues => ({
  lat: spot ? String(spot.lat) : '',
  long: spot ? String(spot.long) : '',
  accuracy: String(spot?.accuracy ?? ''),
})

/** A degree as people write it: with a comma or a point, and with letters for the side of the equator. */
export function degree(typed: string, most: number): number | null {
  const plain = typed.trim().replace(',', '.').replace(/°/g, '')
  const found = /^(-?)(\d{1,3}(?:\.\d{1,10})?)\s*(LS|S|LU|N|BT|E)?$/i.exec(plain)
  if (!found) return null
  const [, minus, digits = '', side = ''] = found
  const south = minus === '-' || /^(LS|S)$/i.test(side)
  const value = Number(digits) * (south ? -1 : 1)
  return Math.abs(value) <= most ? value : null
}

/** What is wrong with a place: half of it, or no degrees. An empty one is none. */
export function spotFaults({ lat, long }: SpotValues, t: Say): Partial<Record<'lat' | 'long', string>> {
  if (lat.trim() === '' && long.trim() === '') return {}
  return {
    ...(degree(lat, 90) === null && { lat: t('proposal.evidence.lat.wrong') }),
    ...(degree(long, 180) === null && { long: t('proposal.evidence.long.wrong') }),
  }
}

/** A place as it is sent. */
export function spotOf({ lat, long, accuracy }: SpotValues): ProposalData['evidence']['spot'] {
  const [y, x] = [degree(lat, 90), degree(long, 180)]
  return y === null || x === null ? null : { lat: y, long: x, accuracy: accuracy === '' ? null : Number(accuracy) }
}

/** A place as it is read: degrees as maps take them, and how sure they are. */
export function saySpot({ lat, long, accuracy }: NonNullable<ProposalCard['spot']>, t: Say): string {
  const at = `${lat.toFixed(5)}, ${long.toFixed(5)}`
  return accuracy === null
    ? t('proposal.evidence.typed', { at })
    : t('proposal.evidence.told', { at, metres: Math.round(accuracy) })
}
