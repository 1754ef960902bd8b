import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { independenceRoutes } from '@openslrt/core/contract/independence-queries.ts'
import { answersOfAll, independenceData } from '@openslrt/core/testing/an-assessment.ts'
import { openOffice } from '../../testing/a-district-office.ts'
import { startTestHouse } from '../../testing/house.ts'
import { act, assessed, cameTo, independenceHouse, pageFor, thisYear } from '../../testing/independence.ts'

const house = await startTestHouse({ logLevel: 'silent' })
const people = await independenceHouse(house)
const { manager, head, province, offices } = people
const lineOf = async () =>
  (await province.read(independenceRoutes.places, { query: { q: 'sleman' } })).items.find(
    ({ district }) => district === '34.04',
  )
const yearsOf = async () => (await manager.read(independenceRoutes.district, { query: { district: '34.04' } })).items

test('INDEP-8 what was withdrawn makes room for another of the same year, and counts nowhere', async () => {
  const first = await assessed(people, thisYear, 'submitted', 4)
  assert.equal((await lineOf())?.score, 10_000)
  await manager.does('independence.withdraw', { ...first, data: { note: 'Salah bukti.' } })
  assert.deepEqual([(await lineOf())?.status, (await lineOf())?.id], [null, null])
  const second = await assessed(people, thisYear, 'submitted', 1)
  assert.deepEqual([(await lineOf())?.id, (await lineOf())?.score], [second.subject, 2_500])
  assert.deepEqual((await yearsOf()).map(({ status }) => status).toSorted(), ['submitted', 'withdrawn'])
  const gone = await pageFor(manager, first)
  assert.deepEqual([gone.status, gone.note, gone.acts, gone.trend], ['withdrawn', 'Salah bukti.', [], []])
  for (const [by, kind, data] of [
    [manager, 'save', independenceData.save],
    [manager, 'submit', {}],
    [province, 'judge', independenceData.judge],
    [head, 'sign', {}],
  ] as const)
    assert.equal(cameTo(await act(by, kind, first, data)), 'assessment-step', kind)
  await manager.does('independence.withdraw', { ...second, data: { note: 'Untuk uji lain.' } })
})

test('INDEP-12 two of the province look at different parts at once; both are kept, and both are named', async () => {
  const of = await assessed(people, thisYear, 'submitted', 2)
  const colleague = await house.staffAt(offices.diy, 'province')
  const all = answersOfAll(2, '')
  const both = await Promise.all([
    act(province, 'judge', of, { answers: all.slice(0, 14) }),
    act(colleague, 'judge', of, { answers: all.slice(14) }),
  ])
  assert.deepEqual(both.map(cameTo), ['done', 'done'])
  const page = await pageFor(province, of)
  assert.deepEqual([Object.keys(page.judged).length, page.verifierNames.length], [27, 2])
  assert.equal(cameTo(await act(colleague, 'verify', of, {}, page.version - 1)), 'stale')
  assert.equal(cameTo(await act(colleague, 'verify', of, {}, page.version)), 'done')
  assert.equal(cameTo(await act(province, 'return', of, { note: 'Terlambat.' })), 'assessment-step')
  await head.does('independence.sign', { ...of, data: {} })
  assert.equal(cameTo(await act(manager, 'withdraw', of, { note: 'Terlambat.' })), 'assessment-step')
})

test('INDEP-16 what was sent back is told as that, without its score, until it is handed in again', async () => {
  const of = await assessed(people, thisYear - 1, 'submitted', 3)
  await province.does('independence.return', { ...of, data: { note: 'Lampirkan DPA.' } })
  const told = (await province.read(independenceRoutes.places, { query: { year: thisYear - 1, show: 'open' } })).items
  assert.deepEqual(
    told.map(({ status, score, id }) => [status, score, id]),
    [['returned', null, null]],
  )
  await manager.does('independence.submit', { ...of, data: {} })
  const { counts } = await province.read(independenceRoutes.places, { query: { year: thisYear - 1 } })
  assert.deepEqual([counts.open, counts.submitted], [0, 1])
  await manager.does('independence.withdraw', { ...of, data: { note: 'Untuk uji lain.' } })
})

test('INDEP-2 a version that holds by now is that of what begins; what was begun before keeps its own questions', async () => {
  const old = await assessed(people, thisYear - 1, 'drafted', 2)
  const { from: _from, ...words } = independenceData.change
  const [first] = words.indicators
  assert.ok(first)
  const more = { ...words, least: 50, indicators: [...words.indicators, { ...first, code: 'regulation-new' }] }
  await house.owner(
    "insert into independence_instrument (district, id, version, seq, holds_from, words) values ('00', $1, 1, 1, current_date - 1, $2)",
    [randomUUID(), JSON.stringify(more)],
  )
  const fresh = { subject: randomUUID(), district: '34.02' }
  await people.neighbour.does('independence.draft', { ...fresh, data: { year: thisYear } })
  const extra = { answers: [{ code: 'regulation-new', level: 4, text: 'Perda 3.' }] }
  assert.equal(cameTo(await act(people.neighbour, 'save', fresh, extra)), 'done')
  assert.equal(cameTo(await act(manager, 'save', old, extra)), 'assessment-indicator')
  assert.deepEqual(
    [(await pageFor(people.neighbour, fresh)).score.total.all, (await pageFor(manager, old)).score.total.all],
    [28, 27],
  )
  assert.equal(cameTo(await act(manager, 'submit', old)), 'done', 'whole by its own instrument')
  await house.owner('delete from independence_instrument')
})

/** What is counted of Bantul now: villages with a Puskesos, with a facilitator, and kinds of posts. */
async function countedInBantul(): Promise<readonly number[]> {
  const [row] = await house.owner<{ id: string }>("select id from independence where district = '34.02'")
  const { figures } = await pageFor(people.neighbour, { subject: row?.id ?? '', district: '34.02' })
  assert.ok(figures)
  return [figures.puskesos.n, figures.facilitated.n, figures.posts.n]
}

test('INDEP-4 a Puskesos that closed, a post that ended and people who left are not counted', async () => {
  assert.deepEqual(await countedInBantul(), [0, 0, 1])
  const at = { kind: 'puskesos', level: 'village', place: '34.02.01.2001' }
  const puskesos = await openOffice(house, { name: 'Puskesos Bantul', ...at })
  const gone = await house.staffAt(puskesos, 'facilitator')
  const left = await house.staffAt(puskesos, 'fo')
  assert.deepEqual(await countedInBantul(), [1, 1, 3])
  await house.owner("update post set valid_until = now() - interval '1 day' where staff = $1", [gone.staff])
  await house.owner('update staff set active = false where id = $1', [left.staff])
  assert.deepEqual(await countedInBantul(), [1, 0, 1])
  await house.owner('update office set active = false where id = $1', [puskesos])
  assert.deepEqual(await countedInBantul(), [0, 0, 1])
})

test('INDEP-13 addresses of no district, or of none that there is, are refused', async () => {
  const asked = (district: string) => people.nation.ask(independenceRoutes.district, { query: { district } })
  assert.deepEqual([(await asked('34')).status, (await asked('00')).status], [422, 422])
  assert.equal(cameTo(await asked('34.99')), 'unknown-place')
  assert.equal((await asked('34.04.07')).status, 400)
  assert.equal((await asked('x')).status, 400)
  const one = (query: Record<string, string>) => people.nation.ask(independenceRoutes.one, { query })
  assert.equal((await one({ district: '34.04', id: randomUUID() })).status, 404)
  assert.equal((await one({ district: '34.04', id: '1' })).status, 400)
  assert.equal((await people.nation.ask(independenceRoutes.instrument, { query: { on: '2015-01-01' } })).status, 404)
  assert.equal((await people.nation.ask(independenceRoutes.instrument, { query: { on: 'kemarin' } })).status, 400)
})

test('INDEP-5 roles as shipped hold these rights and no others of them, and a role that joins them is refused', async () => {
  const rows = await house.owner<{ code: string; held: string[] }>(
    "select code, array(select p from unnest(permissions) p where p like 'independence.%') as held from role where permissions && array['independence.assess', 'independence.verify', 'independence.sign', 'independence.change'] order by code",
  )
  assert.deepEqual(
    rows.map(({ code, held }) => [code, ...held]),
    [
      ['agency-head', 'independence.sign'],
      ['manager', 'independence.assess'],
      ['national', 'independence.change'],
      ['province', 'independence.verify'],
    ],
  )
})
