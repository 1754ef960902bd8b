import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { accessRoutes } from '@openslrt/core/contract/access-queries.ts'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { caseData } from '@openslrt/core/testing/moves.ts'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import { aPdf, upload } from '../../testing/a-file.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import { startTestHouse } from '../../testing/house.ts'
import { forgetOldLooks } from './jobs.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const fo = await house.staffAt(offices.caturtunggal, 'fo')
const bo = await house.staffAt(offices.caturtunggal, 'bo')
const head = await house.staffAt(offices.caturtunggal, 'coordinator')
const manager = await house.staffAt(offices.secretariat, 'manager')
const neighbour = await house.staffAt(offices.maguwoharjo, 'coordinator')

const nik = '3404075203600099'
const client = { name: 'Parjiyem', nik, kk: null, phone: '081200000099', address: 'RT 9' }
const keyOf = (id: string) => ({ district: '34.04', id })

/** A case that was opened, found, revealed and downloaded. */
async function aLookedAtCase() {
  const { id, number } = await aCaseBy(fo, { client })
  const { body } = await upload(bo, '34.04', { bytes: aPdf, type: 'application/pdf' })
  const attachment = randomUUID()
  const data = { ...caseData.attach, attachment, sha256: String(body['sha256']) }
  await bo.does('case.attach', { subject: id, data })
  await bo.read(caseRoutes.card, { query: keyOf(id) })
  await bo.read(caseRoutes.card, { query: keyOf(id) })
  await fo.read(caseRoutes.card, { query: { ...keyOf(id), via: 'search' } })
  await bo.read(caseRoutes.reveal, { body: { ...keyOf(id), reason: 'Mencocokkan kartu' } })
  const file = `/api/files?${new URLSearchParams({ district: '34.04', case: id, attachment })}`
  assert.equal((await bo.raw({ method: 'GET', path: file })).status, 200)
  return { id, number }
}

test('ACCESS-16 the card of a case tells its head who opened, found, revealed and downloaded it, once a quarter of an hour', async () => {
  const { id, number } = await aLookedAtCase()
  const trail = await head.read(accessRoutes.trail, { query: keyOf(id) })
  assert.deepEqual([trail.number, trail.total], [number, 4])
  assert.deepEqual(trail.items.map(({ look, staff, office, reason }) => [look, staff, office, reason]).toSorted(), [
    ['file', bo.staff, offices.caturtunggal, ''],
    ['found', fo.staff, offices.caturtunggal, ''],
    ['open', bo.staff, offices.caturtunggal, ''],
    ['reveal', bo.staff, offices.caturtunggal, 'Mencocokkan kartu'],
  ])
  assert.ok(trail.items.every(({ staffName, officeName }) => staffName !== '' && officeName !== ''))
  assert.equal((await bo.ask(accessRoutes.trail, { query: keyOf(id) })).status, 403)
  const out = await neighbour.ask(accessRoutes.trail, { query: keyOf(id) })
  assert.deepEqual([out.status, out.body.code], [404, 'not-found'])
})

test('ACCESS-16 an office with a grant opens the card and is in the record, but does not read it', async () => {
  const { id } = await aLookedAtCase()
  const fields = ['story', 'client', 'identity', 'contact', 'files', 'history']
  const data = { ...caseData.share, grant: randomUUID(), office: offices.maguwoharjo, fields }
  await head.does('case.share', { subject: id, data })
  await neighbour.read(caseRoutes.card, { query: keyOf(id) })
  assert.equal((await neighbour.ask(accessRoutes.trail, { query: keyOf(id) })).status, 404)
  const trail = await head.read(accessRoutes.trail, { query: keyOf(id) })
  assert.ok(trail.items.some(({ staff, office }) => staff === neighbour.staff && office === offices.maguwoharjo))
  const exported = await neighbour.read(accessRoutes.person, { body: { nik, purpose: 'Diminta warga' } })
  assert.deepEqual(exported.cases, [])
})

test('ACCESS-16 the citizen who asks gets it on paper, in its order, and that stands in the record too', async () => {
  const { id, number } = await aLookedAtCase()
  const body = { ...keyOf(id), reason: 'Diminta warga di meja' }
  const paper = await head.read(accessRoutes.report, { body })
  assert.deepEqual([paper.number, paper.items.length, paper.leftOut], [number, 4, 0])
  const times = paper.items.map(({ at }) => at)
  assert.deepEqual(
    times,
    times.toSorted((left, right) => left - right),
  )
  const again = await head.read(accessRoutes.report, { body })
  const last = again.items.at(-1)
  assert.deepEqual([last?.look, last?.staff, last?.reason], ['report', head.staff, 'Diminta warga di meja'])
  assert.equal((await neighbour.ask(accessRoutes.report, { body })).status, 404)
})

test('ACCESS-17 a head reads the looks of their own office, by person, kind and day, and of no other', async () => {
  await bo.read(caseRoutes.search, { body: { text: 'Parjiyem' } })
  await neighbour.read(caseRoutes.search, { body: { text: 'Parjiyem' } })
  const own = await head.read(accessRoutes.office)
  assert.ok(own.items.every(({ office }) => office === offices.caturtunggal))
  const searches = await head.read(accessRoutes.office, { query: { look: 'search', staff: String(bo.staff) } })
  assert.ok(searches.total > 0 && searches.items.every(({ look, staff }) => look === 'search' && staff === bo.staff))
  const longAgo = await head.read(accessRoutes.office, { query: { to: '2020-01-01' } })
  assert.equal(longAgo.total, 0)
  const theirs = await neighbour.read(accessRoutes.office)
  assert.ok(theirs.items.every(({ office }) => office === offices.maguwoharjo))
  assert.equal((await bo.ask(accessRoutes.office)).status, 403)
})

test('ACCESS-17 a case that the head does not see is not named among the looks of the office', async () => {
  const { id } = await aLookedAtCase()
  await bo.read(caseRoutes.card, { query: keyOf(id) })
  const why = 'Parjiyem menunggu obatnya'
  await bo.read(caseRoutes.reveal, { body: { ...keyOf(id), reason: why } })
  await house.owner("update cases set restricted = 'hiv' where id = $1", [id])
  const { items } = await head.read(accessRoutes.office)
  assert.equal(
    items.some((item) => item.case?.id === id),
    false,
  )
  assert.equal(
    items.some(({ reason }) => reason === why),
    false,
    'nor what was written about it',
  )
  await house.owner('update cases set restricted = null where id = $1', [id])
  const shown = await head.read(accessRoutes.office)
  assert.equal(
    shown.items.some((item) => item.case?.id === id),
    true,
  )
  assert.ok(shown.items.some(({ reason }) => reason === why))
})

test('ACCESS-18 all that is held of one person is taken out, and the purpose stands with each of their cases', async () => {
  const mine = { ...client, nik: '3404075203600088', name: 'Sarinem' }
  const first = await aCaseBy(fo, { client: mine, story: 'Yang pertama' })
  const second = await aCaseBy(fo, { client: mine, story: 'Yang kedua' })
  await bo.read(caseRoutes.card, { query: keyOf(first.id) })
  const body = { nik: mine.nik, purpose: 'Permintaan warga, surat 12' }
  const out = await manager.read(accessRoutes.person, { body })
  assert.deepEqual(out.cases.map(({ number, story, client: who }) => [number, story, who.nik]).toSorted(), [
    [first.number, 'Yang pertama', mine.nik],
    [second.number, 'Yang kedua', mine.nik],
  ])
  const opened = out.cases.find(({ number }) => number === first.number)
  assert.deepEqual(
    opened?.looks.map(({ look, staff }) => [look, staff]),
    [['open', bo.staff]],
  )
  assert.equal(opened?.steps[0]?.action, 'register')
  for (const { id } of [first, second]) {
    const { items } = await head.read(accessRoutes.trail, { query: keyOf(id) })
    assert.ok(
      items.some(({ look, reason, staff }) => look === 'export' && reason === body.purpose && staff === manager.staff),
    )
  }
  assert.equal((await bo.ask(accessRoutes.person, { body })).status, 403)
  const none = await neighbour.read(accessRoutes.person, { body })
  assert.deepEqual(none.cases, [])
  const [line] = await house.owner(
    "select count(*)::int as n from access_log where action = 'export' and subject is null and actor = $1 and reason = $2",
    [`staff:${neighbour.staff}`, body.purpose],
  )
  assert.deepEqual(line, { n: 1 })
})

test('ACCESS-19 looks are kept for the years of the list, and then forgotten', async () => {
  const { id } = await aLookedAtCase()
  await house.owner(
    "update access_log set at = now() - interval '5 years 1 day' where subject = $1 and action = 'open'",
    [id],
  )
  await house.owner(
    "update access_log set at = now() - interval '4 years 364 days' where subject = $1 and action = 'file'",
    [id],
  )
  assert.ok((await forgetOldLooks(house.parts.pools.worker, house.parts.reference, Date.now())) >= 1)
  const { items } = await head.read(accessRoutes.trail, { query: keyOf(id) })
  assert.deepEqual(items.map(({ look }) => look).toSorted(), ['file', 'found', 'reveal'])
})

test('ACCESS-16 a long record is read page by page: every look once, the newest first, and all are counted', async () => {
  const { id } = await aCaseBy(fo, { client })
  await house.owner(
    `insert into access_log (id, at, actor, office, action, district, subject, reason)
       select gen_random_uuid(), now() - n * interval '1 hour', $1, $2, 'open', '34.04', $3, 'ke-' || n from generate_series(1, 120) n`,
    [`staff:${bo.staff}`, offices.caturtunggal, id],
  )
  const seen: string[] = []
  for (let page = 1; ; page++) {
    const { items, total, size, page: given } = await head.read(accessRoutes.trail, { query: { ...keyOf(id), page } })
    assert.deepEqual([total, given], [120, page])
    assert.equal(items.length, Math.max(0, Math.min(size, 120 - (page - 1) * size)))
    if (items.length === 0) break
    seen.push(...items.map(({ reason }) => reason))
  }
  assert.deepEqual(
    seen,
    Array.from({ length: 120 }, (_, n) => `ke-${n + 1}`),
  )
  const paper = await head.read(accessRoutes.report, { body: { ...keyOf(id), reason: 'Diminta warga' } })
  assert.deepEqual([paper.items.length, paper.leftOut, paper.items[0]?.reason], [120, 0, 'ke-120'])
})

test('ACCESS-16 what does not fit on paper is the oldest, and how much was left out is told', async () => {
  const { id } = await aCaseBy(fo, { client })
  await house.owner(
    `insert into access_log (id, at, actor, office, action, district, subject, reason)
       select gen_random_uuid(), now() - n * interval '1 hour', $1, $2, 'open', '34.04', $3, 'ke-' || n from generate_series(1, 503) n`,
    [`staff:${bo.staff}`, offices.caturtunggal, id],
  )
  const body = { ...keyOf(id), reason: 'Diminta warga' }
  const paper = await head.read(accessRoutes.report, { body })
  assert.deepEqual([paper.items.length, paper.leftOut], [500, 3])
  assert.deepEqual([paper.items[0]?.reason, paper.items.at(-1)?.reason], ['ke-500', 'ke-1'])
})

test('ACCESS-17 looks are narrowed by what, who and the days of the zone, each alone and together', async () => {
  const own = await house.staffAt(offices.maguwoharjo, 'bo')
  const other = await house.staffAt(offices.maguwoharjo, 'fo')
  const looks = [
    [own, 'open', '2026-03-01T23:30:00+07:00'],
    [own, 'reveal', '2026-03-02T00:10:00+07:00'],
    [other, 'open', '2026-03-02T23:59:59+07:00'],
    [other, 'search', '2026-03-03T00:00:00+07:00'],
  ] as const
  for (const [nth, [by, action, at]] of looks.entries())
    await house.owner(
      "insert into access_log (id, at, actor, office, action, district, subject, reason) values (gen_random_uuid(), $1, $2, $3, $4, '34.04', null, $5)",
      [at, `staff:${by.staff}`, offices.maguwoharjo, action, `${nth}`],
    )
  const found = async (query: Readonly<Record<string, string>>): Promise<string> => {
    const days = { from: '2026-03-01', to: '2026-03-03', ...query }
    const { items, total } = await neighbour.read(accessRoutes.office, { query: days })
    assert.equal(items.length, total)
    return items.map(({ reason }) => reason).join('')
  }
  const whose = (by: { staff: string | null }) => ({ staff: by.staff ?? '' })
  assert.equal(await found({}), '3210')
  assert.equal(await found({ look: 'open' }), '20')
  assert.equal(await found({ look: 'file' }), '')
  assert.equal(await found(whose(own)), '10')
  assert.equal(await found({ ...whose(other), look: 'open' }), '2')
  assert.equal(await found({ from: '2026-03-02', to: '2026-03-02' }), '21')
  assert.equal(await found({ to: '2026-03-01' }), '0')
  assert.equal(await found({ from: '2026-03-03' }), '3')
  for (const wrong of [{ look: 'entah' }, { from: 'kemarin' }, { staff: 'x' }, { page: '0' }, { more: 'x' }])
    assert.equal((await neighbour.ask(accessRoutes.office, { query: wrong })).status, 400, JSON.stringify(wrong))
})
