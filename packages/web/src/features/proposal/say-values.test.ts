import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AnswerPlan } from '@openslrt/core/contract/proposal-answers.ts'
import type { ProposalCard } from '@openslrt/core/contract/proposal-queries.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { answerLineKinds } from '@openslrt/core/proposal/answers.ts'
import { ownFields } from '@openslrt/core/proposal/kinds.ts'
import { shippedCodes } from '@openslrt/core/registry/shipped-codes.ts'
import { variables } from '@openslrt/core/registry/variables.ts'
import { proposalIds } from '@openslrt/core/testing/a-proposal.ts'
import { afterTaking, answerGroups, countLines, type PlannedLine, sayAnswer, wrongRows } from './answer-values.ts'
import { changedWords, draftOf } from './draft-values.ts'
import { degree, saySpot, spotFaults, spotOf, spotValues } from './evidence-values.ts'
import { type CodeNames, choicesOf, sayAsked } from './say-asked.ts'
import { lastMonth, partsOf } from './take-out-parts.ts'

const t = sayIn('id')
const lists: Record<string, { code: string; names: { id: string; en: string } }[]> = {}
for (const { list, code, names } of shippedCodes) lists[list] = [...(lists[list] ?? []), { code, names: { ...names } }]
const reading = { names: { lists } as CodeNames, lang: 'id', t, day: (day: string) => `hari ${day}` } as const
const say = (name: string, value: string | null) => sayAsked(name, value, reading)

test('PROPOSAL-30 a code is read by its name in its list, several by theirs, an unknown one as it stands', () => {
  const floor = lists['jenis_lantai']?.find(({ code }) => code === '5')
  assert.ok(floor)
  assert.equal(say('jenis_lantai_terluas', '5'), floor.names.id)
  assert.equal(sayAsked('jenis_lantai_terluas', '5', { ...reading, lang: 'en' }), floor.names.en)
  assert.equal(say('jenis_lantai_terluas', '99'), '99')
  const ills = (lists['penyakit_kronis'] ?? []).slice(0, 2)
  const codes = ills.map(({ code }) => code)
  assert.equal(say('penyakit_kronis', codes.join(',')), ills.map(({ names }) => names.id).join(', '))
  assert.equal(say('penyakit_kronis', codes.join(', ')), ills.map(({ names }) => names.id).join(', '))
  assert.equal(
    sayAsked('jenis_lantai_terluas', '5', { ...reading, names: undefined }),
    '5',
    'before the lists are there',
  )
})

test('PROPOSAL-30 no value of a list is ever shown as its code', () => {
  for (const { name, kind, list } of variables) {
    if (kind !== 'code' && kind !== 'codes') continue
    for (const { code, names } of lists[list ?? ''] ?? []) assert.equal(say(name, code), names.id, `${name} ${code}`)
  }
})

test('PROPOSAL-30 yes and no, days, measures and nothing are said in words', () => {
  assert.deepEqual(
    ['ya', 'TIDAK', 'entah'].map((value) => say('kelayakan', value)),
    ['Ya', 'Tidak', 'entah'],
  )
  assert.deepEqual(
    ['true', 'false'].map((value) => say('hamil', value)),
    ['Ya', 'Tidak'],
  )
  assert.equal(say('tanggal_meninggal', '2026-11-01'), 'hari 2026-11-01')
  assert.equal(say('luas_lantai', '36'), '36 m2')
  assert.equal(say('sepeda_motor', '2'), '2')
  assert.deepEqual([say('nama', null), say('nama', '')], ['Kosongkan', 'Kosongkan'])
})

test('PROPOSAL-30 a value of a list is chosen by name, yes and no too; whatever else is typed', () => {
  const choices = (name: string) => choicesOf(name, reading)
  assert.deepEqual(choices('kelayakan'), [
    ['ya', 'Ya'],
    ['tidak', 'Tidak'],
  ])
  assert.deepEqual(
    choices('status_kawin'),
    lists['status_kawin']?.map(({ code, names }) => [code, names.id]),
  )
  for (const name of ['nama', 'tanggal_meninggal', 'sepeda_motor', 'penyakit_kronis', 'nik_ganda', 'gossip'])
    assert.deepEqual(choices(name), [], name)
  assert.deepEqual(choicesOf('status_kawin', { ...reading, names: undefined }), [])
  for (const name of ownFields) for (const [code] of choices(name)) assert.doesNotMatch(say(name, code), /^[a-z]/)
})

test('PROPOSAL-28 degrees are read as maps and people write them, and nothing else is', () => {
  const read: readonly (readonly [typed: string, most: number, degree: number | null])[] = [
    ['-7.78262', 90, -7.78262],
    ['-7,78262', 90, -7.78262],
    [' 7.78262 LS ', 90, -7.78262],
    ['7,78262° S', 90, -7.78262],
    ['0.5 LU', 90, 0.5],
    ['110.38831', 180, 110.38831],
    ['110.38831 BT', 180, 110.38831],
    ['0', 90, 0],
    ['90', 90, 90],
    ['90.1', 90, null],
    ['180.5', 180, null],
    ['7°46′57″', 90, null],
    ['tujuh', 90, null],
    ['', 90, null],
    ['1e2', 180, null],
    ['--7', 90, null],
  ]
  for (const [typed, most, expected] of read) assert.equal(degree(typed, most), expected, typed)
})

test('PROPOSAL-28 half a place is asked for, none is none, and what is typed has no accuracy', () => {
  const faults = (lat: string, long: string) => Object.keys(spotFaults({ lat, long, accuracy: '' }, t))
  assert.deepEqual(
    [faults('', ''), faults('-7.7', ''), faults('', '110'), faults('x', 'y')],
    [[], ['long'], ['lat'], ['lat', 'long']],
  )
  assert.equal(spotOf({ lat: '', long: '', accuracy: '' }), null)
  assert.deepEqual(spotOf({ lat: '-7,7', long: '110,4', accuracy: '' }), { lat: -7.7, long: 110.4, accuracy: null })
  const told = { lat: -7.78262, long: 110.38831, accuracy: 12 }
  assert.deepEqual(spotOf(spotValues(told)), told)
  assert.deepEqual(spotValues(null), { lat: '', long: '', accuracy: '' })
  assert.equal(saySpot(told, t), '-7.78262, 110.38831 (ketelitian 12 m)')
  assert.equal(saySpot({ ...told, accuracy: null }, t), '-7.78262, 110.38831 (diketik)')
})

test('PROPOSAL-29 what is taken out goes in parts that one command takes, in order and none twice', () => {
  const all = Array.from({ length: 451 }, (_, nth) => nth)
  const parts = partsOf(all, 200)
  assert.deepEqual(
    parts.map((part) => part.length),
    [200, 200, 51],
  )
  assert.deepEqual(parts.flat(), all)
  assert.deepEqual([partsOf([], 200), partsOf([1], 200)], [[], [[1]]])
  assert.equal(lastMonth([{ month: '2026-11' }, { month: '2027-01' }, { month: '2026-12' }]), '2027-01')
})

const aLine = (line: number, own: Partial<PlannedLine> = {}): PlannedLine => ({
  line,
  what: 'matched',
  proposal: proposalIds.proposal(line),
  name: 'S*** A***',
  kind: 'correction',
  answer: 'accept',
  reason: '',
  answeredOn: '2026-11-20',
  problem: null,
  cells: ['3404074506800001', 'diterima'],
  ...own,
})
const plan: AnswerPlan = {
  head: ['NIK', 'Jawaban', 'Catatan'],
  missing: [],
  lines: [
    aLine(2),
    aLine(3, { what: 'wrong', problem: 'NIK rusak', cells: ['3,4E+15'] }),
    aLine(4, { what: 'unknown', proposal: null }),
    aLine(5, { answer: 'reject', reason: 'Kuota penuh' }),
    aLine(6, { what: 'blank', answer: null }),
  ],
}

test('PROPOSAL-25 lines of a file are counted by what comes of them, what needs mending first', () => {
  assert.deepEqual(countLines(plan.lines), { matched: 2, unknown: 1, answered: 0, blank: 1, wrong: 1 })
  assert.deepEqual([...answerGroups].toSorted(), [...answerLineKinds].toSorted())
  assert.deepEqual(answerGroups.slice(0, 2), ['wrong', 'unknown'])
  assert.deepEqual(
    plan.lines.map((line) => sayAnswer(line, t)),
    ['Diterima pusat', 'Diterima pusat', 'Diterima pusat', 'Ditolak pusat: Kuota penuh', ''],
  )
})

test('PROPOSAL-25 the lines that were not recorded come back as they came, each with why, and can be sent again', () => {
  assert.deepEqual(wrongRows(plan, t), [
    ['NIK', 'Jawaban', 'Catatan', t('proposal.answers.wrong.why')],
    ['3,4E+15', '', '', 'NIK rusak'],
    ['3404074506800001', 'diterima', '', t('proposal.answers.nobody')],
  ])
})

test('PROPOSAL-25 what was recorded stands as such, what was refused meanwhile says why, the rest stays', () => {
  const { cells: _two, ...two } = aLine(2)
  const { cells: _five, ...five } = aLine(5, { what: 'wrong', problem: 'Sudah berakhir' })
  const after = afterTaking(plan, [two, five])
  assert.deepEqual(
    after.lines.map(({ what }) => what),
    ['answered', 'wrong', 'unknown', 'wrong', 'blank'],
  )
  assert.deepEqual([after.lines[3]?.problem, after.lines[3]?.cells], ['Sudah berakhir', plan.lines[3]?.cells])
  assert.deepEqual(afterTaking(plan, []), plan)
})

test('PROPOSAL-27 a draft opened and saved sends no number that nobody typed, and no masked one', () => {
  const card = {
    kind: 'double',
    name: 'Siti Aminah',
    nik: '3404**********01',
    kk: '3404**********01',
    person: null,
    family: null,
    place: '34.04.07.2001',
    placeName: 'Caturtunggal',
    programme: null,
    asked: [{ name: 'nik_ganda', before: null, after: '3404**********99' }],
    reason: 'twice',
    note: '',
  } as unknown as ProposalCard
  const values = draftOf(card)
  assert.deepEqual([values.nik, values.kk], ['', ''])
  const untouched = changedWords(values, card)
  assert.deepEqual(['nik' in untouched, 'kk' in untouched], [false, false])
  assert.deepEqual(untouched.asked, card.asked, 'the server knows what stands behind the mask')
  const typed = changedWords({ ...values, nik: '3404 0745 0680 0002' }, card)
  assert.deepEqual([typed.nik, 'kk' in typed], ['3404074506800002', false])
})
