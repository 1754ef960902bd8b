import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { letterRoutes } from '@openslrt/core/contract/letter-queries.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { templates } from '@openslrt/core/letter/shipped-templates.ts'
import type { DistrictOffices } from '../../testing/a-district-office.ts'
import { aDistrictOffice, openOffice } from '../../testing/a-district-office.ts'
import { aDraftBy, anIssuedLetter, letterFields } from '../../testing/a-letter.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import type { TestHouse } from '../../testing/house.ts'
import { startTestHouse } from '../../testing/house.ts'

let house: TestHouse
let offices: DistrictOffices
let bo: Client
let coordinator: Client
let admin: Client
before(async () => {
  house = await startTestHouse({ logLevel: 'silent' })
  offices = await aDistrictOffice(house)
  bo = await house.staffAt(offices.caturtunggal, 'bo')
  coordinator = await house.staffAt(offices.caturtunggal, 'coordinator')
  admin = await house.staffAt(offices.secretariat, 'admin')
})
after(() => house.close())

const district = '34.04'
const names = { id: 'Surat', en: 'Letter' }
const { today } = { today: dayIn('Asia/Jakarta', Date.now()) }
const change = (kind: 'list.change' | 'list.add', list: string, code: string, data: object) =>
  admin.send(kind, { data: { list, code, names, from: today, data } })
const paperOf = async (client: Client, letter: string) =>
  (await client.read(letterRoutes.paper, { query: { district, id: letter } })).paper

test('LETTER-20 a template of the district counts from its day; what was signed before stays as it was', async () => {
  const { letter: before } = await anIssuedLetter(bo, coordinator)
  const old = await paperOf(bo, before)
  const body = `${templates.registered.body}\nDibuat oleh Kabupaten Sleman.`
  assert.equal(
    (await change('list.change', 'letter-template', 'registered', { ...templates.registered, body })).status,
    200,
  )
  const { letter } = await aDraftBy(bo)
  assert.ok((await paperOf(bo, letter)).body.includes('Dibuat oleh Kabupaten Sleman.'))
  assert.deepEqual(await paperOf(bo, before), old)
})

test('LETTER-20 a template with an unknown field is refused with its name, a kind that is none as well', async () => {
  const body = `${templates.hardship.body} {umur}`
  const refused = await change('list.change', 'letter-template', 'hardship', { ...templates.hardship, body })
  assert.deepEqual(
    [refused.status, refused.body.code, refused.body.details],
    [422, 'template-field', { field: 'umur' }],
  )
  assert.match(refused.body.message ?? '', /umur/)
  assert.equal((await change('list.change', 'letter-template', 'undangan', templates.hardship)).status, 400)
  const manager = await house.staffAt(offices.secretariat, 'manager')
  const asked = { list: 'letter-template', code: 'hardship', names, from: today, data: templates.hardship }
  assert.equal((await manager.send('list.change', { data: asked })).body.code, 'not-permitted')
})

test('LETTER-30 an office numbers by its own pattern, others by the standard; one that cannot number is refused', async () => {
  const pattern = (text: string) => ({ pattern: text, basis: '' })
  const wrong = await change('list.change', 'letter-number', 'standard', pattern('{kode}/{tahun}'))
  assert.deepEqual([wrong.status, wrong.body.code], [422, 'number-pattern'])
  const own = await change(
    'list.add',
    'letter-number',
    offices.caturtunggal,
    pattern('{nomor}/CTG/{bulan-romawi}/{tahun}'),
  )
  assert.equal(own.status, 200, own.text)
  assert.match((await anIssuedLetter(bo, coordinator)).number, /^\d{3}\/CTG\/[IVX]+\/20\d\d$/)
  const there = await house.staffAt(offices.maguwoharjo, 'coordinator')
  const { number } = await anIssuedLetter(await house.staffAt(offices.maguwoharjo, 'bo'), there)
  assert.match(number, /^400\.9\/001\/SLRT-/)
})

test('LETTER-6 whoever is on the list of signers signs under that post and NIP', async () => {
  const { signers } = await admin.read(letterRoutes.rules, { query: { district } })
  assert.ok(signers.some(({ staff }) => staff === coordinator.staff))
  assert.ok(!signers.some(({ staff }) => staff === bo.staff))
  const data = { post: 'Koordinator Puskesos Caturtunggal', rank: 'Penata (III/c)', nip: '198001012005011001' }
  assert.equal((await change('list.add', 'letter-signer', coordinator.staff ?? '', data)).status, 200)
  const { letter } = await anIssuedLetter(bo, coordinator)
  const { signed } = await paperOf(bo, letter)
  assert.deepEqual([signed.post, signed.rank, signed.nip], [data.post, data.rank, data.nip])
})

test('LETTER-13 a district sets its own chain; letters under way keep the one that they began with', async () => {
  const under = await aDraftBy(bo)
  const village = [
    { act: 'initial', post: 'Petugas' },
    { act: 'sign', post: 'Koordinator' },
  ]
  const levels = { village, subdistrict: null, district: null, province: null, nation: null }
  assert.equal((await change('list.change', 'letter-chain', 'registered', { levels, basis: '' })).status, 200)
  await coordinator.does('letter.sign', { subject: under.id, data: { letter: under.letter, seen: 1 } })
  const { id, letter } = await aDraftBy(bo)
  const early = await coordinator.send('letter.sign', { subject: id, data: { letter, seen: 1 } })
  assert.equal(early.body.code, 'letter-turn')
  const { rules } = await admin.read(letterRoutes.rules, { query: { district } })
  const rule = rules.find(({ list, code }) => list === 'letter-chain' && code === 'registered')
  assert.deepEqual([rule?.now?.place, rule?.said.length], [district, 2])
})

test('LETTER-16 the highest desil of a purpose is data: a district lowers it', async () => {
  const data = { maxDesil: 3, basis: 'Perbup' }
  assert.equal((await change('list.change', 'letter-purpose', 'pip', data)).status, 200)
  const { id } = await aCaseBy(bo, { kind: 'service' })
  const draft = (desil: string) =>
    bo.send('letter.draft', {
      subject: id,
      data: { letter: crypto.randomUUID(), kind: 'registered', purpose: 'pip', fields: { ...letterFields, desil } },
    })
  assert.deepEqual((await draft('4')).body.details, { most: 3 })
  assert.equal((await draft('3')).status, 200)
})

test('LETTER-29 an inbox holds what this person may do next, and shows no name whole', async () => {
  const [drafter, signer] = [
    await house.staffAt(offices.maguwoharjo, 'bo'),
    await house.staffAt(offices.maguwoharjo, 'coordinator'),
  ]
  const inbox = (client: Client, show: string) => client.read(letterRoutes.inbox, { query: { show } })
  const { id, letter } = await aDraftBy(drafter)
  const [line] = (await inbox(signer, 'initial')).items
  assert.deepEqual([line?.id, line?.clientMasked, line?.post], [letter, 'S***', 'Petugas'])
  assert.deepEqual((await inbox(signer, 'sign')).total, 0)
  await signer.does('letter.initial', { subject: id, data: { letter, seen: 1, note: '' } })
  assert.equal((await inbox(signer, 'sign')).total, 0, 'who initialled does not sign')
  const other = await house.staffAt(offices.maguwoharjo, 'coordinator')
  assert.equal((await inbox(other, 'sign')).total, 1)
  assert.equal(
    (await inbox(coordinator, 'waiting')).items.some((one) => one.id === letter),
    false,
  )
  await other.does('letter.return', { subject: id, data: { letter, seen: 2, note: 'Periksa lagi.' } })
  assert.equal((await inbox(drafter, 'returned')).items[0]?.id, letter)
})

test('LETTER-10 a card is told every letter with its offers, and which kinds may be drafted or why not', async () => {
  const { id, letter } = await aDraftBy(bo)
  const card = await bo.read(letterRoutes.ofCase, { query: { district, id } })
  const open = card.letters[0]?.offers.filter(({ refusal }) => refusal === null).map(({ action }) => action)
  assert.deepEqual([card.letters[0]?.id, open], [letter, ['change', 'revoke']])
  const kinds = new Map(card.kinds.map(({ kind, refusal }) => [kind, refusal]))
  assert.deepEqual([kinds.get('registered'), kinds.get('hardship')], [null, 'wrong-status'])
  assert.ok(card.kinds.every(({ refusal, message }) => (refusal === null) === (message === null)))
})

test('LETTER-15 a preview says what the case knows before anything is kept', async () => {
  const { id } = await aCaseBy(bo, { kind: 'service' })
  const body = { district, id, kind: 'registered', purpose: 'health', fields: letterFields }
  const { paper } = await bo.read(letterRoutes.preview, { body })
  for (const words of ['Sumarni', '3404075203600001', 'Caturtunggal', 'Kabupaten Sleman'])
    assert.ok(paper.body.includes(words))
  assert.equal((await house.owner('select 1 from letter where case_id = $1', [id])).length, 0)
})

test('LETTER-13 chains, patterns, purposes and signers that cannot be used are turned away, and the rules stay', async () => {
  const rulesNow = async () => (await admin.read(letterRoutes.rules, { query: { district } })).rules
  const before = await rulesNow()
  const sign = { act: 'sign', post: 'Koordinator' }
  const initial = { act: 'initial', post: 'Petugas' }
  const chain = (village: unknown) => ({
    levels: { village, subdistrict: null, district: null, province: null, nation: null },
    basis: '',
  })
  const signer = { post: 'Koordinator', rank: '', nip: '' }
  const wrong: readonly (readonly [string, string, object])[] = [
    ['letter-chain', 'registered', chain([])],
    ['letter-chain', 'registered', chain([initial])],
    ['letter-chain', 'registered', chain([sign, initial])],
    ['letter-chain', 'registered', chain([sign, sign])],
    ['letter-chain', 'registered', chain([initial, initial, initial, sign])],
    ['letter-chain', 'registered', chain([{ act: 'stamp', post: 'Koordinator' }])],
    ['letter-chain', 'registered', { basis: '' }],
    ['letter-chain', 'undangan', chain([sign])],
    ['letter-number', 'standard', { pattern: '', basis: '' }],
    ['letter-number', 'standard', { pattern: 'x'.repeat(81), basis: '' }],
    ['letter-purpose', 'pip', { maxDesil: 0, basis: '' }],
    ['letter-purpose', 'pip', { maxDesil: 11, basis: '' }],
    ['letter-purpose', 'pip', { maxDesil: 2.5, basis: '' }],
    ['letter-signer', coordinator.staff ?? '', { ...signer, nip: '123' }],
    ['letter-signer', coordinator.staff ?? '', { ...signer, nip: '19800101200501100A' }],
    ['letter-signer', coordinator.staff ?? '', { ...signer, post: '' }],
    ['letter-signer', coordinator.staff ?? '', { ...signer, post: 'Baris\nlain' }],
    ['letter-template', 'registered', { ...templates.registered, body: 'pendek' }],
    ['letter-template', 'registered', { ...templates.registered, title: '' }],
    ['letter-template', 'registered', { ...templates.registered, body: `${templates.registered.body}\u0007` }],
    ['letter-template', 'registered', { ...templates.registered, body: 'x'.repeat(8001) }],
  ]
  for (const [list, code, data] of wrong) {
    const { status, text } = await change('list.change', list, code, data)
    assert.equal(status, 400, `${list} ${JSON.stringify(data).slice(0, 90)}: ${text}`)
  }
  // LETTER-34 Neither a code that is nobody, nor somebody who works elsewhere.
  const elsewhere = await house.staffAt(
    await openOffice(house, { name: 'SLRT Bantul', kind: 'secretariat', place: '34.02' }),
    'coordinator',
  )
  for (const code of ['siapa-saja', randomUUID(), elsewhere.staff ?? '']) {
    const unknown = await change('list.add', 'letter-signer', code, signer)
    assert.deepEqual([unknown.status, unknown.body.code], [422, 'unknown-signer'], code)
    assert.match(unknown.body.message ?? '', /Pilih orangnya dari daftar/)
  }
  const nowhere = await change('list.add', 'letter-number', randomUUID(), { pattern: '{nomor}/X/{tahun}', basis: '' })
  assert.equal(nowhere.body.code, 'unknown-office')
  assert.deepEqual(await rulesNow(), before)
})

test('LETTER-30 of number patterns those that name no number, or it twice, or no year, are refused with their name', async () => {
  for (const pattern of ['{kode}/{tahun}', '{nomor}/{nomor}/{tahun}', '{nomor}/{kode}', '{nomor}/{tahun}/{umur}']) {
    const { status, body } = await change('list.change', 'letter-number', 'standard', { pattern, basis: '' })
    assert.deepEqual([status, body.code], [422, 'number-pattern'], pattern)
  }
})

test('LETTER-30 the rules of letters are read and set by whoever keeps the lists of the place, and by nobody else', async () => {
  const neighbour = await house.staffAt(offices.maguwoharjo, 'bo')
  const data = { pattern: '{nomor}/X/{tahun}', basis: '' }
  const asked = { list: 'letter-number', code: 'standard', names, from: today, data }
  for (const client of [neighbour, bo, coordinator])
    assert.equal((await client.send('list.change', { data: asked })).body.code, 'not-permitted')
  assert.equal((await house.stranger().send('list.change', { data: asked })).status, 401)
  assert.equal((await admin.send('list.change', { data: asked, district: '34.02' })).body.code, 'not-your-lists')
  const late = await admin.send('list.change', { data: { ...asked, from: '2020-01-01' } })
  assert.deepEqual([late.status, late.body.code], [422, 'day-past'])
  for (const query of [{}, { district: 'sleman' }, { district, all: 1 }])
    assert.equal((await admin.ask(letterRoutes.rules, { query })).status, 400, JSON.stringify(query))
  assert.equal((await house.stranger().ask(letterRoutes.rules, { query: { district } })).status, 401)
})
