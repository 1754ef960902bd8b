import '../../testing/once/tsx.ts'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { letterShows } from '@openslrt/core/contract/letter-queries.ts'
import { letterKinds } from '@openslrt/core/letter/kinds.ts'
import { templates } from '@openslrt/core/letter/shipped-templates.ts'
import { chainOf, chainTexts, isChainText } from './chain-state.ts'
import { draftFaults, draftValues, typedOf } from './draft-values.ts'
import { lettersOf, tabsFor } from './inbox-tabs.ts'
import { letterActs } from './panel-acts.ts'
import { samplePaper, strangeField, templateValues, withField } from './template-state.ts'

const purposes = [
  { code: 'health', name: 'Pelayanan kesehatan', maxDesil: null },
  { code: 'pip', name: 'PIP', maxDesil: 4 },
]
const filled = { ...draftValues('registered', null), desil: '2', 'tanggal-data': '2026-10-01', keperluan: 'health' }

test('LETTER-11 a form says what is missing or does not fit, and sends only what was filled in', () => {
  assert.deepEqual(draftFaults('registered', draftValues('registered', null), purposes), [
    'desil',
    'tanggal-data',
    'keperluan',
  ])
  assert.deepEqual(draftFaults('registered', filled, purposes), [])
  assert.deepEqual(draftFaults('registered', { ...filled, desil: '11' }, purposes), ['desil'])
  assert.deepEqual(typedOf('registered', { ...filled, 'tempat-lahir': '  ' }), {
    purpose: 'health',
    fields: { desil: '2', 'tanggal-data': '2026-10-01' },
  })
  assert.equal(typedOf('visit-report', draftValues('visit-report', null)).purpose, null)
})

test('LETTER-16 a purpose with a highest desil is held before it is sent', () => {
  assert.deepEqual(draftFaults('registered', { ...filled, keperluan: 'pip', desil: '5' }, purposes), ['desil'])
  assert.deepEqual(draftFaults('registered', { ...filled, keperluan: 'pip', desil: '4' }, purposes), [])
})

test('LETTER-2 a draft that is changed comes back with what was typed', () => {
  const values = draftValues('registered', { purpose: 'pip', fields: { desil: '3' } })
  assert.deepEqual([values['keperluan'], values['desil'], values['tanggal-data']], ['pip', '3', ''])
})

test('LETTER-29 acts are offered the next one first, and nothing that the law refuses', () => {
  const offers = ['change', 'initial', 'return', 'sign', 'hand-over', 'revoke', 'replace'].map((action) => ({
    action,
    refusal: ['initial', 'hand-over', 'replace'].includes(action) ? 'letter-turn' : null,
    message: null,
  }))
  assert.deepEqual(letterActs(offers), ['sign', 'change', 'return', 'revoke'])
})

test('LETTER-29 whoever signs begins with what is to be signed, a desk with what is to be corrected or handed over', () => {
  const tabs = (...held: readonly string[]) => tabsFor((permission) => held.includes(permission))
  assert.deepEqual(tabs('letter.sign'), ['sign', 'issued', 'handed-over'])
  assert.deepEqual(tabs('letter.initial'), ['initial'])
  assert.deepEqual(tabs('letter.draft'), ['returned', 'waiting', 'issued', 'handed-over'])
  assert.deepEqual(tabs('case.settle'), ['issued', 'handed-over'])
  assert.deepEqual(lettersOf('', ['initial']), { show: 'initial', page: 1 })
  for (const show of letterShows) assert.equal(lettersOf(`?lihat=${show}&halaman=3`, []).show, show)
  assert.equal(lettersOf('?lihat=semua', []).show, 'issued')
})

test('LETTER-20 a template begins as it counts today, and tells the first field that its letters do not have', () => {
  const names = { id: 'x', en: 'x' }
  const now = { place: '00', from: '2016-01-01', says: 'holds', names, data: templates.hardship } as never
  const rules = [{ list: 'letter-template' as const, code: 'hardship', about: '', now, said: [now] }]
  const values = templateValues(rules, 'hardship', '2026-11-02')
  assert.deepEqual([values.title, values.from], ['Surat Keterangan Tidak Mampu', '2026-11-02'])
  assert.equal(templateValues([], 'hardship', '2026-11-02').body, '')
  assert.equal(strangeField('hardship', values), null)
  assert.equal(strangeField('hardship', { ...values, title: '{faskes}' }), 'faskes')
  assert.equal(withField('ab', 'nama', 1), 'a{nama}b')
})

test('LETTER-22 the preview leaves no field open, in any kind', () => {
  for (const kind of letterKinds) {
    const paper = samplePaper(kind, { ...templates[kind], from: '' })
    assert.doesNotMatch(paper.body, /[{}]/, kind)
    assert.ok(paper.body.includes('Sumarni'), kind)
  }
})

test('LETTER-13 a chain is written as posts in their order, of which the last one signs', () => {
  const none = { village: '', subdistrict: '', district: '', province: '', nation: '' }
  const levels = chainOf({ ...none, village: 'Koordinator', district: ' Kepala Bidang , Kepala Dinas,' })
  assert.deepEqual(levels.village, [{ act: 'sign', post: 'Koordinator' }])
  assert.deepEqual(
    levels.district?.map(({ act }) => act),
    ['initial', 'sign'],
  )
  assert.equal(levels.nation, null)
  assert.deepEqual(chainTexts({ levels, basis: '' }), {
    ...none,
    village: 'Koordinator',
    district: 'Kepala Bidang, Kepala Dinas',
  })
  assert.deepEqual(chainTexts(undefined), none)
  const fits = ['', 'a', 'Ketua', 'a1, b1, c1', 'a1, b1, c1, d1'].map(isChainText)
  assert.deepEqual(fits, [true, false, true, true, false])
})

const wrong: readonly (readonly [what: string, own: Readonly<Record<string, string>>, fields: readonly string[]])[] = [
  ['no addressee', { kepada: '' }, ['kepada']],
  ['an addressee of two lines', { kepada: 'a\nb' }, ['kepada']],
  ['nothing that is recommended', { isi: ' ' }, ['isi']],
  ['a day that is none', { 'tanggal-lahir': '2026-02-30' }, ['tanggal-lahir']],
  ['a desil that is none', { desil: '12' }, ['desil']],
  ['no purpose', { keperluan: '' }, ['keperluan']],
  ['a purpose with a limit, and no desil', { keperluan: 'pip', desil: '' }, ['desil']],
]
for (const [what, own, fields] of wrong)
  test(`LETTER-11 a recommendation with ${what} is not sent`, () => {
    const whole = {
      ...draftValues('recommendation', null),
      kepada: 'Ketua Baznas',
      isi: 'Mohon bantuan.',
      keperluan: 'health',
    }
    assert.deepEqual(draftFaults('recommendation', whole, purposes), [])
    assert.deepEqual(draftFaults('recommendation', { ...whole, ...own }, purposes), fields)
  })

test('LETTER-15 a form begins with every field of its kind, empty, and with none of another', () => {
  for (const kind of letterKinds) {
    const values = draftValues(kind, { purpose: null, fields: { 'bukan-isian': 'x' } })
    assert.equal(values['bukan-isian'], undefined)
    const { keperluan, ...fields } = values
    assert.equal(keperluan, '')
    assert.ok(Object.values(fields).every((typed) => typed === ''))
  }
})
