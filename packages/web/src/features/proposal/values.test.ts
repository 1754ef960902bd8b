import assert from 'node:assert/strict'
import { test } from 'node:test'
import { minutesMoveData, proposalMoveData } from '@openslrt/core/contract/proposal.ts'
import type { FoundPerson, MinutesPage } from '@openslrt/core/contract/proposal-queries.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { personId } from '@openslrt/core/kernel/id.ts'
import { tableOf } from '@openslrt/core/kernel/keys.ts'
import { placeCode } from '@openslrt/core/place/code.ts'
import { countNames } from '@openslrt/core/proposal/proposal.ts'
import { proposalIds } from '@openslrt/core/testing/a-proposal.ts'
import { mergeDraft } from '../../platform/act/merge-draft.ts'
import { askedFor, draftFaults, emptyDraft, kindOf, placeOf, wordsOf } from './draft-values.ts'
import { fieldName } from './field-name.ts'
import { attendingOf, countsOf, minuteValues, talkedOf } from './minute-values.ts'

const t = sayIn('id')
const proposalMinuteCounts = minutesMoveData.minute.shape.counts
const found: FoundPerson = {
  id: personId.parse('b0000000-0000-4000-8000-000000000002'),
  family: null,
  name: 'Siti Aminah',
  nik: '3404**********01',
  kk: null,
  place: placeCode.parse('34.04.07.2001'),
  placeName: 'Caturtunggal',
  values: { kelayakan: 'ya' },
}
const nik = '3404074506800001'

test('PROPOSAL-24 a kind brings the values that it asks for, each once, with what stands there now', () => {
  assert.deepEqual(askedFor('eligibility', found, []), [{ name: 'kelayakan', before: 'ya', after: '' }])
  const typed = [{ name: 'kelayakan', before: '', after: 'tidak' }]
  assert.deepEqual(askedFor('eligibility', found, typed), typed)
  assert.deepEqual(askedFor('new', null, []), [])
  assert.deepEqual(askedFor('', null, typed), typed)
})

test('PROPOSAL-24 a draft may lack much, and says what would be lost', () => {
  const faults = (own: object, chosen = false) => Object.keys(draftFaults({ ...emptyDraft, ...own }, t, chosen))
  assert.deepEqual(faults({}), ['kind', 'name', 'place', 'reason'])
  assert.deepEqual(faults({ kind: 'new', reason: 'moved' }, true), [])
  assert.deepEqual(faults({ kind: 'new', reason: 'moved', kk: '123' }, true), ['kk'])
  assert.deepEqual(faults({ nik: '12 34' }), ['kind', 'name', 'place', 'nik', 'reason'])
  const empty = [{ name: 'nik_ganda', before: '', after: ' ' }]
  assert.deepEqual(faults({ kind: 'double', reason: 'twice', asked: empty }, true), ['asked'])
})

test('PROPOSAL-24 what is typed becomes what is sent: numbers as digits, nothing as none', () => {
  const asked = [{ name: 'kelayakan', before: '', after: ' tidak ' }]
  const values = {
    ...emptyDraft,
    kind: 'eligibility',
    kk: '3404 0701 0110 0001',
    programme: ' PBI JK ',
    asked,
    reason: 'well-off',
  }
  const words = wordsOf(values, { found, nik })
  assert.deepEqual(
    [words.person, words.name, words.nik, words.kk, words.programme, words.asked],
    [found.id, 'Siti Aminah', nik, '3404070101100001', 'pbi-jk', [{ name: 'kelayakan', before: null, after: 'tidak' }]],
  )
  assert.equal(placeOf(values, found), '34.04.07.2001')
  assert.equal(kindOf(values), 'eligibility')
  const typed = wordsOf({ ...values, name: ' Budi ', nik: '3404-0745-0680-0001' }, { found: null, nik: '' })
  assert.deepEqual([typed.person, typed.name, typed.nik], [null, 'Budi', nik])
})

for (const [typed, code] of [
  ['PBI JK', 'pbi-jk'],
  ['  "PKH" ', 'pkh'],
  ['(Sembako)', 'sembako'],
  ['PKH.', 'pkh'],
  ['BLT / DD 2026', 'blt-dd-2026'],
  ['', null],
  ['   ', null],
  ['!!', null],
] as const)
  test(`PROPOSAL-24 a programme typed as ${JSON.stringify(typed)} is sent as a code that the contract lets in`, () => {
    const data = wordsOf({ ...emptyDraft, reason: 'well-off', programme: typed }, { found, nik })
    assert.equal(data.programme, code)
    proposalMoveData.change.parse(data)
  })

for (const [typed, count] of [
  ['12', 12],
  [' 7 ', 7],
  ['1.234', 1234],
  ['1 234', 1234],
  ['12 KK', 12],
  ['-5', 0],
  ['', 0],
  ['banyak', 0],
  ['999999', 100_000],
] as const)
  test(`PROPOSAL-13 a count typed as ${JSON.stringify(typed)} is ${count}`, () => {
    const counts = countsOf(tableOf(countNames, () => typed))
    assert.deepEqual(counts, proposalMinuteCounts.parse(counts))
    assert.deepEqual(new Set(Object.values(counts)), new Set([count]))
  })

for (const [typed, came] of [
  ['Bu Lurah, Lurah', [['Bu Lurah', 'Lurah']]],
  [', Lurah', [['Lurah', '']]],
  [' , , ', []],
  ['Pak RT, Ketua RT, 04', [['Pak RT', 'Ketua RT, 04']]],
  [
    'A\r\n\n  B  ,  C ',
    [
      ['A', ''],
      ['B', 'C'],
    ],
  ],
] as const)
  test(`PROPOSAL-13 who came, typed as ${JSON.stringify(typed)}, has a name or is nobody`, () => {
    assert.deepEqual(
      attendingOf(typed).map(({ name, post }) => [name, post]),
      came,
    )
  })

test('PROPOSAL-24 whoever came is one line each, and a count that is none is nought', () => {
  assert.deepEqual(attendingOf('Bu Lurah, lurah\n\n Pak RT \nBu Tini, kader, PKK'), [
    { name: 'Bu Lurah', post: 'lurah' },
    { name: 'Pak RT', post: '' },
    { name: 'Bu Tini', post: 'kader, PKK' },
  ])
  const typed = { notFound: '3', wellOff: 'x', moved: '', corrected: '12', prelist: '999999', fresh: '0' }
  assert.deepEqual(countsOf(typed), { notFound: 3, wellOff: 0, moved: 0, corrected: 12, prelist: 100_000, fresh: 0 })
})

test('PROPOSAL-24, DRAFT-1 the form of minutes holds what is written, and every draft of the village that waits, also after a reload', () => {
  const line = (n: number) => ({ id: proposalIds.proposal(n) })
  const minutes = {
    venue: 'Balai desa',
    leader: '',
    attendance: [{ name: 'Bu Lurah', post: 'lurah' }],
    counts: { notFound: 0, wellOff: 0, moved: 0, corrected: 0, prelist: 100, fresh: 0 },
    decisions: '',
    verdicts: [{ proposal: line(1), agreed: false, note: 'Mampu' }],
    waiting: [line(1), line(2)],
  } as unknown as MinutesPage
  const values = minuteValues(minutes)
  const [written, waits, gone] = [1, 2, 3].map((n) => proposalIds.proposal(n))
  assert.deepEqual(talkedOf(minutes, values.verdicts), [
    { proposal: written, said: 'refused', note: 'Mampu' },
    { proposal: waits, said: '', note: '' },
  ])
  const kept = {
    ...values.verdicts,
    [`${waits}`]: { said: 'agreed', note: '' },
    [`${gone}`]: { said: 'agreed', note: '' },
  }
  const back = mergeDraft(values, { verdicts: kept })?.verdicts
  assert.deepEqual(
    talkedOf(minutes, back ?? {}).map(({ proposal, said }) => [proposal, said]),
    [
      [written, 'refused'],
      [waits, 'agreed'],
    ],
    'what was typed comes back; a draft that went meanwhile does not',
  )
  assert.deepEqual([values.attendance, values.counts.prelist], ['Bu Lurah, lurah', '100'])
})

test('PROPOSAL-24 an official name is read as words', () => {
  assert.equal(fieldName('nomor_induk_kependudukan'), 'Nomor induk kependudukan')
})
