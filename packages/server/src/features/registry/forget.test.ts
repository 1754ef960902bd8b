import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { accessRoutes } from '@openslrt/core/contract/access-queries.ts'
import { erasureRoutes } from '@openslrt/core/contract/erasure.ts'
import { registryRoutes } from '@openslrt/core/contract/registry-queries.ts'
import { surgeRoutes } from '@openslrt/core/contract/surge-queries.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { proposalData } from '@openslrt/core/testing/a-proposal.ts'
import { surgeData } from '@openslrt/core/testing/a-surge.ts'
import { visitData } from '@openslrt/core/testing/a-visit.ts'
import { openFiles } from '../../open-files.ts'
import { withOwner } from '../../platform/db/pools.ts'
import { rebuildDistrict } from '../../platform/ledger/rebuild.ts'
import { aDistrictOffice, sleman } from '../../testing/a-district-office.ts'
import { upload } from '../../testing/a-file.ts'
import { loadedExtract, loadPartsOf } from '../../testing/a-load.ts'
import { aProgrammeOf, needsOf } from '../../testing/a-need.ts'
import { csvOfRows, extractHead, extractRow } from '../../testing/an-extract.ts'
import type { Client } from '../../testing/client.ts'
import type { Answer } from '../../testing/door.ts'
import { startTestHouse } from '../../testing/house.ts'
import { proposalsOf } from '../../testing/proposals.ts'
import type { ReadRow } from '../../testing/read-everything.ts'
import { readEverything } from '../../testing/read-everything.ts'
import { assertVerified } from '../../testing/verified.ts'
import { actorOf } from '../account/index.ts'
import { caseHandler, caseTasks } from '../case/index.ts'
import { surgeHandler } from '../surge/commands.ts'
import { workSurges } from '../surge/work.ts'

const house = await startTestHouse({ logLevel: 'silent' })
const offices = await aDistrictOffice(house)
const desk = await house.staffAt(offices.caturtunggal, 'coordinator')
const operator = await house.staffAt(offices.caturtunggal, 'village-operator')
const verifier = await house.staffAt(offices.secretariat, 'verifier')
const approver = await house.staffAt(offices.secretariat, 'approver')
const manager = await house.staffAt(offices.secretariat, 'manager')
const other = await house.staffAt(offices.secretariat, 'manager')
const neighbour = await house.staffAt(offices.maguwoharjo, 'coordinator')
const { ledger, reference, pools } = house.parts
const { district } = sleman
const today = dayIn('Asia/Jakarta', Date.now())
const codeOf = ({ status, body }: Answer) => [status, body.code]

/** Two people of two families in one extract: their words stand side by side in one entry. */
const cast = ['Wagiyem', 'Sutarjo'].map((name, nth) => {
  const row = [...extractRow(nth * 3)]
  row[1] = `${name} Penanda`
  row[7] = '3404072001'
  row[8] = `Gang ${name} 7`
  return { name, nik: String(row[0]), kk: String(row[2]), row }
})
const [wagiyem, sutarjo] = cast
assert.ok(wagiyem && sutarjo)
type One = NonNullable<(typeof cast)[number]>

const loads = await loadPartsOf(house)
await loadedExtract(manager, loads, csvOfRows([extractHead, ...cast.map(({ row }) => row), extractRow(31)]))
const programme = await aProgrammeOf(manager, offices.secretariat)
const { record, apply } = needsOf(desk)
const { drafted, does, scanned } = proposalsOf({ drafter: operator, verifier, approver })

interface Told {
  readonly person: string
  readonly family: string
  /** Words and numbers that stand nowhere else in this database. */
  readonly words: readonly string[]
  readonly file: string
}

const holderOf = async ({ name }: One): Promise<{ person: string; family: string }> => {
  const [row] = await house.owner<{ id: string; family: string }>('select id, family from person where name = $1', [
    `${name} Penanda`,
  ])
  assert.ok(row)
  return { person: row.id, family: row.family }
}

/** Everything that is done for people, done for one: by the doors, each with words of their own. */
async function everythingFor(one: One): Promise<Told> {
  const { person, family } = await holderOf(one)
  const say = (what: string): string => `${what}${one.name}`
  const origin = { way: 'visit', source: say('katatetangga'), ref: null }
  const values = { nama: `${one.name} Penanda Rahayu`, no_hp: '081234560001' }
  await desk.does('registry.record', {
    subject: person,
    data: { of: 'person', values: { nama: values.nama }, desil: null, ...origin },
  })
  await desk.does('registry.record', {
    subject: family,
    data: { of: 'family', values: { alamat: say('gangbaru') }, desil: null, ...origin },
  })
  const holder = { person, family }
  const need = await record(holder, 'food-card', say('belumpernahterima'))
  const application = await apply(need, programme, { note: say('catatanmohon') })
  await manager.does('application.refuse', {
    subject: application,
    data: { reason: 'not-eligible', note: say('alasantolak') },
  })
  const visit = randomUUID()
  const whom = { name: say('tuju'), nik: one.nik, kk: one.kk, phone: '081234560002', address: say('belakangmasjid') }
  await desk.does('visit.plan', {
    subject: visit,
    data: {
      ...visitData.plan,
      ...holder,
      whom,
      ask: say('tanyakanatap'),
      day: today,
      office: offices.caturtunggal,
      assignee: desk.staff,
    },
  })
  const capturedAt = new Date().toISOString()
  await desk.does('visit.done', {
    subject: visit,
    data: { ...visitData.done, met: say('bertemu'), words: say('atapbocor'), followUp: say('tindak'), capturedAt },
  })
  const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from(one.nik)])
  const sent = await upload(desk, district, { bytes: png, type: 'image/png', name: 'rumah.png' })
  const file = String(sent.body['sha256'])
  await desk.does('visit.photo', {
    subject: visit,
    data: { photo: randomUUID(), kind: 'ktp', sha256: file, capturedAt },
  })
  const ppks = randomUUID()
  const since = '2026-03-01'
  const about = {
    type: 'neglected-elderly',
    since,
    village: sleman.caturtunggal,
    name: say('lansia'),
    nik: one.nik,
    case: null,
  }
  await desk.does('ppks.receive', { subject: ppks, data: { ...about, ...holder } })
  await desk.does('ppks.assess', {
    subject: ppks,
    data: { findings: say('tinggalsendiri'), risks: ['no-carer'], on: '2026-03-02' },
  })
  const service = {
    service: randomUUID(),
    what: say('makanan'),
    office: offices.dinsos,
    provider: '',
    from: since,
    until: null,
  }
  await desk.does('ppks.plan', { subject: ppks, data: { services: [service] } })
  await desk.does('ppks.stop-service', { subject: ppks, data: { service: service.service, note: say('berhenti') } })
  await desk.send('ppks.end', { subject: ppks, data: { outcome: 'back-home', note: say('dijemput') } })
  const proposal = await drafted({
    ...holder,
    name: say('usul'),
    nik: one.nik,
    kk: one.kk,
    note: say('lantaitanah'),
    asked: [{ name: 'nama', before: say('lama'), after: say('baru') }],
  })
  const minutes = randomUUID()
  await does(operator, 'meet', minutes, { kind: 'musdes', place: sleman.caturtunggal, day: today, venue: 'Balai desa' })
  await does(operator, 'minute', minutes, {
    ...proposalData.minute,
    verdicts: [{ proposal, agreed: true, note: say('disepakati') }],
  })
  await does(operator, 'back', proposal, await scanned())
  await does(operator, 'withdraw', proposal, { note: say('membatalkan') })
  const surge = randomUUID()
  await manager.does('surge.start', {
    subject: surge,
    data: {
      ...surgeData.start,
      day: today,
      offices: [offices.caturtunggal],
      days: [today],
      perDay: 3,
      rules: surgeData.start.rules,
    },
  })
  const listing = `Nama;NIK;Tgl Lahir;Desa;Kecamatan;Alamat;No HP\n${say('kena')};${one.nik};01/02/1950;Caturtunggal;Depok;${say('rtkena')};081234560003\n`
  await manager.ask(surgeRoutes.load, { body: { district, id: surge, file: Buffer.from(listing).toString('base64') } })
  await workSurges(surgeParts, 60_000)
  const [row] = await house.owner<{ id: string }>('select id from affected where surge = $1', [surge])
  await manager.does('surge.drop', { subject: surge, data: { row: row?.id, note: say('sudahmampu') } })
  await manager.read(registryRoutes.reveal, {
    body: { district, of: 'person', id: person, reason: say('ditanyakeluarga') },
  })
  return { person, family, file, words: [one.name, one.nik, one.kk] }
}

const surgeParts = {
  ledger,
  reference,
  worker: pools.worker,
  surge: surgeHandler({ ledger, reference }),
  cases: caseHandler({ ledger, reference }),
  actorAt: (staff: string, office: string) => actorOf(pools.api, reference, staff, office),
  log: { error: (...said: readonly unknown[]) => assert.fail(String(said)) },
}

const ask = async (of: 'person' | 'family', holder: string, by: Client = desk, own: object = {}) => {
  const subject = randomUUID()
  const data = { of, who: holder, basis: 'request', note: 'Memintanya sendiri, kata Wagiyem', ...own }
  return { subject, answer: await by.send('registry.ask-erasure', { subject, data }) }
}
const erase = (subject: string, by: Client = manager) => by.send('registry.erase', { subject, data: {} })
const rebuild = () => withOwner(house.ownerUrl, (owner) => rebuildDistrict(owner, ledger.keys, district))

/** The rows that say one of these words, and all others. */
const apart = (rows: readonly ReadRow[], words: readonly string[]) =>
  Object.groupBy(rows, ({ text }) => (words.some((word) => text.includes(word)) ? 'about' : 'other'))

const [first, second] = [await everythingFor(wagiyem), await everythingFor(sutarjo)]

test('PRIVACY-9 the copy for a person holds what the registry keeps of them, with who gave it and who looked', async () => {
  const body = { nik: wagiyem.nik, purpose: 'Warga meminta salinan datanya' }
  const { registry } = await manager.read(accessRoutes.person, { body })
  const [held, ...more] = registry
  assert.ok(held && more.length === 0)
  assert.deepEqual(
    [held.id, held.said['nomor_induk_kependudukan'], held.placeName],
    [first.person, wagiyem.nik, 'Caturtunggal'],
  )
  assert.deepEqual([held.family?.['nomor_kartu_keluarga'], held.family?.['alamat']], [wagiyem.kk, 'gangbaruWagiyem'])
  const codes = [held.said['jenis_kelamin'], held.family?.['kode_kelurahan_desa']]
  assert.deepEqual(codes, ['Perempuan', 'Caturtunggal'], 'lists and villages by their names')
  assert.deepEqual(
    held.records.map(({ of, way, source, byName }) => [of, way, source, byName]),
    [
      ['person', 'visit', 'katatetanggaWagiyem', 'Petugas coordinator'],
      ['family', 'visit', 'katatetanggaWagiyem', 'Petugas coordinator'],
    ],
  )
  const kinds = new Set(held.things.map(({ what }) => what))
  assert.deepEqual([...kinds].toSorted(), ['affected', 'application', 'need', 'ppks', 'proposal', 'visit'])
  const told = JSON.stringify(held.things)
  const words =
    'belumpernahterima catatanmohon alasantolak atapbocor tanyakanatap tinggalsendiri usul lantaitanah kena sudahmampu'
  // What was said last of an application stands; what stood before is in its entries only.
  for (const word of words.split(' ').filter((one) => one !== 'catatanmohon'))
    assert.ok(told.includes(`${word}Wagiyem`), word)
  assert.ok(!told.includes('Sutarjo') && !told.includes('food-card'), 'of nobody else, and in words')
  assert.ok(held.looks.some(({ look, reason }) => look === 'reveal' && reason === 'ditanyakeluargaWagiyem'))
  const again = await manager.read(accessRoutes.person, { body })
  assert.ok(again.registry[0]?.looks.some(({ look, reason }) => look === 'export' && reason === body.purpose))
  assert.deepEqual((await neighbour.read(accessRoutes.person, { body })).registry, [])
})

test('PRIVACY-3 one person asks, with a basis and words, and another declines or erases', async () => {
  const { subject, answer } = await ask('person', first.person)
  assert.deepEqual(codeOf(answer), [200, undefined], answer.text)
  assert.deepEqual(codeOf((await ask('person', first.person)).answer), [409, 'already-so'])
  assert.deepEqual(codeOf(await erase(subject, desk)), [403, 'not-permitted'])
  assert.deepEqual(codeOf(await erase(randomUUID())), [404, 'not-found'])
  const { items } = await manager.read(erasureRoutes.erasures)
  assert.deepEqual(
    items.map(({ id, name, words, own, byName }) => [id, name, words, own, byName]),
    [[subject, 'Wagiyem Penanda Rahayu', 'Memintanya sendiri, kata Wagiyem', false, 'Petugas coordinator']],
  )
  assert.equal((await desk.read(erasureRoutes.erasures, { query: { holder: first.person } })).items[0]?.own, true)
  assert.equal((await neighbour.read(erasureRoutes.erasures)).total, 0)
  await manager.does('registry.decline-erasure', { subject, data: { note: 'Masih berperkara, kata Wagiyem' } })
  assert.deepEqual(codeOf(await erase(subject)), [409, 'not-asked'])
  assert.equal((await manager.read(erasureRoutes.erasures)).total, 0)
  await assertVerified(house)
})

test('PRIVACY-3 whoever does not see the village asks for nobody, and years are counted for those who are gone only', async () => {
  assert.deepEqual(codeOf((await ask('person', first.person, neighbour)).answer), [404, 'not-found'])
  assert.deepEqual(codeOf((await ask('family', first.person)).answer), [404, 'not-found'])
  assert.deepEqual(codeOf((await ask('person', randomUUID())).answer), [404, 'not-found'])
  const early = await ask('person', first.person, desk, { basis: 'retention' })
  assert.deepEqual(codeOf(early.answer), [409, 'too-early'])
  const own = await ask('person', first.person, manager)
  assert.deepEqual(codeOf(await erase(own.subject)), [403, 'same-person'])
  await other.does('registry.decline-erasure', { subject: own.subject, data: { note: 'Belum perlu' } })
})

test('PRIVACY-4 nobody is forgotten while something still goes on for them', async () => {
  const need = await record({ person: first.person, family: null })
  const application = await apply(need, programme)
  const { subject } = await ask('person', first.person)
  assert.deepEqual(codeOf(await erase(subject)), [409, 'still-going'])
  await desk.does('application.withdraw', { subject: application, data: { note: 'Warga membatalkan' } })
  await manager.does('registry.decline-erasure', { subject, data: { note: 'Diminta ulang' } })
})

test('PRIVACY-7 of whoever is erased no word is left in any table, and nobody else lost one', async () => {
  const before = await readEverything(house)
  const spoken = new Set(apart(before, first.words).about?.map(({ table }) => table))
  for (const table of spokenOf) assert.ok(spoken.has(table), `${table} said something of them`)
  const { subject } = await ask('family', first.family)
  const erased = await erase(subject)
  assert.deepEqual(codeOf(erased), [200, undefined], erased.text)
  const after = await readEverything(house)
  assert.deepEqual(apart(after, first.words).about ?? [], [])
  await assertVerified(house)
  const kept = new Set(after.map(({ text }) => text))
  const ids = new Set((apart(before, first.words).about ?? []).flatMap(({ text }) => idsIn(text)))
  const lost = (apart(before, first.words).other ?? []).filter(
    ({ table, text }) =>
      !kept.has(text) && !moving.has(table) && !table.startsWith('_private') && !idsIn(text).some((id) => ids.has(id)),
  )
  assert.deepEqual(lost, [])
  await rebuild()
  await assertVerified(house)
  assert.deepEqual(apart(await readEverything(house), first.words).about ?? [], [])
})

/** Where the words of one person lie before they are forgotten. */
const spokenOf =
  'access_log affected application family ledger need person ppks ppks_service proposal registry_record village_minutes visit'.split(
    ' ',
  )
/** What every command moves on; the files of extracts that named them go whole, and wishes that were declined are told of. */
const moving: ReadonlySet<string> = new Set(['district_head', 'command_outcome', 'load_file', 'registry_erasure'])
/** What a row is, and what it is about. */
function idsIn(text: string): readonly string[] {
  const row = JSON.parse(text) as Readonly<Record<string, unknown>>
  return ['id', 'subject', 'visit', 'ppks', 'need'].flatMap((column) => {
    const id = row[column]
    return typeof id === 'string' ? [id] : []
  })
}

test('PRIVACY-2 of an entry about several each is forgotten in their turn, and what others said of it stays', async () => {
  const [chunk] = await house.owner<{ seq: number }>(
    "select seq from ledger where kind = 'load.take' and payload is null",
  )
  assert.ok(chunk, 'the entry of the extract was erased with the first')
  const third = await house.owner("select name from person where status = 'known' order by name")
  assert.equal(third.length, 2, 'the second, and one whom nobody asked about')
  const { subject } = await ask('family', second.family)
  const erased = await erase(subject, other)
  assert.deepEqual(codeOf(erased), [200, undefined], erased.text)
  const after = await readEverything(house)
  for (const { words } of [first, second]) assert.deepEqual(apart(after, words).about ?? [], [])
  await assertVerified(house)
  const rows = () => house.owner("select id, name, status, said from person where status = 'known' order by id")
  const stood = await rows()
  await rebuild()
  assert.deepEqual(await rows(), stood, 'the one whom nobody asked about is made again from what was left')
  await assertVerified(house)
  const [erasure] = await house.owner<{ carries: readonly number[] }>(
    'select carries from registry_erasure where id = $1',
    [subject],
  )
  assert.ok(erasure?.carries.includes(chunk.seq), 'it took over what the first one had left')
})

test('PRIVACY-8 an extract that names them again writes nobody down, and pictures and files are gone', async () => {
  const again = csvOfRows([extractHead, ...cast.map(({ row }) => row)])
  const { done } = await loadedExtract(manager, loads, again, '2026-10-10')
  assert.deepEqual([done.counts.newPeople, done.counts.changedPeople, done.counts.newFamilies], [0, 0, 0])
  const people = await house.owner("select name, status from person where name like '%Penanda%' or status = 'erased'")
  assert.deepEqual(people, [
    { name: '', status: 'erased' },
    { name: '', status: 'erased' },
  ])
  const files = await house.owner<{ data: { files: readonly string[] } }>(
    "select data from timer where task = 'erase-files'",
  )
  assert.ok([first.file, second.file].every((file) => files.some(({ data }) => data.files.includes(file))))
  for (const { data } of files) await eraseFiles(data)
  const stored = await readdir(join(house.parts.config.dataFolder, 'files'), { recursive: true })
  assert.ok(![first.file, second.file].some((file) => stored.some((path) => path.endsWith(file))))
})

async function eraseFiles(data: object): Promise<void> {
  const { store: files } = await openFiles(house.parts.config)
  const tasks = caseTasks({ ...house.parts, pool: pools.worker, files, unattachedDays: 7 } as never, () =>
    Promise.reject(new Error('no command')),
  )
  await tasks['erase-files']?.(data, {} as never)
}

test('PRIVACY-1 what is left names nobody, says what it was, and nobody goes on with it', async () => {
  const card = await manager.read(registryRoutes.family, { query: { district, id: first.family } })
  assert.deepEqual([card.line.status, card.line.address, card.line.kk, card.members.length], ['erased', '', null, 0])
  const person = await manager.read(registryRoutes.person, { query: { district, id: first.person } })
  assert.deepEqual([person.name, person.status, person.completeness.known], ['', 'erased', 0])
  const history = await manager.read(registryRoutes.history, { query: { district, of: 'person', id: first.person } })
  assert.ok(
    history.items.length > 0 &&
      history.items.every(({ source, values }) => source === '' && Object.keys(values).length === 0),
  )
  const origin = { way: 'desk', source: 'x', ref: null }
  const told = { of: 'person', values: { nama: 'Kembali' }, desil: null, ...origin }
  const anew = await desk.send('registry.record', { subject: first.person, data: told })
  assert.deepEqual(codeOf(anew), [409, 'registry-merged'])
  assert.deepEqual(codeOf((await ask('person', first.person)).answer), [409, 'registry-merged'])
  const [counted] = await house.owner<{ needs: number; visits: number; ppks: number }>(
    'select (select count(*)::int from need) as needs, (select count(*)::int from visit) as visits, (select count(*)::int from ppks) as ppks',
  )
  assert.deepEqual(counted, { needs: 3, visits: 2, ppks: 2 }, 'counts stay')
})
