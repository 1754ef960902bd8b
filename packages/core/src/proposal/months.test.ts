import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Zone } from '../kernel/instant.ts'
import { dayIn, dayMs, hourMs, zones } from '../kernel/instant.ts'
import { monday } from '../testing/a-policy.ts'
import { aProposal } from '../testing/a-proposal.ts'
import { ids } from '../testing/ids.ts'
import { property } from '../testing/property.ts'
import { clockFor, clockWants, objectionDays, pressedAt } from './clock.ts'
import { daysOf, monthOf } from './cut-off.ts'
import { sheetOf, ticked, typedInto } from './sheet.ts'
import { usualCutOff } from './shipped.ts'

/** Ends of months and years in the three zones: the moment as a clock in Greenwich has it, and the month that it counts for. */
const ends: readonly (readonly [moment: string, zone: Zone, closes: number, month: string])[] = [
  ['2026-02-28T16:59:59Z', 'Asia/Jakarta', 28, '2026-02'],
  ['2026-02-28T17:00:00Z', 'Asia/Jakarta', 28, '2026-03'],
  ['2028-02-28T16:59:59Z', 'Asia/Jakarta', 28, '2028-02'],
  ['2028-02-28T17:00:00Z', 'Asia/Jakarta', 28, '2028-03'],
  ['2028-02-29T16:59:59Z', 'Asia/Jakarta', 28, '2028-03'],
  ['2028-02-29T17:00:00Z', 'Asia/Jakarta', 28, '2028-03'],
  ['2026-02-28T15:59:59Z', 'Asia/Makassar', 28, '2026-02'],
  ['2026-02-28T16:00:00Z', 'Asia/Makassar', 28, '2026-03'],
  ['2026-02-28T14:59:59Z', 'Asia/Jayapura', 28, '2026-02'],
  ['2026-02-28T15:00:00Z', 'Asia/Jayapura', 28, '2026-03'],
  ['2026-12-31T16:59:59Z', 'Asia/Jakarta', 17, '2027-01'],
  ['2026-12-31T17:00:00Z', 'Asia/Jakarta', 17, '2027-01'],
  ['2026-12-17T16:59:59Z', 'Asia/Jakarta', 17, '2026-12'],
  ['2026-12-17T17:00:00Z', 'Asia/Jakarta', 17, '2027-01'],
  ['2026-12-17T15:59:59Z', 'Asia/Makassar', 17, '2026-12'],
  ['2026-12-17T16:00:00Z', 'Asia/Makassar', 17, '2027-01'],
  ['2026-12-17T14:59:59Z', 'Asia/Jayapura', 17, '2026-12'],
  ['2026-12-17T15:00:00Z', 'Asia/Jayapura', 17, '2027-01'],
  ['2026-09-30T17:00:00Z', 'Asia/Jakarta', 1, '2026-10'],
  ['2026-10-01T16:59:59Z', 'Asia/Jakarta', 1, '2026-10'],
  ['2026-10-01T17:00:00Z', 'Asia/Jakarta', 1, '2026-11'],
  ['2026-10-31T15:30:00Z', 'Asia/Jayapura', 1, '2026-11'],
  ['2026-10-31T15:30:00Z', 'Asia/Jakarta', 1, '2026-11'],
  ['2026-09-30T15:30:00Z', 'Asia/Jayapura', 1, '2026-10'],
  ['2026-09-30T15:30:00Z', 'Asia/Jakarta', 1, '2026-10'],
]
for (const [moment, zone, closes, month] of ends)
  test(`PROPOSAL-20 ${moment} in ${zone}, where day ${closes} closes, counts for ${month}`, () => {
    assert.equal(monthOf(zone, Date.parse(moment), { ...usualCutOff, closes }), month)
  })

const moment = fc.integer({ min: Date.parse('2026-01-01T00:00Z'), max: Date.parse('2032-12-31T00:00Z') })
const zone = fc.constantFrom(...zones)

property(
  'PROPOSAL-20 further east it counts for the same month or the next one, never for an earlier',
  moment,
  (now) => {
    const [west, middle, east] = zones.map((one) => monthOf(one, now, usualCutOff))
    assert.ok((west ?? '') <= (middle ?? '') && (middle ?? '') <= (east ?? ''))
  },
)

property(
  'PROPOSAL-20 the last moment of the closing day counts for its month, and the next for another',
  fc.tuple(moment, zone),
  ([now, where]) => {
    const month = monthOf(where, now, usualCutOff)
    const { closes, pulled, finalised } = daysOf(month, usualCutOff)
    const hours = { 'Asia/Jakarta': 7, 'Asia/Makassar': 8, 'Asia/Jayapura': 9 }[where]
    const midnight = Date.parse(`${closes}T00:00:00Z`) + dayMs - hours * hourMs
    assert.equal(monthOf(where, midnight - 1, usualCutOff), month)
    assert.ok(monthOf(where, midnight, usualCutOff) > month)
    assert.equal(dayIn(where, midnight - 1), closes)
    assert.ok(closes < pulled && pulled <= finalised && finalised.startsWith(month))
  },
)

/** The clock of an objection, word by word. */
property(
  'PROPOSAL-22 the moments of an objection lie seven, twelve and fourteen days after what counts, whatever the month',
  moment,
  (from) => {
    const running = clockFor('objection', from)
    assert.ok(running.dueAt !== null)
    const moments = objectionDays.map((_days, nth) => pressedAt(running.dueAt ?? 0, nth))
    assert.deepEqual(
      moments,
      objectionDays.map((days) => from + days * dayMs),
    )
    assert.equal(pressedAt(running.dueAt, objectionDays.length), null)
    assert.equal(running.pressAt, moments[0])
    const row = aProposal({ kind: 'objection', ...running })
    for (const [nth, act] of (['warn', 'escalate', 'overdue'] as const).entries()) {
      const at: number = moments[nth] ?? 0
      assert.equal(clockWants(row, at), act)
      assert.notEqual(clockWants(row, at - 1), act)
      assert.equal(clockWants({ ...row, pressed: nth + 1 }, at), null, 'said once')
    }
  },
)

const fields = ['nama', 'nomor_induk_kependudukan', 'alamat', 'keterangan'] as const
const tick = fc.record({
  target: fc.constantFrom('siks-ng', 'other'),
  fields: fc.subarray([...fields]),
  done: fc.boolean(),
  by: fc.constantFrom(ids.staff(1), ids.staff(2)),
  at: fc.integer({ min: monday, max: monday + dayMs }),
})
property(
  'PROPOSAL-10 however values are ticked off and taken back, each has one tick at most in a system, the first one’s',
  fc.array(tick, { maxLength: 20 }),
  (ticks) => {
    let now: Parameters<typeof ticked>[0] = []
    for (const one of ticks) {
      const after = ticked(now, one)
      const which: readonly (string | null)[] = one.fields.length === 0 ? [null] : one.fields
      const stands = (all: typeof now) =>
        which.filter((field) => all.some((known) => known.target === one.target && known.field === field))
      if (after === null) {
        assert.equal(stands(now).length, one.done ? which.length : 0, 'nothing was to be done')
        continue
      }
      assert.equal(stands(after).length, one.done ? which.length : 0)
      for (const before of now)
        if (one.done || before.target !== one.target) assert.ok(after.includes(before), 'others stay')
      assert.equal(ticked(after, one), null, 'the same again changes nothing')
      now = after
    }
    const keys = now.map(({ target, field }) => `${target} ${field}`)
    assert.equal(new Set(keys).size, keys.length)
    assert.equal(
      typedInto(now, 'siks-ng'),
      now.find(({ target, field }) => target === 'siks-ng' && field === null) ?? null,
    )
  },
)

property(
  'PROPOSAL-10 a sheet has each field once in the order of its system, what is asked for before what is known',
  fc.tuple(fc.shuffledSubarray([...fields]), fc.option(fc.constantFrom('Budi', ''))),
  ([order, after]) => {
    const asks = JSON.stringify([{ name: 'nama', before: 'Siti', after }])
    const lines = sheetOf(aProposal({ asked: asks, note: 'Catatan' }), 'siks-ng', order, {
      alamat: 'Jl. A',
      nama: 'Lain',
    })
    assert.deepEqual(
      lines.map(({ field }) => field),
      order,
    )
    const value = (name: string) => lines.find(({ field }) => field === name)?.value
    if (order.includes('nama')) assert.equal(value('nama'), after ?? '', 'what is to be emptied is empty')
    if (order.includes('alamat')) assert.equal(value('alamat'), 'Jl. A')
    if (order.includes('keterangan')) assert.equal(value('keterangan'), 'Catatan')
    assert.ok(lines.every((line) => line.tick === null))
  },
)
