import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { answersOfAll } from '@openslrt/core/testing/an-assessment.ts'
import { startTestHouse } from '../../testing/house.ts'
import { act, assessed, cameTo, independenceHouse, pageFor, thisYear } from '../../testing/independence.ts'

const house = await startTestHouse({ logLevel: 'silent' })
const people = await independenceHouse(house)
const { manager, province, offices } = people
const of = await assessed(people, thisYear, 'drafted', 1)
const save = (answers: readonly object[], by = manager, base: number | null = null) =>
  act(by, 'save', of, { answers }, base)
const one = (own: object = {}) => ({ code: 'budget-apbd', level: 3, text: 'DPA 2026 halaman 12.', ...own })

test('INDEP-4 the system’s own figures stand beside, counted as they are', async () => {
  const { figures } = await pageFor(manager, of)
  assert.ok(figures)
  const [villages] = await house.owner<{ n: number }>(
    "select count(*)::int as n from place where level = 'village' and parent like '34.04.%' and valid_to is null",
  )
  assert.deepEqual(figures.puskesos, { n: 2, of: villages?.n })
  assert.deepEqual(figures.posts, { n: 1, of: 6 }, 'a manager, and nobody else of those that are needed')
  assert.deepEqual(
    [figures.handled, figures.confirmed, figures.referred],
    Array.from({ length: 3 }, () => ({ n: 0, of: 0 })),
  )
  await house.staffAt(offices.caturtunggal, 'facilitator')
  await house.owner(
    `insert into case_day_count (district, day, measure, n) values ('34.04', current_date, 'registered', 10), ('34.04', current_date - 400, 'registered', 90),
      ('34.04', current_date, 'answered', 4), ('34.04', current_date, 'settled', 2), ('34.04', current_date, 'confirmed', 3),
      ('34.02', current_date, 'registered', 50)`,
  )
  const later = (await pageFor(manager, of)).figures
  assert.deepEqual([later?.posts.n, later?.facilitated.n], [2, 1])
  assert.deepEqual(
    [later?.handled, later?.confirmed],
    [
      { n: 6, of: 10 },
      { n: 3, of: 6 },
    ],
    'of the last year, of this district',
  )
})

test('INDEP-10 colleagues fill different parts at once, and nothing of either is lost', async () => {
  const colleague = await house.staffAt(offices.secretariat, 'manager')
  const both = await Promise.all([
    save([one({ code: 'data-safe' }), one({ code: 'data-devices' })]),
    save([one({ code: 'service-handled', level: 2 })], colleague),
  ])
  assert.deepEqual(both.map(cameTo), ['done', 'done'])
  const { answers, assessorNames } = await pageFor(manager, of)
  assert.deepEqual(
    ['data-safe', 'data-devices', 'service-handled'].map((code) => answers[code]?.level),
    [3, 3, 2],
  )
  assert.equal(assessorNames.length, 2)
})

test('INDEP-10 whoever names the version they saw is told when it moved; a repeat is answered as the first time', async () => {
  assert.equal(cameTo(await save([one()], manager, 1)), 'stale')
  const { version } = await pageFor(manager, of)
  const sent = { ...of, id: randomUUID(), base: version, doneAt: new Date().toISOString(), data: { answers: [one()] } }
  const [first, again] = [await manager.send('independence.save', sent), await manager.send('independence.save', sent)]
  assert.deepEqual([first.status, again.status, again.body['seq']], [200, 200, first.body['seq']])
  assert.equal((await pageFor(manager, of)).version, version + 1)
})

test('INDEP-10 odd words are refused at the door, unknown indicators by the law', async () => {
  for (const own of [
    { level: 5 },
    { level: -1 },
    { level: 1.5 },
    { level: '3' },
    { text: 'x'.repeat(1_001) },
    { text: 'a\u0000b' },
    { colour: 'red' },
    { code: '' },
  ])
    assert.equal((await save([one(own)])).status, 400, JSON.stringify(own).slice(0, 40))
  assert.equal((await save([])).status, 400)
  assert.equal((await save(Array.from({ length: 61 }, () => one()))).status, 400)
  assert.equal(cameTo(await save([one(), one()])), 'assessment-indicator')
  for (const code of ['luck', 'constructor', 'to-string'])
    assert.equal(cameTo(await save([one({ code })])), 'assessment-indicator', code)
})

test('INDEP-11 a level beside its figure is explained before it is handed in; the figures of that moment are kept', async () => {
  await save(answersOfAll(1, ''))
  const refused = await act(manager, 'submit', of)
  assert.deepEqual(
    [refused.status, refused.body['code'], JSON.stringify(refused.body).includes('"count":')],
    [422, 'assessment-reason', true],
  )
  await save(answersOfAll(1, 'Tertulis di laporan dinas.'))
  assert.equal(cameTo(await act(manager, 'submit', of)), 'done')
  await house.owner("update case_day_count set n = 9 where district = '34.04' and measure = 'answered'")
  const { figures, status } = await pageFor(province, of)
  assert.deepEqual([status, figures?.handled], ['submitted', { n: 6, of: 10 }], 'what was so then')
})

test('INDEP-12 what comes back says what is missing; only what was changed is looked at again', async () => {
  const judged = answersOfAll(1).map((said) => ({ ...said, text: '' }))
  const differing = judged.map((said) => (said.code === 'budget-apbd' ? { ...said, level: 0 } : said))
  assert.equal(cameTo(await act(province, 'judge', of, { answers: differing })), 'assessment-reason')
  assert.equal(cameTo(await act(province, 'judge', of, { answers: judged })), 'done')
  for (const note of ['', '  ', 'ab', 'x'.repeat(4_001)])
    assert.equal((await act(province, 'return', of, { note })).status, 400)
  assert.equal(cameTo(await act(province, 'return', of, { note: 'Lampirkan DPA.' })), 'done')
  const back = await pageFor(manager, of)
  assert.deepEqual(
    [back.status, back.note, back.acts.toSorted()],
    ['returned', 'Lampirkan DPA.', ['save', 'submit', 'withdraw']],
  )
  await save([one({ level: 4 })])
  assert.equal(cameTo(await act(manager, 'submit', of)), 'done')
  assert.equal(cameTo(await act(province, 'verify', of)), 'assessment-unjudged')
  const again = await pageFor(province, of)
  assert.deepEqual([again.note, Object.keys(again.judged).length, again.judged['budget-apbd']], [null, 26, undefined])
  assert.equal(cameTo(await act(province, 'judge', of, { answers: [one({ level: 4, text: '' })] })), 'done')
})

test('INDEP-12 of two who end it at once one does: verified, or withdrawn', async () => {
  const both = await Promise.all([act(province, 'verify', of), act(manager, 'withdraw', of, { note: 'Salah tahun.' })])
  assert.deepEqual(both.map(cameTo).toSorted(), ['assessment-step', 'done'])
  const rest = await Promise.all([
    act(manager, 'save', of, { answers: [one()] }),
    act(province, 'judge', of, { answers: [one()] }),
  ])
  assert.deepEqual(rest.map(cameTo), ['assessment-step', 'assessment-step'])
})
