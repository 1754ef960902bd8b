import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { doubleRoutes } from '@openslrt/core/contract/doubles.ts'
import { findRoutes } from '@openslrt/core/contract/find.ts'
import { registryRoutes } from '@openslrt/core/contract/registry-queries.ts'
import { withOwner } from '../../platform/db/pools.ts'
import { inScope } from '../../platform/db/scope.ts'
import { rebuildDistrict } from '../../platform/ledger/rebuild.ts'
import { aDistrictOffice, openOffice, sleman } from '../../testing/a-district-office.ts'
import type { Client } from '../../testing/client.ts'
import { startTestHouse } from '../../testing/house.ts'
import { peopleIn } from '../../testing/people.ts'
import { assertVerified } from '../../testing/verified.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const bantul = await openOffice(house, { name: 'Sekretariat Bantul', kind: 'secretariat', place: '34.02' })
const manager = await house.staffAt(offices.secretariat, 'manager')
const desk = await house.staffAt(offices.caturtunggal, 'fo')
const there = await house.staffAt(bantul, 'manager', '34.02')
const approver = await house.staffAt(offices.secretariat, 'approver')
const surveyor = await house.staffAt(offices.secretariat, 'surveyor')
const lay = peopleIn(house)

const kk = '3404070101100077'
const niks = { siti: '3404075203600092', yusuf: '3404071708650003', moved: '3402014506800009' }
const family = await lay.family({ kk })
const siti = await lay.person({ name: 'Siti Aminah', nik: niks.siti, birthDate: '1960-03-12', family: family })
await lay.person({ name: 'Ahmad Yusuf', nik: niks.yusuf, birthDate: '1965-08-17', sex: 'L', family: family })
await lay.person({ name: 'Siti', birthDate: '1971-01-01' })
await lay.person({ name: 'Siti Fatimah', place: sleman.maguwoharjo, birthDate: '1960-03-12' })
await lay.person({ name: 'Soekarno', place: sleman.sinduadi, sex: 'L', birthDate: '1945-06-06' })
await lay.person({ name: 'Siti Aminah', place: sleman.maguwoharjo, status: 'merged' })
await lay.person({ name: 'Siti Aminah', place: '34.02.01.2001', nik: niks.moved })
await lay.person({ name: 'Krisnawati Wijayakusuma', birthDate: '1980-02-02' })

const find = (client: Client, text: string, place: string | null = null) =>
  client.read(findRoutes.find, { body: { text, place } })
const names = async (client: Client, text: string, place: string | null = null) =>
  (await find(client, text, place)).items.map(({ name }) => name)

test('FIND-4 sixteen digits find whose NIK it is, or everybody on the card, and numbers stay masked', async () => {
  const { items, read } = await find(manager, '3404 0752 0360 0092')
  assert.deepEqual([items.map(({ id }) => id), read.as], [[siti], 'number'])
  assert.equal(items[0]?.nik, '3404**********92')
  assert.deepEqual((await names(manager, kk)).toSorted(), ['Ahmad Yusuf', 'Siti Aminah'])
})

test('FIND-4 a name is found in any spelling, by whole or part, within a place that is said in words', async () => {
  assert.deepEqual(await names(manager, 'Achmad Jusup'), ['Ahmad Yusuf'])
  assert.deepEqual(await names(manager, 'sukarno sinduadi'), ['Soekarno'])
  assert.deepEqual(await names(manager, 'sukarno, caturtunggal'), [])
  assert.equal((await names(manager, 'Siti'))[0], 'Siti')
  assert.equal((await names(manager, 'St. Aminna'))[0], 'Siti Aminah')
  const { read } = await find(manager, 'siti fatimah maguwoharjo')
  assert.deepEqual([read.name, read.places.map(({ name }) => name)], ['siti fatimah', ['Maguwoharjo']])
  assert.deepEqual(await names(manager, 'siti fatimah', sleman.maguwoharjo), ['Siti Fatimah'])
})

test('FIND-4 a day of birth stands before the spelling of a name, and a year parts those of one name', async () => {
  assert.equal((await names(manager, 'Siti Amini 12-03-1960'))[0], 'Siti Aminah')
  assert.deepEqual(await names(manager, 'Siti Fatimah Maguwoharjo 1960'), ['Siti Fatimah'])
  assert.deepEqual(await names(manager, 'Siti Fatimah Maguwoharjo 1985'), ['Siti Fatimah'], 'a year is often wrong')
})

test('FIND-4 in a village a name that sounds otherwise is found among those who live there', async () => {
  assert.deepEqual(await names(desk, 'Kristawati Widayakusuma'), ['Krisnawati Wijayakusuma'])
})

test('FIND-4 nobody is found beyond the scope, nor by whoever may not read people, and whoever was merged is one', async () => {
  assert.deepEqual(
    await names(desk, 'Siti Fatimah'),
    ['Siti', 'Siti Aminah'],
    'of their own place who are called a little like it',
  )
  assert.deepEqual(await names(desk, 'Siti Aminah'), ['Siti Aminah'])
  assert.deepEqual(await names(there, 'Soekarno'), [])
  assert.deepEqual((await find(there, 'Siti Aminah')).items.length, 1)
  const beyond = await desk.ask(findRoutes.find, { body: { text: 'Siti Fatimah', place: sleman.maguwoharjo } })
  assert.deepEqual([beyond.status, beyond.body.code, beyond.body.details?.['items']], [422, 'wrong-place', undefined])
  assert.equal((await surveyor.ask(findRoutes.find, { body: { text: 'Siti', place: null } })).status, 403)
})

test('FIND-4 a line that says nothing finds nobody, and odd signs do no harm', async () => {
  assert.equal((await find(manager, '12-03-1960')).read.as, 'nothing')
  for (const text of ["%' or 1=1", '[}{', '李 李', '-- |=|', '||||'])
    assert.deepEqual(await names(manager, text), [], text)
})

test('FIND-7 every search is on record, without its words', async () => {
  const before = await house.owner("select 1 from access_log where action = 'search'")
  await find(desk, 'Siti')
  const after = await house.owner<{ reason: string }>("select reason from access_log where action = 'search'")
  assert.equal(after.length, before.length + 1)
  assert.ok(after.every(({ reason }) => reason === ''))
})

test('DOUBLE-5 a NIK known elsewhere is told as its district and whom to ask, and nothing else', async () => {
  const { items, elsewhere } = await find(manager, niks.moved)
  assert.deepEqual(items, [])
  assert.deepEqual(elsewhere, [
    { district: '34.02', districtName: 'Kabupaten Bantul', officeName: 'Sekretariat Bantul' },
  ])
  const within = await find(await house.staffAt(offices.maguwoharjo, 'fo'), niks.siti)
  assert.deepEqual(
    within.elsewhere.map(({ officeName }) => officeName),
    ['Sekretariat SLRT Sleman'],
  )
  assert.deepEqual((await find(manager, '3404079999999999')).elsewhere, [])
  assert.deepEqual((await find(approver, niks.moved)).elsewhere, [], 'who writes nobody down is told nothing')
})

test('DOUBLE-5 each such question is written down, and after thirty in an hour no more are answered', async () => {
  const logged = () =>
    house.owner<{ reason: string }>(
      "select reason from access_log where action = 'elsewhere' and actor = $1 order by at",
      [`staff:${there.staff}`],
    )
  for (let n = 0; n < 30; n++) assert.equal((await find(there, niks.siti)).elsewhere.length, 1)
  const { elsewhere, limited } = await find(there, niks.siti)
  assert.deepEqual([elsewhere, limited], [[], true])
  const lines = await logged()
  assert.deepEqual([lines.length, lines[0]?.reason], [30, '34.04'])
})

test('FIND-5 whoever sees several districts says in which', async () => {
  await house.owner("update role set sees = 'place' where code = 'province'")
  await house.parts.reference.refresh()
  const office = await openOffice(house, { name: 'Dinsos DIY', kind: 'agency', level: 'province', place: '34' })
  const province = await house.staffAt(office, 'province', '34')
  assert.equal((await find(province, 'Siti Aminah')).read.as, 'place-needed')
  assert.equal((await find(province, 'Siti Aminah kabupaten Sleman')).items.length > 0, true)
  assert.equal((await find(province, niks.moved)).items.length, 1)
})

const nik = '3404075203600555'
const lastri = await lay.person({ name: 'Lastri Handayani', nik, birthDate: '1985-03-12' })
const moved = await lay.person({ name: 'Lastri Handayani', nik, place: '34.02.01.2001' })
const judge = await house.staffAt(offices.caturtunggal, 'coordinator')
const beside = await house.staffAt(offices.maguwoharjo, 'coordinator')
const asker = await house.staffAt(bantul, 'manager', '34.02')
const kulonProgo = await openOffice(house, { name: 'Sekretariat Kulon Progo', kind: 'secretariat', place: '34.01' })
const third = await house.staffAt(kulonProgo, 'manager', '34.01')

const codeOf = ({ status, body }: { status: number; body: { code?: unknown } }) => [status, body.code]
const ask = (client: Client, person: string, subject: string = randomUUID(), district = '34.02') =>
  client.send('registry.ask-link', { subject, district, data: { person, note: 'Pindah bulan lalu' } })
const answer = (client: Client, subject: string, person: string, same = true) =>
  client.send('registry.answer-link', { subject, district: '34.02', data: { person, same } })
const end = (client: Client, subject: string) =>
  client.send('registry.end-link', { subject, district: '34.02', data: {} })
const partsOf = (line: object | undefined, ...names: readonly string[]): readonly unknown[] =>
  names.map((name) => Reflect.get(line ?? {}, name))
const linksOf = async (client: Client, person: string, district: string) =>
  (await client.read(doubleRoutes.links, { query: { district, person } })).items
const askedOf = async (client: Client) => (await client.read(doubleRoutes.links, { query: {} })).items

test('DOUBLE-12 who moved is asked about where the NIK is known, and confirmed by who sees them there; each sees the own person only', async () => {
  const subject = randomUUID()
  assert.equal((await ask(asker, moved, subject)).status, 200)
  const [ours] = await linksOf(asker, moved, '34.02')
  assert.deepEqual(partsOf(ours, 'status', 'asked', 'otherName', 'officeName', 'personName', 'mayAnswer', 'mayEnd'), [
    'asked',
    true,
    'Kabupaten Sleman',
    '',
    'Lastri Handayani',
    false,
    true,
  ])
  assert.ok(!JSON.stringify(ours).includes(lastri), 'nothing of the person there')
  const card = await asker.read(registryRoutes.person, { query: { district: '34.02', id: moved } })
  assert.equal(card.placeName, 'Poncosari', 'a village that no office serves is told by its name')
  const [waiting] = await askedOf(judge)
  assert.deepEqual(partsOf(waiting, 'id', 'asked', 'otherName', 'officeName', 'note', 'person', 'mayAnswer'), [
    subject,
    false,
    'Kabupaten Bantul',
    'Sekretariat Bantul',
    'Pindah bulan lalu',
    lastri,
    true,
  ])
  assert.ok(!JSON.stringify(waiting).includes(moved), 'nothing of the person here')
  // The first wall: only who sees the person is told that anything is asked.
  assert.deepEqual(
    [await askedOf(beside), await askedOf(third), await askedOf(desk), await askedOf(asker)],
    [[], [], [], []],
  )
  assert.deepEqual(codeOf(await answer(beside, subject, lastri)), [404, 'not-found'])
  assert.deepEqual(codeOf(await answer(third, subject, lastri)), [404, 'not-found'])
  assert.deepEqual(codeOf(await answer(desk, subject, lastri)), [403, 'not-permitted'])
  assert.deepEqual(codeOf(await answer(asker, subject, moved)), [404, 'not-found'], 'who asks does not answer')
  assert.deepEqual(codeOf(await answer(judge, subject, siti)), [422, 'link-other-nik'])
  assert.deepEqual(codeOf(await answer(judge, subject, moved)), [404, 'not-found'])
  assert.equal((await answer(judge, subject, lastri)).status, 200)
  assert.deepEqual(codeOf(await answer(judge, subject, lastri, false)), [409, 'link-over'])
  const [confirmed] = await linksOf(asker, moved, '34.02')
  assert.deepEqual(partsOf(confirmed, 'status', 'officeName'), ['confirmed', 'Puskesos Caturtunggal'])
  assert.ok(!JSON.stringify(confirmed).includes(lastri))
  const [theirs] = await linksOf(judge, lastri, '34.04')
  assert.deepEqual(partsOf(theirs, 'status', 'asked', 'mayAnswer', 'mayEnd'), ['confirmed', false, false, true])
  assert.deepEqual(await askedOf(judge), [])
  assert.equal((await judge.ask(doubleRoutes.links, { query: { district: '34.02', person: moved } })).status, 404)
  assert.equal((await beside.ask(doubleRoutes.links, { query: { district: '34.04', person: lastri } })).status, 404)
  assert.deepEqual(codeOf(await end(beside, subject)), [404, 'not-found'])
  assert.deepEqual(codeOf(await end(third, subject)), [404, 'not-found'])
  assert.equal((await end(judge, subject)).status, 200)
  assert.deepEqual(codeOf(await end(asker, subject)), [409, 'link-over'])
})

test('DOUBLE-12 the second wall: a link is seen from the villages of its people, and while it is asked from the district that is', async () => {
  const subject = randomUUID()
  assert.equal((await ask(asker, moved, subject)).status, 200)
  const range = (place: string) => ({ registryFrom: place, registryTo: `${place}/` })
  const sees = async (scope: object) => {
    const run = await inScope(house.parts.pools.api, scope, (client) =>
      client.query('select 1 from registry_link where id = $1', [subject]),
    )
    return run.rowCount === 1
  }
  const seen = async (places: readonly string[]) => Promise.all(places.map((place) => sees(range(place))))
  const places = ['34.02', '34.02.01.2001', '34.02.02.2001', '34.04', sleman.caturtunggal, sleman.maguwoharjo, '34.01']
  assert.deepEqual(await seen(places), [true, true, false, true, true, true, false])
  assert.deepEqual(
    [await sees({}), await sees({ ledger: '34.02' }), await sees({ office: offices.rsud })],
    [false, false, false],
  )
  assert.equal((await answer(judge, subject, lastri, false)).status, 200)
  assert.deepEqual(await seen(places), [true, true, false, true, true, false, false])
  assert.equal((await end(asker, subject)).status, 200)
})

test('DOUBLE-12 nothing is asked of whom nobody knows, without a number, twice, in another ledger, or too often', async () => {
  const alone = await lay.person({ name: 'Tumini', nik: '3402014506800777', place: '34.02.01.2001' })
  const nameless = await lay.person({ name: 'Tumirah', place: '34.02.01.2001' })
  assert.deepEqual(codeOf(await ask(asker, alone)), [422, 'link-nowhere'])
  assert.deepEqual(codeOf(await ask(asker, nameless)), [422, 'link-no-nik'])
  assert.deepEqual(codeOf(await ask(asker, lastri)), [404, 'not-found'])
  assert.deepEqual(codeOf(await ask(asker, lastri, randomUUID(), '34.04')), [404, 'not-found'], 'out of sight')
  assert.deepEqual(codeOf(await ask(third, moved)), [404, 'not-found'])
  assert.deepEqual(codeOf(await ask(surveyor, lastri, randomUUID(), '34.04')), [403, 'not-permitted'])
  const subject = randomUUID()
  assert.equal((await ask(asker, moved, subject)).status, 200)
  assert.deepEqual(codeOf(await ask(asker, moved)), [409, 'link-asked'])
  assert.equal((await end(asker, subject)).status, 200)
  assert.deepEqual(
    codeOf(await answer(judge, subject, lastri)),
    [404, 'not-found'],
    'taken back before it was answered',
  )
  const [first, second] = await Promise.all([ask(asker, moved), ask(asker, moved)])
  assert.deepEqual([first.status, second.status].toSorted(), [200, 409], 'of two at once one is heard')
  for (let n = 0; n < 30; n++) await ask(asker, alone)
  const limited = await ask(asker, alone)
  assert.deepEqual(codeOf(limited), [429, 'rate-limited'])
})

test('DOUBLE-12 a link follows whoever becomes one with its person; the ledgers prove it, and no number lies open', async () => {
  const twin = await lay.person({ name: 'Lastri', place: '34.02.01.2001' })
  const data = { of: 'person', kept: twin, gone: moved, take: ['nik'], keptVersion: 1, goneVersion: 1 }
  const merge = randomUUID()
  await asker.does('registry.merge', { subject: merge, district: '34.02', data })
  assert.equal((await linksOf(asker, twin, '34.02')).length, 4)
  await asker.does('registry.unmerge', { subject: merge, district: '34.02', data: {} })
  assert.deepEqual((await linksOf(asker, twin, '34.02')).length, 0)
  assert.equal((await linksOf(asker, moved, '34.02')).length, 4)
  for (const district of ['34.02', '34.04']) {
    await assertVerified(house, district)
    await withOwner(house.ownerUrl, (owner) => rebuildDistrict(owner, house.parts.ledger.keys, district))
    await assertVerified(house, district)
  }
  const [row] = await house.owner<{ all: string }>('select json_agg(l)::text as all from registry_link l')
  assert.ok(row && !row.all.includes(nik) && !row.all.includes('Pindah bulan lalu'))
})
