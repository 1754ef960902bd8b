import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { independenceRoutes } from '@openslrt/core/contract/independence-queries.ts'
import { answersOfAll } from '@openslrt/core/testing/an-assessment.ts'
import { withOwner } from '../../platform/db/pools.ts'
import { rebuildDistrict } from '../../platform/ledger/rebuild.ts'
import { startTestHouse } from '../../testing/house.ts'
import { act, assessed, cameTo, independenceHouse, mayRead, pageFor, thisYear } from '../../testing/independence.ts'
import { assertVerified } from '../../testing/verified.ts'

const house = await startTestHouse({ logLevel: 'silent' })
const people = await independenceHouse(house)
const { manager, head, leader, neighbour, province, other, nation, offices } = people
const of = { subject: randomUUID(), district: '34.04' }
const answers = answersOfAll(2, 'Tertulis di laporan dinas.')
const begun = (who = manager, district = '34.04') => who.read(independenceRoutes.district, { query: { district } })

test('INDEP-3 a year goes from the first word to the signature, and everybody whom it concerns reads so', async () => {
  assert.deepEqual((await begun()).mayDraft, [thisYear, thisYear - 1])
  await manager.does('independence.draft', { ...of, data: { year: thisYear } })
  assert.deepEqual((await begun()).mayDraft, [thisYear - 1])
  await manager.does('independence.save', { ...of, data: { answers: answers.slice(0, 12) } })
  const half = await pageFor(manager, of)
  assert.deepEqual([Object.keys(half.answers).length, half.score.total.known, half.score.category], [12, 12, null])
  assert.equal(cameTo(await act(manager, 'submit', of)), 'assessment-missing')
  await manager.does('independence.save', { ...of, data: { answers: answers.slice(12) } })
  await manager.does('independence.submit', { ...of, data: {} })
  const handed = await pageFor(province, of)
  assert.deepEqual(handed.acts.toSorted(), ['judge', 'return', 'verify'])
  assert.equal(cameTo(await act(province, 'verify', of)), 'assessment-unjudged')

  const found = { ...answers[0], level: 0, text: 'Perbupnya sudah dicabut.' }
  await province.does('independence.judge', { ...of, data: { answers: [found, ...answers.slice(1)] } })
  await province.does('independence.verify', { ...of, data: {} })
  assert.equal(cameTo(await act(manager, 'save', of, { answers })), 'assessment-step')
  await head.does('independence.sign', { ...of, data: {} })
  for (const reader of [manager, head, leader, province, nation]) {
    const page = await pageFor(reader, of)
    assert.deepEqual([page.status, page.acts, page.judged[found.code ?? '']?.level], ['signed', [], 0])
    assert.equal(page.signerName !== null && page.verifierNames.length === 1 && page.assessorNames.length === 1, true)
  }
})

test('INDEP-6 the score that stands is the one that was found, and the row holds it', async () => {
  const { score, placeName } = await pageFor(nation, of)
  const [row] = await house.owner<{ score: number; profile: Record<string, number> }>(
    "select score, profile from independence where status = 'signed'",
  )
  assert.equal(score.total.share, row?.score)
  assert.equal(row?.profile['budget'], 5_000)
  assert.ok((row?.profile['regulation'] ?? 9_999) < 5_000)
  assert.deepEqual([score.category?.names.id, placeName], ['Bertumbuh', 'Kabupaten Sleman'])
})

test('INDEP-13 neither a neighbour nor another province reads it, drafts are their district’s own', async () => {
  const draft = await assessed(people, thisYear - 1, 'drafted')
  for (const who of [neighbour, other]) {
    assert.equal(await mayRead(who, of), 404)
    assert.equal(await mayRead(who, draft), 404)
    assert.equal((await who.ask(independenceRoutes.district, { query: { district: '34.04' } })).status, 422)
  }
  for (const who of [province, nation]) {
    assert.equal(await mayRead(who, of), 200)
    assert.equal(await mayRead(who, draft), 404, 'nothing was handed in')
    assert.deepEqual(
      (await begun(who)).items.map(({ year }) => year),
      [thisYear],
    )
  }
  assert.equal(await mayRead(leader, draft), 200)
  const village = await house.staffAt(offices.caturtunggal, 'coordinator')
  assert.equal(await mayRead(village, of), 404, 'not the matter of a village')
  const provider = await house.staffAt(offices.rsud, 'provider')
  assert.equal(
    (await provider.ask(independenceRoutes.one, { query: { district: '34.04', id: of.subject } })).status,
    403,
  )
  assert.equal((await house.stranger().ask(independenceRoutes.places)).status, 401)
  await manager.does('independence.withdraw', { ...draft, data: { note: 'Salah tahun.' } })
})

test('INDEP-5 whoever is elsewhere, or lacks the right, does nothing to it', async () => {
  const own = await assessed(people, thisYear - 1, 'submitted')
  const tries: readonly (readonly [who: typeof manager, kind: string, data: object, code: string])[] = [
    [neighbour, 'withdraw', { note: 'Bukan kami.' }, 'assessment-unknown'],
    [other, 'judge', { answers }, 'assessment-unknown'],
    [other, 'verify', {}, 'assessment-unknown'],
    [other, 'return', { note: 'Bukan kami.' }, 'assessment-unknown'],
    [nation, 'judge', { answers }, 'not-permitted'],
    [manager, 'judge', { answers }, 'not-permitted'],
    [province, 'sign', {}, 'not-permitted'],
    [province, 'save', { answers }, 'not-permitted'],
    [leader, 'withdraw', { note: 'Ingin.' }, 'not-permitted'],
    [head, 'sign', {}, 'assessment-step'],
  ]
  for (const [who, kind, data, code] of tries)
    assert.equal(cameTo(await act(who, kind, own, data)), code, `${kind} ${code}`)
  const [row] = await house.owner('select status, version from independence where id = $1', [own.subject])
  assert.deepEqual(row, { status: 'submitted', version: 3 })
  await manager.does('independence.withdraw', { ...own, data: { note: 'Salah tahun.' } })
})

test('INDEP-5 one person with all three posts still does not assess, verify and sign the same', async () => {
  const both = await house.staffAt(offices.secretariat, 'manager')
  await house.setUp('post.give', {
    subject: randomUUID(),
    district: '34.04',
    data: { staff: both.staff, office: offices.secretariat, role: 'agency-head' },
  })
  const own = await assessed({ manager: both, province, head }, thisYear - 1, 'verified')
  assert.equal(cameTo(await act(both, 'sign', own)), 'assessment-same')
  assert.deepEqual((await pageFor(both, own)).acts, [])
  assert.equal(cameTo(await act(head, 'sign', own)), 'done')
})

test('INDEP-8 one for a year: of two who begin it at once one is kept, and none of another district’s', async () => {
  const elsewhere = () => ({ subject: randomUUID(), district: '34.02' })
  const begin = () => act(neighbour, 'draft', elsewhere(), { year: thisYear })
  const all = await Promise.all(Array.from({ length: 6 }, begin))
  assert.deepEqual(all.map(cameTo).toSorted(), [...Array.from({ length: 5 }, () => 'assessment-there'), 'done'])
  assert.equal(cameTo(await act(manager, 'draft', elsewhere(), { year: thisYear })), 'wrong-district')
  assert.equal(cameTo(await act(province, 'draft', elsewhere(), { year: thisYear })), 'not-permitted')
  for (const year of [thisYear - 2, thisYear + 1])
    assert.equal(cameTo(await act(neighbour, 'draft', elsewhere(), { year })), 'assessment-year')
})

test('INDEP-3 the ledger proves assessments and writes them anew', async () => {
  const kept = () => house.owner("select * from independence where district = '34.04' order by id")
  const before = await kept()
  assert.equal(before.length, 4)
  await house.owner(
    "update independence set status = 'withdrawn', score = 1, answers = '{}', assessors = '{}' where district = '34.04'",
  )
  await withOwner(house.ownerUrl, (owner) => rebuildDistrict(owner, house.parts.ledger.keys, offices.district))
  assert.deepEqual(await kept(), before)
  await assertVerified(house)
})
