import assert from 'node:assert/strict'
import { test } from 'node:test'
import { visitCommandData } from '@openslrt/core/contract/visit.ts'
import { findSpot, worthOf } from './spot.ts'

const at = (latitude: number, longitude: number, accuracy: number): GeolocationPosition => {
  const coords = { latitude, longitude, accuracy, altitude: null, altitudeAccuracy: null, heading: null, speed: null }
  return { timestamp: 0, coords: { ...coords, toJSON: () => coords }, toJSON: () => coords }
}
const finds = (place: GeolocationPosition) => ({ getCurrentPosition: (tell: PositionCallback) => tell(place) })
const fails = (code: number) => ({
  getCurrentPosition: (_: PositionCallback, tell?: PositionErrorCallback | null) =>
    tell?.({ code, message: '', PERMISSION_DENIED: 1, POSITION_UNAVAILABLE: 2, TIMEOUT: 3 }),
})

test('FIELD-10 the result of a visit says where the phone stood and how well it knew that, as the wire takes it', async () => {
  const found = await findSpot(finds(at(-7.756_123_456, 110.389_876_543, 11.6)))
  assert.deepEqual(found, { ok: true, value: { lat: -7.756123, long: 110.389877, accuracy: 12 } })
  assert.ok(found.ok && visitCommandData.miss.shape.spot.safeParse(found.value).success)
})

test('FIELD-10 without a sensor, without leave and without a satellite all goes on', async () => {
  assert.deepEqual(await findSpot(undefined), { ok: false, error: 'none' })
  assert.deepEqual(await findSpot(fails(1)), { ok: false, error: 'denied' })
  assert.deepEqual(await findSpot(fails(3)), { ok: false, error: 'none' })
  assert.deepEqual(await findSpot(finds(at(-7, 110, 250_000))), { ok: false, error: 'none' })
})

test('FIELD-10 what an accuracy is worth is said in words', () => {
  assert.deepEqual([0, 20, 21, 100, 101].map(worthOf), ['fine', 'fine', 'fair', 'fair', 'rough'])
})
