import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'

/** Where a phone stands, and within how many metres it knows that. */
export interface Spot {
  readonly lat: number
  readonly long: number
  readonly accuracy: number
}
export type NoSpot = 'none' | 'denied'

/** A satellite may take so long to be heard between houses; nobody waits for it. */
const patienceMs = 30_000
/** As far off as the wire takes: further says nothing. */
const farthest = 100_000

/** FIELD-10 Asks the phone once where it stands. It may not be allowed to say, or not know: all goes on without. */
export function findSpot(sensor: Pick<Geolocation, 'getCurrentPosition'> | undefined): Promise<Result<Spot, NoSpot>> {
  return new Promise((go) => {
    if (!sensor) return go(no('none'))
    sensor.getCurrentPosition(
      ({ coords }) => go(spotOf(coords)),
      ({ code, PERMISSION_DENIED }) => go(no(code === PERMISSION_DENIED ? 'denied' : 'none')),
      { enableHighAccuracy: true, timeout: patienceMs, maximumAge: 60_000 },
    )
  })
}

const spotOf = ({ latitude, longitude, accuracy }: GeolocationCoordinates): Result<Spot, NoSpot> =>
  Number.isFinite(accuracy) && accuracy <= farthest
    ? ok({ lat: rounded(latitude), long: rounded(longitude), accuracy: Math.round(accuracy) })
    : no('none')

/** A tenth of a metre: more digits are no more true. */
const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6

/** FIELD-10 What an accuracy is worth, for whoever does not think in metres. */
export function worthOf(metres: number): 'fine' | 'fair' | 'rough' {
  if (metres <= 20) return 'fine'
  return metres <= 100 ? 'fair' : 'rough'
}
