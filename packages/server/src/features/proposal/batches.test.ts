import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { proposalRoutes } from '@openslrt/core/contract/proposal-queries.ts'
import { proposalData } from '@openslrt/core/testing/a-proposal.ts'
import { aDistrictOffice, openOffice } from '../../testing/a-district-office.ts'
import type { Client } from '../../testing/client.ts'
import type { Answer } from '../../testing/door.ts'
import { startTestHouse } from '../../testing/house.ts'
import { aPng, proposalsOf } from '../../testing/proposals.ts'
import { assertVerified } from '../../testing/verified.ts'

const house = await startTestHouse({ logLevel: 'silent' })
const offices = await aDistrictOffice(house)
const bantul = await openOffice(house, { name: 'Sekretariat SLRT Bantul', kind: 'secretariat', place: '34.02' })
const drafter = await house.staffAt(offices.caturtunggal, 'village-operator')
const colleague = await house.staffAt(offices.caturtunggal, 'facilitator')
const neighbour = await house.staffAt(offices.maguwoharjo, 'village-operator')
const verifier = await house.staffAt(offices.secretariat, 'verifier')
const second = await house.staffAt(offices.secretariat, 'verifier')
const approver = await house.staffAt(offices.secretariat, 'approver')
const stranger = await house.staffAt(bantul, 'verifier')
const district = '34.04'
const { act, does, drafted, scanned, photo, shown, backed, approved, exported } = proposalsOf({
  drafter,
  verifier,
  approver,
})
const month = '2099-12'

const codeOf = ({ status, body }: Answer) => [status, body.code]
const card = (who: Client, id: string) => who.read(proposalRoutes.one, { query: { district, id } })
const batchOf = (who: Client, id: string, target?: string) =>
  who.read(proposalRoutes.batch, { query: { district, id, ...(target ? { target } : {}) } })
const sheetOf = (who: Client, id: string, target = 'siks-ng') =>
  who.read(proposalRoutes.sheet, { body: { district, id, target } })
const fileOf = (who: Client, query: string) =>
  who.raw({ method: 'GET', path: `/api/proposals/file?district=${district}&${query}` })
const looks = async (action: string, subject: string) =>
  (await house.owner('select 1 from access_log where action = $1 and subject = $2', [action, subject])).length

test('PROPOSAL-29 what does not fit one command goes into the same batch, and out as one file', async () => {
  const all = [await approved(), await approved(), await approved(), await approved(), await approved()]
  const batch = randomUUID()
  await does(verifier, 'export', batch, { month, proposals: all.slice(0, 2) })
  await does(verifier, 'export', batch, { month, proposals: all.slice(2, 4) })
  await does(verifier, 'export', batch, { month, proposals: all.slice(4) })
  const page = await batchOf(verifier, batch)
  assert.deepEqual([page.size, page.items.length, page.month], [5, 5, month])
  const body = { district, id: batch, form: 'csv', reason: 'Diserahkan' }
  const { content } = await verifier.read(proposalRoutes.table, { body })
  const text = Buffer.from(content, 'base64').toString()
  for (const id of all) assert.equal(text.split(id).length, 2, 'each stands in the file once')
  const { items } = await verifier.read(proposalRoutes.batches)
  assert.deepEqual(
    items.filter(({ id }) => id === batch).map(({ size, answered }) => [size, answered]),
    [[5, 0]],
  )
})

test('PROPOSAL-29 nobody else adds to a batch, nor for another month, and nothing goes into two', async () => {
  const [one, two] = [await approved(), await approved()]
  const batch = randomUUID()
  await does(verifier, 'export', batch, { month, proposals: [one] })
  const more = (who: Client, own: object = {}) => act(who, 'export', batch, { month, proposals: [two], ...own })
  assert.deepEqual(codeOf(await more(second)), [409, 'already-so'])
  assert.equal((await more(drafter)).status, 409, 'the village does not even see it')
  assert.deepEqual(codeOf(await more(verifier, { month: '2099-11' })), [409, 'already-so'])
  assert.deepEqual(codeOf(await more(verifier, { proposals: [one] })), [409, 'wrong-proposal-status'])
  assert.deepEqual(codeOf(await act(verifier, 'export', randomUUID(), { month, proposals: [one, two] })), [
    409,
    'wrong-proposal-status',
  ])
  assert.equal((await card(verifier, two)).status, 'approved', 'all or nothing')
  await does(verifier, 'export', batch, { month, proposals: [two] })
  assert.equal((await batchOf(verifier, batch)).size, 2)
})

test('PROPOSAL-9 pressed twice it goes out once; two who take the same at once make one batch of it', async () => {
  const id = await approved()
  const [command, batch] = [randomUUID(), randomUUID()]
  const press = () =>
    verifier.send('proposal.export', {
      id: command,
      subject: batch,
      doneAt: '2026-11-22T03:00:00Z',
      data: { month, proposals: [id] },
    })
  const [first, again] = [await press(), await press()]
  assert.deepEqual(first.body, again.body)
  assert.equal((await batchOf(verifier, batch)).size, 1)
  const both = await approved()
  const answers = await Promise.all(
    [verifier, second, drafter].map((who) => act(who, 'export', randomUUID(), { month, proposals: [both] })),
  )
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 409, 409])
  const rows = await house.owner(
    'select size from proposal_batch where id = (select batch from proposal where id = $1)',
    [both],
  )
  assert.deepEqual(rows, [{ size: 1 }])
})

test('PROPOSAL-9 what is ready is everything that is approved where its reader works, for whoever may take it out', async () => {
  const [one, two] = [await approved(), await approved({ kind: 'not-found', asked: [] })]
  const waiting = await backed()
  const ready = async (who: Client, query = {}) =>
    (await who.read(proposalRoutes.ready, { query })).items.map(({ id }) => id)
  for (const who of [verifier, second, drafter]) {
    const all = await ready(who)
    assert.ok(all.some((id) => id === one) && all.some((id) => id === two) && all.every((id) => id !== waiting))
  }
  assert.ok((await ready(verifier, { kind: 'not-found' })).every((id) => id === two))
  assert.deepEqual(await ready(verifier, { month: '2001-01' }), [])
  assert.deepEqual([await ready(neighbour), await ready(stranger)], [[], []])
  const denied = await approver.ask(proposalRoutes.ready)
  assert.deepEqual(codeOf(denied), [403, 'not-permitted'])
  const batch = randomUUID()
  await does(verifier, 'export', batch, { month, proposals: await ready(verifier) })
  assert.deepEqual(await ready(verifier), [])
})

test('PROPOSAL-16 another district neither sees nor moves anything of it, whatever district its command names', async () => {
  const { id, batch } = await exported()
  for (const row of [proposalRoutes.one, proposalRoutes.batch])
    for (const query of [
      { district, id },
      { district, id: batch },
      { district: '34.02', id },
    ])
      assert.equal((await stranger.ask(row, { query })).status, 404, row.path)
  assert.deepEqual(
    [(await stranger.read(proposalRoutes.list)).total, (await stranger.read(proposalRoutes.batches)).total],
    [0, 0],
  )
  const data = { ...proposalData.tick }
  assert.deepEqual(codeOf(await stranger.send('proposal.tick', { subject: id, district, data })), [404, 'not-found'])
  assert.deepEqual(codeOf(await stranger.send('proposal.tick', { subject: id, district: '34.02', data })), [
    404,
    'not-found',
  ])
  const ready = await approved()
  const take = { month, proposals: [ready] }
  assert.deepEqual(codeOf(await stranger.send('proposal.export', { subject: randomUUID(), district, data: take })), [
    422,
    'wrong-district',
  ])
  assert.deepEqual(
    codeOf(await stranger.send('proposal.export', { subject: randomUUID(), district: '34.02', data: take })),
    [422, 'unknown-proposal'],
  )
  assert.equal((await card(verifier, ready)).status, 'approved')
})

test('PROPOSAL-10 ticks are of one system, one value, one person; whoever ticked first stays, a slip is taken back by anybody', async () => {
  const asked = [{ name: 'kelayakan', before: 'ya', after: 'tidak' }]
  const { id, batch } = await exported({ kind: 'eligibility', asked })
  const tick = (who: Client, own: object = {}) => act(who, 'tick', id, { ...proposalData.tick, ...own })
  assert.equal((await tick(drafter)).status, 200)
  assert.deepEqual(codeOf(await tick(colleague)), [409, 'already-so'])
  assert.equal((await tick(colleague, { fields: ['nama', 'alamat'] })).status, 200)
  const by = (await sheetOf(drafter, id)).lines.flatMap(({ field, tick: one }) => (one ? [[field, one.byName]] : []))
  assert.deepEqual(by.map(([field]) => field).toSorted(), ['alamat', 'nama'])
  assert.notEqual(by[0]?.[1], by[1]?.[1])
  assert.equal(
    (await sheetOf(drafter, id, 'cek-bansos')).lines.every(({ tick: one }) => one === null),
    true,
  )
  assert.deepEqual(codeOf(await tick(drafter, { target: 'siks-ng-lama' })), [422, 'unknown-target'])
  assert.deepEqual(codeOf(await tick(drafter, { fields: ['tabungan'] })), [422, 'proposal-field'])
  assert.equal((await tick(verifier, { fields: ['nama'], done: false })).status, 200)
  assert.equal((await tick(verifier, { fields: [], target: 'cek-bansos' })).status, 200)
  const [siks, cek] = [await batchOf(verifier, batch), await batchOf(verifier, batch, 'cek-bansos')]
  assert.deepEqual([siks.typed, cek.typed, cek.size], [0, 1, 1])
  const unknown = await batchOf(verifier, batch, 'sistem-lama')
  assert.equal(unknown.target, 'siks-ng', 'a system that nobody knows shows the first')
})

test('PROPOSAL-10 two who tick at once lose nothing of each other', async () => {
  const { id } = await exported()
  const { lines } = await sheetOf(drafter, id)
  const fields = lines.slice(0, 8).map(({ field }) => field)
  await Promise.all(
    fields.map((field, nth) =>
      does(nth % 2 === 0 ? drafter : colleague, 'tick', id, { ...proposalData.tick, fields: [field] }),
    ),
  )
  const ticked = (await sheetOf(drafter, id)).lines.filter(({ tick }) => tick !== null).map(({ field }) => field)
  assert.deepEqual(ticked, fields)
})

test('PROPOSAL-9 PROPOSAL-3 the file speaks in official names alone, beside the frame, each column once', async () => {
  const { id, batch } = await exported({ note: '=HYPERLINK("http://x")' })
  const body = { district, id: batch, form: 'csv', reason: 'Diserahkan' }
  const { content } = await verifier.read(proposalRoutes.table, { body })
  const [head = '', row = ''] = Buffer.from(content, 'base64').toString().replace('\uFEFF', '').split('\r\n')
  const columns = head.split(';')
  assert.deepEqual(columns.slice(0, 6), ['id_usulan', 'jenis_usulan', 'bulan', 'waktu_catat', 'dasar', 'alasan'])
  assert.equal(new Set(columns).size, columns.length)
  const { lines } = await sheetOf(verifier, id)
  for (const { field } of lines) assert.ok(columns.includes(field), field)
  for (const enrichment of ['agama', 'hamil', 'nama_ibu_kandung', 'desil'])
    assert.ok(!columns.includes(enrichment), enrichment)
  assert.ok(row.includes(`"'=HYPERLINK(""http://x"")"`), 'a note is never run as a formula')
  for (const reason of ['', 'x', ' '.repeat(10)])
    assert.equal((await verifier.ask(proposalRoutes.table, { body: { ...body, reason } })).status, 400)
  assert.equal(await looks('export', batch), 1)
})

test('PROPOSAL-28 photos are named once they were sent, are pictures, and are looked at within the village, each look on record', async () => {
  const id = await drafted({ kind: 'objection', asked: [{ name: 'kelayakan', before: 'ya', after: 'tidak' }] })
  assert.deepEqual((await card(drafter, id)).missing, ['foto', 'lokasi'])
  const data = { ...proposalData.evidence }
  assert.deepEqual(codeOf(await act(drafter, 'evidence', id, data)), [422, 'unknown-file'])
  const { file } = await scanned()
  assert.deepEqual(
    codeOf(await act(drafter, 'evidence', id, { ...data, photos: [file] })),
    [422, 'unknown-file'],
    'a PDF is no photo',
  )
  const other = await photo(drafter, Buffer.concat([aPng, Buffer.from('2')]))
  await does(drafter, 'evidence', id, { ...data, photos: [await photo(), other] })
  const seen = await card(drafter, id)
  assert.deepEqual([seen.photos, seen.spot, seen.missing], [2, data.spot, []])
  const first = await fileOf(drafter, `of=photo&id=${id}`)
  assert.deepEqual([first.status, first.headers['content-type']], [200, 'image/png'])
  assert.equal((await fileOf(drafter, `of=photo&id=${id}&nth=1`)).status, 200)
  assert.equal(await looks('file', id), 2)
  assert.equal((await fileOf(drafter, `of=photo&id=${id}&nth=2`)).status, 404)
  assert.equal((await fileOf(drafter, `of=photo&id=${id}&nth=x`)).status, 400)
  for (const who of [neighbour, stranger]) assert.equal((await fileOf(who, `of=photo&id=${id}`)).status, 404)
  assert.deepEqual(codeOf(await act(neighbour, 'evidence', id, data)), [404, 'not-found'])
  assert.equal(await looks('file', id), 2)
})

test('PROPOSAL-28 a place is kept without sending the photos again, lies sealed, and a later look changes neither', async () => {
  const id = await drafted({ kind: 'objection', asked: [{ name: 'kelayakan', before: 'ya', after: 'tidak' }] })
  await shown(id)
  const spot = { lat: -7.5, long: 110.25, accuracy: null }
  await does(colleague, 'evidence', id, { photos: null, spot })
  const seen = await card(drafter, id)
  assert.deepEqual([seen.photos, seen.spot, seen.drafterNames.length], [1, spot, 2])
  const [row] = await house.owner<{ spot: Buffer }>('select spot from proposal where id = $1', [id])
  assert.doesNotMatch(row?.spot.toString('latin1') ?? '', /110|lat/)
  await does(drafter, 'back', id, await scanned())
  assert.deepEqual(codeOf(await act(verifier, 'evidence', id, { photos: null, spot: null })), [403, 'not-permitted'])
  await does(verifier, 'verify', id, proposalData.verify)
  assert.deepEqual(codeOf(await act(drafter, 'evidence', id, { photos: null, spot: null })), [
    409,
    'wrong-proposal-status',
  ])
})

test('PROPOSAL-28 PROPOSAL-14 a meeting backs no objection whose house nobody showed', async () => {
  const id = await drafted({ kind: 'objection', asked: [{ name: 'kelayakan', before: 'ya', after: 'tidak' }] })
  const minutes = randomUUID()
  await does(drafter, 'meet', minutes, proposalData.meet)
  await does(drafter, 'minute', minutes, {
    ...proposalData.minute,
    verdicts: [{ proposal: id, agreed: true, note: '' }],
  })
  assert.deepEqual(codeOf(await act(drafter, 'sign', minutes, await scanned())), [409, 'proposal-incomplete'])
  await shown(id)
  await does(drafter, 'sign', minutes, await scanned())
  assert.deepEqual([(await card(drafter, id)).status, (await card(drafter, id)).backing], ['backed', 'minutes'])
})

test('PROPOSAL-27 a draft that is changed keeps the numbers that nobody typed anew, and the sheet has them whole', async () => {
  const asked = [{ name: 'nik_ganda', before: null, after: '3404074506800099' }]
  const { nik: _nik, kk: _kk, ...words } = proposalData.change
  const own = { person: null, family: null, kind: 'double', asked, reason: 'twice' }
  const id = await drafted(own)
  const shownThere = (await card(drafter, id)).asked
  assert.deepEqual(shownThere, [{ name: 'nik_ganda', before: null, after: '3404**********99' }])
  const { kind: _kind, ...whom } = own
  await does(drafter, 'change', id, { ...words, ...whom, asked: shownThere, note: 'Diperbaiki' })
  const after = await card(drafter, id)
  assert.deepEqual([after.nik, after.kk, after.note], ['3404**********01', '3404**********01', 'Diperbaiki'])
  assert.deepEqual(
    codeOf(await act(drafter, 'change', id, { ...words, ...whom, asked: [{ ...shownThere[0], after: '34**' }] })),
    [422, 'proposal-field'],
  )
  await does(drafter, 'back', id, await scanned())
  await does(verifier, 'verify', id, proposalData.verify)
  await does(approver, 'approve', id, proposalData.approve)
  await does(verifier, 'export', randomUUID(), { month, proposals: [id] })
  const value = new Map((await sheetOf(drafter, id)).lines.map(({ field, value: said }) => [field, said]))
  assert.deepEqual(
    [value.get('nomor_induk_kependudukan'), value.get('nomor_kartu_keluarga'), value.get('nik_ganda')],
    ['3404074506800001', '3404070101100001', '3404074506800099'],
  )
})

test('PROPOSAL-12 the ledger proves batches, ticks and evidence', () => assertVerified(house))
