import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { programmeRoutes } from '@openslrt/core/contract/programme-queries.ts'
import { caseId, familyId, personId, programmeId } from '@openslrt/core/kernel/id.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import type { Criterion } from '@openslrt/core/programme/criterion.ts'
import { shippedProgrammes } from '@openslrt/core/programme/shipped.ts'
import { programmeData } from '@openslrt/core/testing/a-programme.ts'
import type { z } from 'zod'
import { aDistrictOffice, openOffice, sleman } from '../../testing/a-district-office.ts'
import { layFamily } from '../../testing/a-family-row.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import { startTestHouse } from '../../testing/house.ts'
import { assertVerified } from '../../testing/verified.ts'
import { openShippedProgrammes, shippedProgrammeId } from './open-shipped.ts'
import { sliceSize } from './try-rule.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const bantul = await openOffice(house, { name: 'Sekretariat Bantul', kind: 'secretariat', place: '34.02' })
const install = (shipped = shippedProgrammes) => openShippedProgrammes(house.parts, shipped)
// Two machines that start at once.
await Promise.all([install(), install()])

const district = ledgerCode.parse(sleman.district)
const manager = await house.staffAt(offices.secretariat, 'manager')
const coordinator = await house.staffAt(offices.caturtunggal, 'coordinator')
const desk = await house.staffAt(offices.caturtunggal, 'fo')
const surveyor = await house.staffAt(offices.caturtunggal, 'surveyor')
const elsewhere = await house.staffAt(bantul, 'manager', '34.02')

const today = dayIn('Asia/Jakarta', Date.now())
const poor: Criterion = { fact: 'desil', is: 'at-most', value: 4 }
const openData = { ...programmeData['programme.open'], from: today }

async function opened(more: object = {}, by = manager): Promise<string> {
  const subject = randomUUID()
  await by.does('programme.open', { subject, data: { ...openData, ...more } })
  return subject
}
const card = (id: string, by = desk, home = '34.04') =>
  by.ask(programmeRoutes.card, { query: { district: ledgerCode.parse(home), id: programmeId.parse(id) } })
type Wanted = { readonly query: Readonly<Record<string, string>> }
const names = async (wanted: Wanted, by = desk) =>
  (await by.read(programmeRoutes.list, wanted)).items.map(({ name }) => name)

test('PROG-12 an installation is given the catalogue once, and new versions of its criteria with the release that knows them', async () => {
  const count = () => house.owner<{ n: number }>('select count(*)::int as n from programme')
  assert.deepEqual(await count(), [{ n: shippedProgrammes.length }])
  const entries = () =>
    house.owner(
      "select district, kind, count(*)::int as n from ledger where kind like 'programme.%' group by 1, 2 order by 1",
    )
  const before = await entries()
  assert.deepEqual(before, [
    { district: '00', kind: 'programme.open', n: shippedProgrammes.filter(({ place }) => place === '00').length },
    { district: '35', kind: 'programme.open', n: 2 },
  ])
  await install()
  assert.deepEqual(await entries(), before)
  const later = {
    from: '2026-10-01',
    rule: { fact: 'desil', is: 'at-most', value: 5 } as const,
    legal: 'X',
    note: '',
    conflicts: [],
  }
  const release = shippedProgrammes.map((one) =>
    one.code === 'sembako' ? { ...one, versions: [...one.versions, later] } : one,
  )
  await install(release)
  await install(release)
  const { versions } = await desk.read(programmeRoutes.card, {
    query: { district: ledgerCode.parse('00'), id: shippedProgrammeId('sembako') },
  })
  assert.deepEqual(
    versions.map(({ from }) => from),
    ['2026-10-01', '2025-02-05'],
  )
  for (const ledger of ['00', '35']) await assertVerified(house, ledger)
})

test('PROG-11 an office reads what its place can use and what is given under it, by words, sector, owner and unit', async () => {
  const village = await opened({ name: 'Beras Desa', owner: 'village', place: sleman.caturtunggal }, coordinator)
  const other = await opened({ name: 'Beras Tetangga', owner: 'village', place: sleman.maguwoharjo })
  await opened({ name: 'Beras Sleman' })
  await elsewhere.does('programme.open', {
    district: '34.02',
    data: { ...openData, name: 'Beras Bantul', place: '34.02' },
  })
  const rice = { query: { q: 'beras 10' } }
  assert.deepEqual(await names(rice), ['Beras Desa', 'Beras Sleman'])
  assert.deepEqual(await names(rice, manager), ['Beras Desa', 'Beras Tetangga', 'Beras Sleman'])
  assert.deepEqual(await names(rice, elsewhere), ['Beras Bantul'])
  assert.deepEqual(await names({ query: { owner: 'provincial' } }), [], 'another province gives it')
  assert.deepEqual(await names({ query: { sector: 'fisheries' } }), ['Kartu KUSUKA'])
  assert.deepEqual(await names({ query: { unit: 'group' } }), ['Kelompok Usaha Bersama (KUBE)'])
  const { items, total } = await desk.read(programmeRoutes.list, { query: { sector: 'food', owner: 'central' } })
  assert.deepEqual(items.map(({ name, disputed, placeName }) => [name, disputed, placeName]).slice(-1), [
    ['Program Sembako (BPNT)', false, 'Indonesia'],
  ])
  assert.equal(total, items.length)
  assert.deepEqual([(await card(village)).status, (await card(other)).status], [200, 404])
  assert.equal((await card(randomUUID())).status, 404)
  assert.equal((await card(village, desk, '00')).status, 404, 'in another ledger')
})

test('PROG-9 over the doors each keeps its own: others are told that it is not theirs, and nothing changes', async () => {
  const id = await opened({ name: 'Santunan Sleman' })
  const words = { ...programmeData['programme.change'], name: 'Diambil alih' }
  const attacks = [
    [coordinator, 'programme.change', words, 'programme-not-yours'],
    [coordinator, 'programme.end', { from: today, note: 'x' }, 'programme-not-yours'],
    [desk, 'programme.change', words, 'not-permitted'],
    [elsewhere, 'programme.change', words, 'wrong-district'],
  ] as const
  for (const [by, kind, data, code] of attacks)
    assert.equal(
      (await by.send(kind, { subject: id, district: by === elsewhere ? '34.02' : '34.04', data })).body.code,
      code,
      kind,
    )
  const central = { subject: shippedProgrammeId('pkh'), data: words }
  assert.equal(
    (await manager.send('programme.change', { ...central, district: '00' })).body.code,
    'programme-not-yours',
  )
  assert.equal((await manager.send('programme.change', central)).body.code, 'wrong-district')
  const shown = await desk.read(programmeRoutes.card, { query: { district, id: programmeId.parse(id) } })
  assert.deepEqual([shown.name, shown.version, shown.mayChange, shown.mayReplace], ['Santunan Sleman', 1, false, false])
  const own = await manager.read(programmeRoutes.card, { query: { district, id: programmeId.parse(id) } })
  assert.deepEqual([own.mayChange, own.mayReplace], [true, false])
  const above = await manager.read(programmeRoutes.card, {
    query: { district: ledgerCode.parse('00'), id: shippedProgrammeId('pkh') },
  })
  assert.deepEqual([above.mayChange, above.mayReplace], [false, true])
})

test('PROG-10 criteria change from a day on and a programme ends, in the ledger, and a broken rule is refused', async () => {
  const id = await opened({ name: 'Bedah Rumah Sleman', sector: 'housing' })
  const criteria = { ...programmeData['programme.set-criteria'], from: today }
  const broken = await manager.send('programme.set-criteria', { subject: id, data: { ...criteria, rule: { any: [] } } })
  assert.deepEqual([broken.status, broken.body.code], [422, 'programme-rule'])
  const odd = await manager.send('programme.set-criteria', { subject: id, data: { ...criteria, rule: { every: [] } } })
  assert.deepEqual([odd.status, odd.body.code], [400, 'invalid'])
  await manager.does('programme.set-criteria', {
    subject: id,
    data: { ...criteria, from: '2099-01-01', legal: 'Perbup 9/2098' },
  })
  const stale = await manager.send('programme.set-criteria', { subject: id, base: 1, data: criteria })
  assert.equal(stale.body.code, 'stale')
  await manager.does('programme.change', {
    subject: id,
    base: 2,
    data: { ...programmeData['programme.change'], name: 'Bedah Rumah' },
  })
  await manager.does('programme.end', { subject: id, data: { from: today, note: 'Anggaran habis.' } })
  assert.ok(!(await names({ query: { q: 'bedah' } })).includes('Bedah Rumah'))
  assert.deepEqual(await names({ query: { show: 'ended' } }), ['Bedah Rumah'])
  const shown = await manager.read(programmeRoutes.card, { query: { district, id: programmeId.parse(id) } })
  assert.deepEqual(
    shown.versions.map(({ from, legal }) => [from, legal]),
    [
      ['2099-01-01', 'Perbup 9/2098'],
      [today, 'Perbup 1/2026'],
    ],
  )
  assert.equal(shown.mayChange, false)
  await assertVerified(house)
})

const nik = '3404071203500001'
/** Three families here and one in the next village: laid once the ledger of the district was proven. */
async function layAll() {
  const household = await layFamily(house, { desil: 3, values: { daya_terpasang: '1' } }, [
    { name: 'Mbah Karto', born: '1950-03-12', sex: 'L', nik, values: { status_hubungan_keluarga: '1' } },
    { name: 'Dewi', born: '2015-05-01', sex: 'P', values: { partisipasi_sekolah: '2' } },
  ])
  await layFamily(house, { desil: 8 }, [{ name: 'Pak Kaya', born: '1970-01-01' }])
  await layFamily(house, {}, [{ name: 'Bu Belum', born: '1980-01-01' }])
  const next = { desil: 1, place: sleman.maguwoharjo }
  return { household, away: await layFamily(house, next, [{ name: 'Tetangga', born: '1990-01-01' }]) }
}

test('MATCH-4 a family is told what fits it and each of its people, with reasons; another village sees nothing of it', async () => {
  const { household, away } = await layAll()
  const query = { district, id: familyId.parse(household.family) }
  const answer = await desk.read(programmeRoutes.forFamily, { query })
  assert.deepEqual(
    answer.members.map(({ name }) => name),
    ['Mbah Karto', 'Dewi'],
  )
  assert.deepEqual(
    answer.groups.map(({ member }) => member),
    [null, 0, 1],
  )
  const verdicts = (member: number | null) =>
    new Map(answer.groups.find((group) => group.member === member)?.items.map(({ name, verdict }) => [name, verdict]))
  assert.equal(verdicts(null).get('Program Keluarga Harapan (PKH)'), 'eligible')
  assert.equal(verdicts(null).get('Subsidi listrik 450 dan 900 VA'), 'eligible')
  assert.equal(verdicts(null).get('BLT Dana Desa'), 'cannot-tell')
  assert.equal(verdicts(0).get('Program Indonesia Pintar (PIP/KIP Sekolah)'), 'not-eligible')
  assert.equal(verdicts(1).get('Program Indonesia Pintar (PIP/KIP Sekolah)'), 'eligible')
  assert.ok(!verdicts(0).has('PKH Plus Jawa Timur'), 'another province gives it')
  const byPerson = await desk.read(programmeRoutes.forPerson, {
    query: { district, id: personId.parse(household.people[1]) },
  })
  assert.deepEqual(byPerson.groups, answer.groups)
  const outside = { query: { district, id: familyId.parse(away.family) } }
  assert.equal((await desk.ask(programmeRoutes.forFamily, outside)).status, 404)
  assert.equal(
    (await desk.ask(programmeRoutes.forPerson, { query: { district, id: personId.parse(away.people[0]) } })).status,
    404,
  )
  assert.equal((await manager.ask(programmeRoutes.forFamily, outside)).status, 200)
  for (const stranger of [surveyor, elsewhere]) {
    const { status } = await stranger.ask(programmeRoutes.forFamily, { query })
    assert.ok(status === 403 || status === 404, String(status))
  }
})

test('MATCH-5 a case finds its family by the number of the card, as far as its reader may see both', async () => {
  const { id } = await aCaseBy(desk, { client: { name: 'Karto', nik, kk: null, phone: null, address: '' } })
  const asked = { query: { district, id: caseId.parse(id) } }
  const answer = await desk.read(programmeRoutes.forCase, asked)
  assert.deepEqual([answer.known, answer.members.length, answer.groups.length], [true, 2, 3])
  const blind = await surveyor.read(programmeRoutes.forCase, asked)
  assert.deepEqual([blind.known, blind.groups, blind.members], [false, [], []])
  assert.equal((await elsewhere.ask(programmeRoutes.forCase, asked)).status, 404)
  const other = await aCaseBy(desk, { client: { name: 'Lain', nik: null, kk: null, phone: null, address: '' } })
  const nobody = await desk.read(programmeRoutes.forCase, { query: { district, id: caseId.parse(other.id) } })
  assert.deepEqual([nobody.known, nobody.groups], [false, []])
})

test('PROG-13 a rule is tried on the real families of the scope before it is saved, a slice at a time', async () => {
  type Body = z.input<typeof programmeRoutes.try.body>
  const bodyOf = (more: Partial<Body>): Body => ({ district, unit: 'family', rule: poor, after: null, ...more })
  const trial = (more: Partial<Body>, by = coordinator) => by.read(programmeRoutes.try, { body: bodyOf(more) })
  const one = await trial({})
  assert.deepEqual([one.looked, one.counts, one.next], [3, { eligible: 1, 'cannot-tell': 1, 'not-eligible': 1 }, null])
  assert.deepEqual(
    one.examples.map(({ name, members, verdict }) => [verdict, name, members.length]),
    [
      ['eligible', 'Mbah Karto', 2],
      ['cannot-tell', 'Bu Belum', 1],
      ['not-eligible', 'Pak Kaya', 1],
    ],
  )
  assert.equal((await trial({}, manager)).looked, 4)
  const old: Criterion = { fact: 'usia', is: 'at-least', value: 70 }
  const people = await trial({ unit: 'person', rule: { all: [poor, old] } })
  assert.deepEqual([people.looked, people.counts.eligible, people.examples[0]?.name], [4, 1, 'Mbah Karto'])
  const broken = await coordinator.ask(programmeRoutes.try, { body: bodyOf({ rule: { all: [] } }) })
  assert.equal(broken.body.code, 'programme-rule')
  assert.equal((await desk.ask(programmeRoutes.try, { body: bodyOf({}) })).status, 403)
  await house.owner(
    `insert into family (district, id, version, seq, place, address, said, desil, desil_source, status, complete, added_at, changed_at)
      select '34.04', gen_random_uuid(), 1, 1, '34.04.07.2001', '', '{}', n % 10 + 1, '', 'known', 0, now(), now() from generate_series(1, $1) n`,
    [sliceSize],
  )
  const first = await trial({})
  const second = await trial({ after: first.next })
  assert.deepEqual([first.looked, second.looked, second.next], [sliceSize, 3, null])
  assert.equal(first.counts.eligible + second.counts.eligible, sliceSize * 0.4 + 1)
})

test('PROG-9 the office that decides is one of the district that is open; a form is told which there are', async () => {
  const word = (office: string | null) => ({ ...programmeData['programme.change'], office })
  const id = await opened({ name: 'Diputuskan Dinas' })
  const change = (office: string | null) => manager.send('programme.change', { subject: id, data: word(office) })
  assert.equal((await change(bantul)).body.code, 'programme-office')
  assert.equal((await change(randomUUID())).body.code, 'programme-office')
  assert.equal((await change(offices.dinsos)).status, 200)
  const shown = await desk.read(programmeRoutes.card, { query: { district, id: programmeId.parse(id) } })
  assert.deepEqual([shown.office, shown.officeName], [offices.dinsos, 'Dinas Sosial Sleman'])
  const opening = await manager.send('programme.open', {
    subject: randomUUID(),
    data: { ...openData, office: randomUUID() },
  })
  assert.deepEqual([opening.status, opening.body.code], [422, 'programme-office'])
  const choices = async (by = manager) => (await by.read(programmeRoutes.choices)).offices.map(({ name }) => name)
  assert.deepEqual(await choices(), [
    'Dinas Sosial Sleman',
    'Puskesos Caturtunggal',
    'Puskesos Maguwoharjo',
    'RSUD Sleman',
    'Sekretariat SLRT Sleman',
  ])
  assert.ok(!(await choices(coordinator)).includes('Puskesos Maguwoharjo'), 'no office of the next village')
  assert.deepEqual(await choices(elsewhere), ['Sekretariat Bantul'])
  const facts = (await coordinator.read(programmeRoutes.choices)).facts.map(({ name }) => name)
  assert.ok(facts.includes('program-pkh') && facts.includes('lokal-makan-dua-kali'))
  assert.ok(!facts.includes('program-pkh-plus'), 'another province gives it')
  for (const stranger of [desk, surveyor]) assert.equal((await stranger.ask(programmeRoutes.choices)).status, 403)
})

test('PROG-9 a district writes down what a village of its own gives; nobody another’s, and no place that is not there', async () => {
  const open = (by: typeof manager, place: string, home = '34.04') =>
    by.send('programme.open', {
      subject: randomUUID(),
      district: home,
      data: { ...openData, owner: 'village', place, name: 'Jimpitan' },
    })
  assert.equal((await open(manager, sleman.sinduadi)).status, 200)
  assert.equal((await open(coordinator, sleman.maguwoharjo)).body.code, 'programme-not-yours')
  assert.equal((await open(elsewhere, sleman.sinduadi, '34.02')).body.code, 'wrong-district')
  assert.equal((await open(manager, '34.04.07.2999')).body.code, 'unknown-place')
  assert.equal((await open(manager, sleman.district)).body.code, 'programme-place')
  assert.ok(!(await names({ query: { q: 'jimpitan' } })).includes('Jimpitan'), 'in Caturtunggal nobody is offered it')
  assert.deepEqual(await names({ query: { q: 'jimpitan' } }, manager), ['Jimpitan'])
})
