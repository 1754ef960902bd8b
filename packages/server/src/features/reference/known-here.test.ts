import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OfficeRow } from '@openslrt/core/office/office.ts'
import { covers, placeCode } from '@openslrt/core/place/code.ts'
import { anOffice } from '@openslrt/core/testing/an-office.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import { property, seed } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { closedOn, closuresIn, groupDays } from './closed-days.ts'
import { Followed } from './followed.ts'
import { OfficeBook } from './office-book.ts'
import { oneAtATime } from './one-at-a-time.ts'

const places = ['00', '34', '34.04', '34.04.07', '34.04.07.2001', '34.04.07.2002', '34.02', '35'].map((code) =>
  placeCode.parse(code),
)
/** One telling of an office: which, how old the telling is, what it is and where. */
const told = fc.record({
  office: fc.integer({ min: 1, max: 8 }),
  version: fc.integer({ min: 1, max: 6 }),
  place: fc.constantFrom(...places),
  kind: fc.constantFrom('puskesos', 'secretariat', 'provider', 'agency'),
  active: fc.boolean(),
})
const rowOf = ({ office, ...own }: typeof told extends fc.Arbitrary<infer Value> ? Value : never): OfficeRow =>
  anOffice({ ...own, id: ids.office(office), parent: null, name: `Kantor ${office} ${own.version}` })

/** What is known once tellings came in some order: of each office the latest, of equally late ones the last. */
function latest(tellings: readonly OfficeRow[]): readonly OfficeRow[] {
  const known = new Map<string, OfficeRow>()
  for (const row of tellings) if (row.version >= (known.get(row.id)?.version ?? 0)) known.set(row.id, row)
  return [...known.values()]
}
const idsOf = (rows: readonly OfficeRow[]) => rows.map(({ id }) => String(id)).toSorted()

property(
  'OFFICE-15 however late, twice or in whatever order offices are told, each is known as it was last',
  fc.array(told, { maxLength: 40 }),
  (tellings) => {
    const book = new OfficeBook()
    const rows = tellings.map(rowOf)
    for (const row of rows) book.put(row, `Desa ${row.place}`)
    const known = latest(rows)
    assert.deepEqual(
      [...book.all().values()].map(({ id, version, place }) => [id, version, place]).toSorted(),
      known.map(({ id, version, place }) => [id, version, place]).toSorted(),
    )
    for (const place of places) {
      const serving = book.serving(place)
      assert.deepEqual(idsOf(serving), idsOf(known.filter((one) => covers(one.place, place))))
      const far = serving.map((one) => (one.place === '00' ? 0 : one.place.length))
      assert.deepEqual(
        far,
        far.toSorted((one, other) => other - one),
        'the nearest first',
      )
      const hosts = known.filter((one) => one.place === place && ['puskesos', 'secretariat'].includes(one.kind))
      assert.equal(book.hostAt(place), idsOf(hosts)[0] ?? null)
      if (known.some((one) => one.place === place)) assert.equal(book.placeName(place), `Desa ${place}`)
    }
  },
)

property(
  'OFFICE-15 whoever keeps what is made of all offices is told when something is new, and not when nothing is',
  fc.array(told, { minLength: 1, maxLength: 20 }),
  (tellings) => {
    const book = new OfficeBook()
    let before = book.told
    for (const row of tellings.map(rowOf)) {
      const isLate = (book.all().get(row.id)?.version ?? 0) > row.version
      book.put(row, 'Desa')
      assert.equal(book.told > before, !isLate)
      before = book.told
    }
  },
)

interface Row {
  readonly district: string
  readonly seq: number
}
const ledgers = ['00', '34', '34.04', '34.02']
/** A table as ledgers write it, of which one question gives a few rows of each ledger. */
function aTable(most: number) {
  const rows: Row[] = []
  const asked: (readonly number[])[] = []
  let broken = false
  return {
    rows,
    asked,
    write: (district: string) => {
      rows.push({ district, seq: 1 + rows.filter((row) => row.district === district).length })
    },
    breaks: (is: boolean) => {
      broken = is
    },
    select: ({ ledgers: of, seqs }: { readonly ledgers: readonly string[]; readonly seqs: readonly number[] }) => {
      asked.push(seqs)
      if (broken) return Promise.reject(new Error('away'))
      const found = of.flatMap((ledger, nth) =>
        rows.filter((row) => row.district === ledger && row.seq > (seqs[nth] ?? 0)).slice(0, most),
      )
      return Promise.resolve(found)
    },
  }
}

const step = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...ledgers) },
  { weight: 2, arbitrary: fc.constant('read') },
  { weight: 1, arbitrary: fc.constant('break') },
)
test('OFFICE-15 whatever is written between readings, and whichever of them breaks off, each row is read once and none is missed', async () => {
  const holds = fc.asyncProperty(
    fc.array(step, { maxLength: 60 }),
    fc.integer({ min: 1, max: 5 }),
    async (steps, most) => {
      const table = aTable(most)
      const followed = new Followed<Row>(ledgers, table.select)
      const seen: Row[] = []
      const take = (rows: readonly Row[]) => void seen.push(...rows)
      await followed.readAll(take)
      for (const one of steps) {
        if (one === 'read') await followed.readNew(take)
        else if (one === 'break') {
          table.breaks(true)
          await assert.rejects(followed.readNew(take), /away/)
          table.breaks(false)
        } else table.write(one)
      }
      await followed.readNew(take)
      const order = (rows: readonly Row[]) => rows.map(({ district, seq }) => `${district} ${seq}`).toSorted()
      assert.deepEqual(order(seen), order(table.rows))
      for (const ledger of ledgers) {
        const last = table.rows.filter(({ district }) => district === ledger).length
        assert.equal(followed.seqOf(ledger), last === 0 ? -1 : last)
      }
      assert.equal(followed.seqOf('99.99'), -1, 'a ledger that nobody follows')
    },
  )
  await fc.assert(holds, { numRuns: 60, seed })
})

test('START-6 of a hundred who ask while it is read, all share one reading that begins after they asked', async () => {
  let [begun, ended] = [0, 0]
  const gates: (() => void)[] = []
  const refresh = oneAtATime(async () => {
    begun++
    await new Promise<void>((resolve) => void gates.push(resolve))
    ended++
  })
  const first = refresh()
  const others = Array.from({ length: 100 }, () => refresh())
  assert.deepEqual([begun, ended], [1, 0])
  gates[0]?.()
  await first
  await new Promise((resolve) => void setImmediate(resolve))
  gates[1]?.()
  await Promise.all(others)
  assert.deepEqual([begun, ended], [2, 2])
})

const day = fc.record({
  place: fc.constantFrom(...places.slice(0, 3).map(String), '34.02', '35'),
  day: fc.constantFrom('2026-12-24', '2026-12-25', '2026-12-31'),
  closed: fc.boolean(),
  name: fc.constantFrom('Natal', 'Cuti bersama'),
})
/** Of what was said of a day, what counts in a district: the nearest place, and of one place the last word. */
function wordOn(days: readonly { place: string; day: string; closed: boolean }[], district: string, on: string) {
  for (const place of [district, district.slice(0, 2), '00']) {
    const word = days.findLast((one) => one.place === place && one.day === on)
    if (word) return word.closed
  }
  return false
}

property(
  'LISTS-15, CLOCK-1 a district is closed on a day as the nearest place says that spoke of it, and each place by its last word',
  fc.array(day, { maxLength: 25 }),
  (said) => {
    const days = said.map((one) => ({ ...one, basis: 'SKB 3 Menteri' }))
    const grouped = groupDays(days)
    for (const district of ['34.04', '34.02', '35.01']) {
      const closed = closedOn(grouped, district)
      const kept = closuresIn(grouped, district)
      for (const on of ['2026-12-24', '2026-12-25', '2026-12-31', '2027-01-01']) {
        assert.equal(closed.has(on), wordOn(days, district, on), `${district} ${on}`)
        assert.equal(
          kept.has(on),
          days.some((one) => one.day === on && [district, district.slice(0, 2), '00'].includes(one.place)),
        )
      }
    }
  },
)
