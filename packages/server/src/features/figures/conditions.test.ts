import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { Face } from '@openslrt/core/condition/condition.ts'
import { faceNames, faces } from '@openslrt/core/condition/condition.ts'
import type { Conditions } from '@openslrt/core/contract/conditions.ts'
import { conditionRoutes } from '@openslrt/core/contract/conditions.ts'
import { dayIn, dayMs } from '@openslrt/core/kernel/instant.ts'
import { seed } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { aDistrictOffice, openOffice, sleman } from '../../testing/a-district-office.ts'
import { aProgrammeOf, needsOf } from '../../testing/a-need.ts'
import type { Client } from '../../testing/client.ts'
import { startTestHouse } from '../../testing/house.ts'
import { peopleIn } from '../../testing/people.ts'
import { countConditions } from './index.ts'

const house = await startTestHouse()
const offices = await aDistrictOffice(house)
const { family, person } = peopleIn(house)
const pacitan = await openOffice(house, { name: 'Sekretariat Pacitan', kind: 'secretariat', place: '35.01' })
const ministry = await openOffice(house, { name: 'Pusat', kind: 'national-office', level: 'nation', place: '00' })
const desk = await house.staffAt(offices.caturtunggal, 'fo')
const coordinator = await house.staffAt(offices.maguwoharjo, 'coordinator')
const manager = await house.staffAt(offices.secretariat, 'manager')
const leader = await house.staffAt(offices.secretariat, 'leader')
const elsewhere = await house.staffAt(pacitan, 'leader')
const nation = await house.staffAt(ministry, 'ministry')

const { worker } = house.parts.pools
let clock = Date.now()
/** Lets a day go by, so that whatever was written is due, and counts. */
const count = (): Promise<number> => {
  clock += dayMs
  return countConditions({ pool: worker, reference: house.parts.reference }, clock)
}
const read = (client: Client, query: Readonly<Record<string, string>> = {}): Promise<Conditions> =>
  client.read(conditionRoutes.read, { query })
type Values = Readonly<Record<string, number>>
const valuesIn = (of: Conditions, face: Face): Values => named(of.faces.find((one) => one.face === face)?.values ?? [])
const below = (of: Conditions, place: string): Values =>
  named(of.below.find((one) => one.place === place)?.values ?? [])
const named = (values: Conditions['below'][number]['values']): Values =>
  Object.fromEntries(values.map(({ value, n }) => [value, n]))
const sumOf = (values: Values): number => Object.values(values).reduce((sum, n) => sum + n, 0)

test('CONDITION-8 before the first count nothing is told but that nothing was counted', async () => {
  const empty = await read(manager)
  assert.deepEqual([empty.day, empty.uncounted], [null, 1])
  assert.ok(empty.faces.every(({ values }) => values.every(({ n }) => n === 0)))
})

test('CONDITION-1 families, people and pupils of a village are counted for it, its sub-district and its district', async () => {
  const poor = await family({ desil: 1, desilOn: '2026-07-10', values: { jenis_lantai_terluas: '5' } })
  await person({ family: poor, birthDate: '2014-05-05', values: { partisipasi_sekolah: '3' } })
  await person({ family: poor, birthDate: '1990-05-05', values: { penglihatan: '4' } })
  await family({ desil: 2, desilOn: '2026-07-10', place: sleman.maguwoharjo })
  await family({ desil: null, desilOn: null, place: sleman.sinduadi })
  await person({ birthDate: '2013-01-01', values: {} })
  await family({ desil: 3, status: 'moved' })
  await person({ status: 'dead', birthDate: '2013-01-01' })
  await count()
  const district = await read(manager)
  const { desil, snapshot, disability, school } = Object.fromEntries(
    faceNames.map((face) => [face, valuesIn(district, face)]),
  )
  assert.deepEqual([desil?.['1'], desil?.['2'], desil?.['3'], desil?.['unknown']], [1, 1, 0, 1])
  assert.deepEqual(snapshot, { unknown: 1, '2026-Q3': 2 })
  assert.deepEqual([disability?.['with'], sumOf(disability ?? {})], [1, 3])
  assert.deepEqual(school, { out: 1, in: 0, unknown: 1 })
  assert.deepEqual([below(district, sleman.depok)['1'], below(district, '34.04.06')['unknown']], [1, 1])
  const depok = await read(manager, { place: sleman.depok })
  assert.deepEqual([below(depok, sleman.caturtunggal)['1'], below(depok, sleman.maguwoharjo)['2']], [1, 1])
  const village = await read(coordinator)
  assert.deepEqual([village.place.code, valuesIn(village, 'desil')['2'], village.below], [sleman.maguwoharjo, 1, []])
})

test('CONDITION-1 what a member has of a programme, or needs, is what the family has, or needs', async () => {
  const programme = await aProgrammeOf(manager, offices.dinsos)
  const own = await family()
  const member = await person({ family: own })
  const { record } = needsOf(desk)
  await record({ person: member, family: null })
  const said = { status: 'receives', reason: null, since: null, until: null, amountRight: 'yes', onTime: 'yes' }
  const words = { useful: 'yes', saidBy: 'family', saidOn: '2026-01-02', need: null }
  const holder = { person: member, family: null, case: null }
  await desk.does('participation.record', { subject: randomUUID(), data: { holder, ...programme, ...said, ...words } })
  await count()
  const district = await read(manager, { face: 'programmes' })
  const programmes = valuesIn(district, 'programmes')
  assert.deepEqual([programmes['one'], programmes['several']], [1, 0])
  assert.deepEqual(valuesIn(district, 'needs')['open'], 1)
  assert.equal(below(district, sleman.depok)['one'], 1)
})

test('CONDITION-8 a district is counted anew when its ledger went on, the sooner the less work it is, and once a week', async () => {
  await count()
  assert.equal(await countConditions({ pool: worker, reference: house.parts.reference }, clock), 0)
  assert.equal(await count(), 0, 'nothing was written since')
  await family()
  assert.equal(await count(), 1)
  await family()
  const again = () => countConditions({ pool: worker, reference: house.parts.reference }, clock)
  assert.equal(await again(), 0, 'not at the same moment')
  await house.owner("update condition_counted set took_ms = 15000 where district = '34.04'")
  clock += 49 * 60_000
  assert.equal(await again(), 0, 'not while the rest of a long count lasts')
  clock += 2 * 60_000
  assert.equal(await again(), 1)
  clock += 7 * dayMs
  assert.ok((await count()) >= 1, 'children grow')
  const { day } = await read(manager)
  assert.equal(day, dayIn('Asia/Jakarta', clock))
})

test('CONDITION-5 who may not open people is told multiples of the base, and the same ones until the number changes', async () => {
  for (let n = 0; n < 3; n++) await family({ desil: 7 })
  await count()
  const exact = await read(manager, { face: 'desil' })
  const told = await read(leader, { face: 'desil' })
  assert.deepEqual([exact.opens, told.opens, told.base], [true, false, 5])
  for (const face of faceNames) {
    const [own, rounded] = [valuesIn(exact, face), valuesIn(told, face)]
    for (const [value, n] of Object.entries(rounded)) {
      assert.equal(n % 5, 0, `${face} ${value}`)
      assert.ok(Math.abs(n - (own[value] ?? 0)) < 5, `${face} ${value}`)
    }
  }
  await family({ desil: 9 })
  await count()
  const again = await read(leader)
  assert.equal(valuesIn(again, 'desil')['7'], valuesIn(told, 'desil')['7'])
})

test('CONDITION-7 the nation adds up what its districts tell', async () => {
  const district = await read(leader, { face: 'house' })
  const whole = await read(nation, { face: 'house' })
  assert.deepEqual([whole.place.level, whole.opens], ['nation', false])
  for (const face of faceNames)
    if (faces[face].values) assert.deepEqual(valuesIn(whole, face), valuesIn(district, face), face)
  assert.deepEqual(below(whole, '34'), valuesIn(district, 'house'))
  assert.equal(whole.uncounted, 0)
  await house.owner("delete from condition_counted where district in ('34.02', '35.01')")
  const province = await read(nation, { face: 'house', place: '34' })
  assert.deepEqual(below(province, '34.04'), valuesIn(district, 'house'))
  assert.deepEqual([province.uncounted, (await read(nation)).uncounted], [1, 2])
})

test('CONDITION-9 nobody reads how people of another place live', async () => {
  const asked = [
    [elsewhere, { place: '34.04' }],
    [coordinator, { place: sleman.caturtunggal }],
    [coordinator, { place: '34.04' }],
    [leader, { place: '00' }],
  ] as const
  for (const [reader, query] of asked) {
    const { status, body } = await reader.ask(conditionRoutes.read, { query })
    assert.deepEqual([status, body.code], [422, 'wrong-place'])
  }
  const own = await read(elsewhere)
  assert.ok(own.faces.every(({ values }) => values.every(({ n }) => n === 0)))
})

test('CONDITION-1 what is told of a district is what a count of its families says, whatever they are', async (context) => {
  context.diagnostic(`FC_SEED=${seed}`)
  const anyFamily = fc.record({
    desil: fc.constantFrom(null, 1, 5, 10),
    place: fc.constantFrom(sleman.caturtunggal, sleman.maguwoharjo, sleman.sinduadi),
    status: fc.constantFrom('known' as const, 'moved' as const),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(anyFamily, { minLength: 1, maxLength: 8 }), async (families) => {
      for (const own of families) await family({ ...own, desilOn: own.desil === null ? null : '2026-07-10' })
      await count()
      const rows = await house.owner<{ part: string; value: string; n: number }>(
        "select left(place, 8) as part, coalesce(desil::text, 'unknown') as value, count(*)::int as n from family where district = '34.04' and status = 'known' group by 1, 2",
      )
      const district = await read(manager)
      for (const { part, value, n } of rows) assert.equal(below(district, part)[value], n, `${part} ${value}`)
      assert.equal(
        sumOf(valuesIn(district, 'desil')),
        rows.reduce((sum, { n }) => sum + n, 0),
      )
    }),
    { seed, numRuns: 6 },
  )
})
