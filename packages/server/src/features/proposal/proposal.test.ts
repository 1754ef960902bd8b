import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { proposalRoutes } from '@openslrt/core/contract/proposal-queries.ts'
import { publicProposals } from '@openslrt/core/contract/public-proposal.ts'
import { dayIn, dayMs, wireOf } from '@openslrt/core/kernel/instant.ts'
import { proposalData } from '@openslrt/core/testing/a-proposal.ts'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import type { Answer } from '../../testing/door.ts'
import { startTestHouse } from '../../testing/house.ts'
import { noticePartsOf } from '../../testing/notice-house.ts'
import { plainBrowser } from '../../testing/plain-browser.ts'
import { proposalsOf } from '../../testing/proposals.ts'
import { assertVerified } from '../../testing/verified.ts'
import { dispatchAll } from '../notice/dispatch.ts'
import { proposalHandler } from './commands.ts'
import { pressProposals } from './press.ts'

const house = await startTestHouse({ logLevel: 'silent' })
const offices = await aDistrictOffice(house)
const drafter = await house.staffAt(offices.caturtunggal, 'village-operator')
const colleague = await house.staffAt(offices.caturtunggal, 'facilitator')
const neighbour = await house.staffAt(offices.maguwoharjo, 'village-operator')
const verifier = await house.staffAt(offices.secretariat, 'verifier')
const approver = await house.staffAt(offices.secretariat, 'approver')
const manager = await house.staffAt(offices.secretariat, 'manager')
const { ledger, reference, pools } = house.parts
const district = '34.04'
const { act, does, drafted, scanned, backed, approved, exported } = proposalsOf({ drafter, verifier, approver })

const codeOf = ({ status, body }: Answer) => [status, body.code]
const card = (who: Client, id: string) => who.read(proposalRoutes.one, { query: { district, id } })
const listed = (who: Client, query: Record<string, string> = {}) => who.read(proposalRoutes.list, { query })
const has = async (who: Client, show: string, id: string): Promise<boolean> =>
  (await listed(who, { show })).items.some((item) => item.id === id)
const looks = (action: string, subject: string) =>
  house.owner('select reason from access_log where action = $1 and subject = $2', [action, subject])

test('PROPOSAL-1 from a draft with a statement over two people out, and an answer back', async () => {
  const { id, batch } = await exported()
  const seen = await card(drafter, id)
  assert.deepEqual([seen.status, seen.batch, seen.name, seen.backing], ['exported', batch, 'Siti Aminah', 'sptjm'])
  assert.deepEqual([seen.nik, seen.asked], ['3404**********01', [...proposalData.draft.asked]])
  await does(drafter, 'reject', id, { ...proposalData.reject, answeredOn: dayIn('Asia/Jakarta', Date.now()) })
  const ended = await card(drafter, id)
  assert.deepEqual([ended.status, ended.why, ended.words, ended.acts], ['rejected', 'desil-above', 'Desil 6.', []])
})

test('PROPOSAL-18 the card shows who did what on the way, and the steps to come', async () => {
  const id = await backed()
  const { way, drafterNames, officeName } = await card(verifier, id)
  assert.deepEqual(
    way.map(({ status, at }) => [status, at !== null]),
    [
      ['drafted', true],
      ['backed', true],
      ['verified', false],
      ['approved', false],
      ['exported', false],
      ['accepted', false],
    ],
  )
  assert.deepEqual([way[0]?.byName, drafterNames.length, officeName], [drafterNames[0], 1, 'Puskesos Caturtunggal'])
  await does(verifier, 'return', id, proposalData.return)
  const returned = await card(drafter, id)
  assert.deepEqual(
    [returned.way.at(-1)?.status, returned.why, returned.words],
    ['returned', 'papers-missing', 'KK tidak terbaca.'],
  )
  await does(drafter, 'resend', id, { note: '' })
  assert.equal((await card(drafter, id)).status, 'backed')
})

test('PROPOSAL-4 at the doors, too, drafter, verifier and approver are different people', async () => {
  const both = await house.staffAt(offices.secretariat, 'verifier')
  const second = { staff: both.staff, office: offices.secretariat, role: 'approver' }
  await house.setUp('post.give', { subject: randomUUID(), data: second })
  const id = await backed()
  await does(both, 'verify', id, proposalData.verify)
  assert.deepEqual(codeOf(await act(both, 'approve', id, proposalData.approve)), [403, 'own-proposal'])
  assert.deepEqual(codeOf(await act(drafter, 'approve', id, proposalData.approve)), [403, 'not-permitted'])
  await does(approver, 'approve', id, proposalData.approve)
  await assert.rejects(
    house.owner('update proposal set approver = verifier where id = $1', [id]),
    /proposal_three_people/,
    'the table says it a second time',
  )
})

test('PROPOSAL-16 nobody sees or moves a proposal of another village, nor its scan, minutes or batch', async () => {
  const { id, batch } = await exported()
  for (const row of [proposalRoutes.one, proposalRoutes.batch])
    for (const at of [id, batch])
      assert.equal((await neighbour.ask(row, { query: { district, id: at } })).status, 404, row.path)
  const body = { district, id, target: 'siks-ng' }
  assert.equal((await neighbour.ask(proposalRoutes.sheet, { body })).status, 404)
  assert.deepEqual(codeOf(await act(neighbour, 'tick', id, proposalData.tick)), [404, 'not-found'])
  const scan = (who: Client, of: string) =>
    who.raw({ method: 'GET', path: `/api/proposals/file?district=${district}&of=${of}&id=${id}` })
  assert.equal((await scan(neighbour, 'proposal')).status, 404)
  assert.equal((await scan(drafter, 'minutes')).status, 404)
  assert.equal((await scan(drafter, 'proposal')).status, 200)
  assert.equal((await looks('file', id)).length, 1)
  assert.equal(await has(neighbour, 'all', id), false)
  assert.equal(await has(colleague, 'all', id), true)
  const elsewhere = { ...proposalData.draft, person: null, family: null, place: '34.04.07.2002' }
  assert.deepEqual(codeOf(await act(drafter, 'draft', randomUUID(), elsewhere)), [422, 'wrong-place'])
})

test('PROPOSAL-16 whoever only reads gets no whole number: neither sheet nor file', async () => {
  const { id, batch } = await exported()
  const sheet = { body: { district, id, target: 'siks-ng' } }
  const table = { body: { district, id: batch, form: 'csv', reason: 'Diserahkan' } }
  assert.equal((await approver.ask(proposalRoutes.sheet, sheet)).status, 404)
  assert.equal((await approver.ask(proposalRoutes.table, table)).status, 404)
  assert.equal((await verifier.ask(proposalRoutes.sheet, sheet)).status, 200)
  const early = await approved()
  const before = { body: { district, id: early, target: 'siks-ng' } }
  assert.equal((await verifier.ask(proposalRoutes.sheet, before)).status, 404, 'before it is out')
})

test('PROPOSAL-15 a scan that a proposal names is kept, and one that was never sent backs nothing', async () => {
  const id = await drafted()
  const scan = { file: 'f'.repeat(64), fileName: 'sptjm.pdf' }
  assert.deepEqual(codeOf(await act(drafter, 'back', id, scan)), [422, 'unknown-file'])
  await does(drafter, 'back', id, await scanned())
})

test('PROPOSAL-17 each worklist holds what waits there, with what its reader may do, and the counts agree', async () => {
  const id = await drafted({ kind: 'not-found', asked: [] })
  assert.equal(await has(drafter, 'to-back', id), true)
  await does(drafter, 'back', id, await scanned())
  assert.equal(await has(drafter, 'to-back', id), false)
  const { items, counts, total } = await listed(verifier, { show: 'to-verify', kind: 'not-found' })
  assert.deepEqual(
    items.map((item) => [item.id, item.acts, item.name]),
    [[id, ['verify', 'return'], 'S*** A***']],
  )
  assert.deepEqual([total, counts['to-verify'], counts.all], [1, 1, 1])
  assert.equal((await listed(verifier, { show: 'to-verify', place: '34.04.07.2002' })).total, 0)
  assert.equal((await listed(verifier, { month: '2001-01' })).total, 0)
})

test('PROPOSAL-9 a batch as a file bears official names, whole numbers and who took it, and the look is on record', async () => {
  const { id, batch } = await exported()
  const body = { district, id: batch, form: 'csv', reason: 'Diserahkan ke provinsi' }
  const { name, content } = await verifier.read(proposalRoutes.table, { body })
  const text = Buffer.from(content, 'base64').toString()
  assert.match(name, /^usulan-2099-12\.csv$/)
  for (const word of [
    'nomor_induk_kependudukan',
    'jenis_lantai_terluas',
    id,
    '3404074506800001',
    '3404072001',
    'Diserahkan ke provinsi',
  ])
    assert.ok(text.includes(word), word)
  assert.deepEqual(await looks('export', batch), [{ reason: 'Diserahkan ke provinsi' }])
  const sheet = await verifier.read(proposalRoutes.table, { body: { ...body, form: 'xlsx' } })
  assert.equal(Buffer.from(sheet.content, 'base64').subarray(0, 2).toString(), 'PK')
  assert.deepEqual(codeOf(await act(verifier, 'export', randomUUID(), { month: '2099-12', proposals: [id] })), [
    409,
    'wrong-proposal-status',
  ])
})

test('PROPOSAL-10 the sheet is ticked off value by value and person by person, with who and when', async () => {
  const { id, batch } = await exported()
  const read = () => drafter.read(proposalRoutes.sheet, { body: { district, id, target: 'siks-ng' } })
  const before = await read()
  const value = (name: string) => before.lines.find(({ field }) => field === name)?.value
  assert.deepEqual(
    [value('nomor_induk_kependudukan'), value('jenis_lantai_terluas'), before.done],
    ['3404074506800001', '5', null],
  )
  assert.deepEqual(await looks('reveal', id), [{ reason: 'SIKS-NG' }])
  await does(drafter, 'tick', id, proposalData.tick)
  await does(colleague, 'tick', id, { ...proposalData.tick, fields: [] })
  const after = await read()
  const ticked = after.lines.filter(({ tick }) => tick !== null)
  assert.deepEqual(
    ticked.map(({ field }) => field),
    ['nama'],
  )
  assert.notEqual(after.done?.byName, ticked[0]?.tick?.byName)
  const progress = await drafter.read(proposalRoutes.batch, { query: { district, id: batch } }).catch(() => null)
  assert.equal(progress, null, 'the batch is the district’s')
  const whole = await verifier.read(proposalRoutes.batch, { query: { district, id: batch } })
  assert.deepEqual([whole.typed, whole.size, whole.items[0]?.typed?.byName], [1, 1, after.done?.byName])
  const other = await verifier.read(proposalRoutes.batch, { query: { district, id: batch, target: 'cek-bansos' } })
  assert.deepEqual([other.target, other.items.length], ['cek-bansos', 0], 'Cek Bansos takes no corrections')
})

test('PROPOSAL-14 a village meeting with its signed scan backs its drafts, and ends what it refuses', async () => {
  const [agreed, refused] = [await drafted(), await drafted()]
  const id = randomUUID()
  await does(drafter, 'meet', id, proposalData.meet)
  const verdicts = [
    { proposal: agreed, agreed: true, note: '' },
    { proposal: refused, agreed: false, note: 'Sudah mampu' },
  ]
  await does(drafter, 'minute', id, { ...proposalData.minute, verdicts })
  const open = await drafter.read(proposalRoutes.meeting, { query: { district, id } })
  assert.deepEqual([open.verdicts.length, open.counts.prelist, open.acts], [2, 100, ['minute', 'sign', 'call-off']])
  assert.equal((await neighbour.ask(proposalRoutes.meeting, { query: { district, id } })).status, 404)
  await does(drafter, 'sign', id, await scanned())
  const [one, two] = [await card(drafter, agreed), await card(drafter, refused)]
  assert.deepEqual([one.status, one.backing, one.minutes], ['backed', 'minutes', id])
  assert.deepEqual([two.status, two.words], ['withdrawn', 'Sudah mampu'])
  const { items } = await verifier.read(proposalRoutes.meetings)
  assert.deepEqual(
    items.map((item) => [item.id, item.status, item.placeName]),
    [[id, 'signed', 'Caturtunggal']],
  )
  assert.deepEqual(codeOf(await act(drafter, 'minute', id, proposalData.minute)), [409, 'wrong-minutes-status'])
})

test('PROPOSAL-20 the calendar of a month names its days, its meetings and the objections that run', async () => {
  const asked = [{ name: 'kelayakan', before: 'ya', after: 'tidak' }]
  const id = await drafted({ kind: 'objection', asked, capturedAt: wireOf(Date.now() - 15 * dayMs) })
  const seen = await verifier.read(proposalRoutes.calendar, { query: { month: '2026-02' } })
  assert.deepEqual([seen.closes, seen.pulled, seen.finalised], ['2026-02-17', '2026-02-18', '2026-02-25'])
  assert.ok(seen.objections.some((one) => one.id === id && one.late))
  assert.equal(await has(verifier, 'late', id), true)
})

test('PROPOSAL-22 time says once that an objection is over, and its entry stands in the ledger as the clock’s', async () => {
  const handle = proposalHandler({ ledger, reference })
  await pressProposals(pools.worker, handle, Date.now())
  const asked = [{ name: 'kelayakan', before: 'ya', after: 'tidak' }]
  const id = await drafted({ kind: 'objection', asked, capturedAt: wireOf(Date.now() - 8 * dayMs) })
  assert.equal(await pressProposals(pools.worker, handle, Date.now()), 1)
  assert.equal(await pressProposals(pools.worker, handle, Date.now()), 0)
  assert.equal(await pressProposals(pools.worker, handle, Date.now() + 7 * dayMs), 1)
  const entries = await house.owner('select kind, actor from ledger where subject = $1 order by seq', [id])
  assert.deepEqual(entries.slice(1), [
    { kind: 'proposal.warn', actor: 'clock' },
    { kind: 'proposal.overdue', actor: 'clock' },
  ])
  await does(drafter, 'withdraw', id, proposalData.withdraw)
})

test('PROPOSAL-21 what a device cannot have seen is flagged, and its verifier says which time counts', async () => {
  const id = await backed({ capturedAt: wireOf(Date.now() + 5 * dayMs) })
  assert.equal((await card(verifier, id)).flagged, true)
  assert.deepEqual(codeOf(await act(verifier, 'verify', id, proposalData.verify)), [409, 'capture-undecided'])
  await does(verifier, 'verify', id, { note: '', capture: 'received' })
  assert.equal((await card(verifier, id)).capture, 'received')
})

test('PROPOSAL-17 somebody of the registry is found by NIK within the own village, and the look is kept', async () => {
  const keys = await ledger.keys.forDistrict(district)
  const nik = '3404074506801234'
  const person = randomUUID()
  await house.owner(
    `insert into person (district, id, version, seq, place, name, name_key, nik, nik_index, said, status, complete, added_at, changed_at)
      values ($1, $2, 1, 1, '34.04.07.2001', 'Sumarni', 'sumarni', $3, $4, '{"status_kawin": "4"}', 'known', 0, now(), now())`,
    [district, person, keys.seal(Buffer.from(nik), 'field'), keys.index('nik', nik)],
  )
  const find = (who: Client) => who.read(proposalRoutes.find, { body: { district, nik } })
  const { people } = await find(drafter)
  assert.deepEqual(
    people.map((one) => [one.id, one.nik, one.placeName, one.values]),
    [[person, '3404**********34', 'Caturtunggal', { status_kawin: '4' }]],
  )
  assert.equal((await looks('search', person)).length, 1)
  assert.deepEqual((await find(neighbour)).people, [])
  const own = { ...proposalData.draft, person, family: null, nik, place: '34.04.07.2002' }
  assert.deepEqual(codeOf(await act(neighbour, 'draft', randomUUID(), own)), [404, 'not-found'])
  const id = await drafted({ person, nik })
  assert.deepEqual(
    (await find(drafter)).proposals.map((one) => one.id),
    [id],
  )
  await house.owner('delete from person where id = $1', [person])
})

test('PROPOSAL-17 the proposals of a case are listed for whoever sees the case and its village', async () => {
  const desk = await house.staffAt(offices.caturtunggal, 'fo')
  const kase = await aCaseBy(desk)
  const id = await drafted({ case: kase.id }, desk)
  const { items } = await desk.read(proposalRoutes.ofCase, { query: { district, id: kase.id } })
  assert.deepEqual(
    items.map((item) => item.id),
    [id],
  )
  assert.equal((await card(desk, id)).case?.number, kase.number)
  assert.equal((await neighbour.ask(proposalRoutes.ofCase, { query: { district, id: kase.id } })).status, 404)
  const stranger = { ...proposalData.draft, person: null, family: null, case: kase.id, place: '34.04.07.2002' }
  assert.deepEqual(codeOf(await act(neighbour, 'draft', randomUUID(), stranger)), [404, 'not-found'])
})

test('PROPOSAL-19 the citizen of the case is told that data were proposed, sent and rejected; others of nothing', async () => {
  const desk = await house.staffAt(offices.caturtunggal, 'fo')
  const kase = await aCaseBy(desk)
  const { id } = await exported({ case: kase.id })
  await does(drafter, 'reject', id, { ...proposalData.reject, answeredOn: dayIn('Asia/Jakarta', Date.now()) })
  await dispatchAll(noticePartsOf(house), Date.now())
  const told = await house.owner(
    "select what from notice where case_id = $1 and whom = 'citizen' and what like 'proposal-%' order by mark",
    [kase.id],
  )
  assert.deepEqual(
    told.map(({ what }) => what),
    ['proposal-made', 'proposal-sent', 'proposal-rejected'],
  )
})

test('PROPOSAL-31 the citizen of the case sees how it stands behind their secret, without a name or number; others nothing', async () => {
  const desk = await house.staffAt(offices.caturtunggal, 'fo')
  const [kase, other] = [await aCaseBy(desk), await aCaseBy(desk)]
  const pageOf = async ({ number, receipt }: typeof kase) => {
    const browser = plainBrowser(house.door)
    await browser.open('/lacak')
    return (await browser.press('/lacak', { number, secret: receipt.short })).text
  }
  assert.doesNotMatch(await pageOf(kase), /Usulan ke data nasional/)
  const { id } = await exported({ case: kase.id })
  const sent = await pageOf(kase)
  for (const words of [
    'Usulan ke data nasional',
    'Perbaikan data',
    'Diterima Puskesos Caturtunggal',
    'Diverifikasi dinas',
  ])
    assert.ok(sent.includes(words), words)
  assert.match(sent, /Dikirim ke pusat bersama usulan Desember 2099/)
  assert.doesNotMatch(await pageOf(other), /Usulan ke data nasional/)
  await does(drafter, 'reject', id, {
    ...proposalData.reject,
    reason: 'quota-full',
    answeredOn: dayIn('Asia/Jakarta', Date.now()),
  })
  const answered = await pageOf(kase)
  assert.match(answered, /Ditolak pusat: Kuota penuh/)
  assert.doesNotMatch(answered, /Desil 6|3404074506800001|Lantai rumah sekarang/)
  const found = async (secret: string, at = district) => {
    const sql = 'select public_proposals($1, $2, $3) as found'
    const { rows } = await pools.door.query<{ found: unknown }>(sql, [at, kase.id, ledger.keys.doorDigest(secret)])
    return publicProposals.parse(rows[0]?.found)
  }
  assert.equal((await found(kase.receipt.short)).length, 1)
  assert.equal((await found(kase.receipt.long)).length, 1)
  assert.deepEqual(
    [await found(other.receipt.short), await found(kase.receipt.short, '34.02'), await found('')],
    [[], [], []],
  )
})

test('PROPOSAL-12 what was typed lies sealed, and the ledger proves all of it', async () => {
  const [row] = await house.owner<{ nik: Buffer; asked: Buffer; note: Buffer }>(
    'select nik, asked, note from proposal limit 1',
  )
  for (const sealed of [row?.nik, row?.asked, row?.note]) {
    assert.ok(sealed)
    assert.doesNotMatch(sealed.toString('latin1'), /3404|jenis_lantai|tanah/)
  }
  assert.ok((await listed(manager)).total > 10)
  await assertVerified(house)
})
