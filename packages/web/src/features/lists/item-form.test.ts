import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ItemLine } from '@openslrt/core/contract/list-queries.ts'
import { itemWords } from '@openslrt/core/contract/lists.ts'
import { editableLists } from '@openslrt/core/lists/list-law.ts'
import { shippedLists } from '@openslrt/core/lists/shipped.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import { listData } from '@openslrt/core/testing/list-data.ts'
import { property } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { codeFrom, itemData, itemFaults, valuesOf } from './item-form.ts'
import { stateOf } from './item-state.ts'
import { listAddressOf, yearOf } from './lists-address.ts'
import { fieldsIn, freshCode, isWelfare } from './welfare-items.ts'

const today = '2026-11-22'
const { code, names, data } = listData['list.change']
const place = ledgerCode.parse('00')
const said = (from: string, says: 'holds' | 'ended') => ({ place, own: false, from, says, names, data })
const item = (own: Partial<ItemLine> = {}): ItemLine => ({
  code,
  names,
  data,
  holds: true,
  place,
  mayEnd: true,
  said: [said('2016-01-01', 'holds')],
  uses: null,
  ...own,
})

test('LISTS-13 the form of an item holds what it says, and gives it back as it was', () => {
  const values = valuesOf(item(), today)
  assert.deepEqual(itemFaults('category', values, today), {})
  assert.deepEqual(itemData('category', values), { ...listData['list.change'], from: today })
  const window = { ...values, code: 'reopen-days', amount: '0' }
  assert.deepEqual(itemFaults('window', window, today), { amount: 'lists.form.number' })
})

test('LISTS-13 a zone is that of a place, named by its code', () => {
  const zone = { ...valuesOf(null, today), id: 'Kota Uji', en: 'Test City', code: '6271', zone: 'Asia/Makassar' }
  assert.deepEqual(itemFaults('zone', zone, today), {})
  assert.deepEqual(itemData('zone', zone)?.data, { zone: 'Asia/Makassar', basis: '' })
  assert.deepEqual(itemFaults('zone', { ...zone, code: '62.71', zone: '' }, today), {
    code: 'lists.form.code.place',
    zone: 'lists.form.zone.missing',
  })
})

test('LISTS-13 a form names what is missing or crosses a limit, and a day gone by', () => {
  const values = valuesOf(null, today)
  assert.deepEqual(itemFaults('how', values, today), {
    id: 'lists.form.name.missing',
    en: 'lists.form.name.missing',
  })
  const crossed = { ...valuesOf(item(), today), total: '4', kinds: '', sector: '', from: '2026-11-21', code: 'a b' }
  assert.deepEqual(Object.keys(itemFaults('category', crossed, today)).toSorted(), [
    'code',
    'from',
    'hop-village',
    'kinds',
    'sector',
  ])
})

test('LISTS-13 a code is made from the name when none is given', () => {
  assert.equal(codeFrom('  Surat RT/RW (belum ada)  '), 'surat-rt-rw-belum-ada')
  const values = { ...valuesOf(null, today), id: 'Surat RT', en: 'Letter' }
  assert.equal(itemData('return', values)?.code, 'surat-rt')
  assert.equal(itemData('return', { ...values, id: '???' }), null)
})

test('LISTS-14 an item tells how it stands and what comes next', () => {
  const later = '2027-01-01'
  const key = (own: Partial<ItemLine>) => stateOf(item(own), today).key
  assert.equal(key({}), 'lists.state.holds')
  assert.equal(key({ said: [said('2016-01-01', 'holds'), said(later, 'holds')] }), 'lists.state.changes')
  assert.equal(key({ said: [said('2016-01-01', 'holds'), said(later, 'ended')] }), 'lists.state.ends')
  assert.equal(key({ holds: false, said: [said(later, 'holds')] }), 'lists.state.begins')
  assert.equal(key({ holds: false }), 'lists.state.ended')
})

test('LISTS-11 an address that names no list shows the first, and a year that is none shows this one', () => {
  assert.equal(listAddressOf('daftar=apa-saja').list, 'category')
  assert.deepEqual(listAddressOf('daftar=how&cari=+wa&buka=phone&berkas=1'), {
    list: 'how',
    words: 'wa',
    opened: 'phone',
    file: true,
  })
  assert.deepEqual([yearOf('tahun=2027', today), yearOf('tahun=27', today)], ['2027', '2026'])
})

for (const list of editableLists)
  test(`LISTS-13 every item of the list ${list} that is shipped passes through its form as it is`, () => {
    const shipped = shippedLists.items.filter((one) => one.list === list)
    assert.ok(shipped.length > 0)
    for (const { code: known, names: called, data: says } of shipped) {
      const values = valuesOf(item({ code: known, names: called, data: says }), today)
      assert.deepEqual(itemFaults(list, values, today), {}, known)
      const sent = itemData(list, values)
      assert.deepEqual([sent?.code, sent?.names, sent?.from], [known, called, today])
      const kept = { ...says, ...(Array.isArray(says['kinds']) && { kinds: says['kinds'].toSorted() }) }
      const { kinds, ...rest } = { kinds: undefined, ...sent?.data }
      assert.deepEqual({ ...rest, ...(Array.isArray(kinds) && { kinds: kinds.toSorted() }) }, kept, known)
    }
  })

const codes: readonly (readonly [code: string, isOne: boolean])[] = [
  ['surat-rt', true],
  ['2027', true],
  [' surat ', true],
  ['a'.repeat(60), true],
  ['a'.repeat(61), false],
  ['Surat', false],
  ['-surat', false],
  ['surat rt', false],
  ['surat_rt', false],
  ['séhat', false],
]
for (const [typed, isOne] of codes)
  test(`LISTS-13 the code ${JSON.stringify(typed)} ${isOne ? 'is taken' : 'is named as wrong before it is sent'}`, () => {
    const values = { ...valuesOf(null, today), id: 'Surat RT', en: 'Letter', code: typed }
    assert.deepEqual(itemFaults('how', values, today), isOne ? {} : { code: 'lists.form.code.wrong' })
    assert.equal(itemData('how', values)?.code ?? null, isOne ? typed.trim() : null)
  })

test('LISTS-13 a name of which no code can be made is told so, instead of being sent nowhere', () => {
  const values = { ...valuesOf(null, today), id: '???', en: 'Letter' }
  assert.deepEqual(itemFaults('how', values, today), { code: 'lists.form.code.wrong' })
  assert.deepEqual(itemFaults('how', { ...values, code: 'tanya' }, today), {})
})

test('LISTS-13 letters with accents keep their place in a code', () => {
  assert.deepEqual(['Séhat', 'Café Ibu', 'Désa\u2011ku', 'É'].map(codeFrom), ['sehat', 'cafe-ibu', 'desa-ku', 'e'])
})

const limit = fc.constantFrom('', '0', '1', '3', '14', '100', '101', '365', '366', '1000', '1.5', '-1', 'tiga', ' 3')
const name = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.constantFrom('Surat', '???', '  '))
const typedValues = fc.record({
  id: name,
  en: name,
  code: fc.constantFrom('', 'surat', 'Surat', '-x', 'a b', '62', '6271', '62.71'),
  from: fc.constantFrom(today, '2027-02-28', '2026-11-21', ''),
  sector: fc.constantFrom('', 'education'),
  kinds: fc.constantFrom('', 'complaint', 'service complaint question suggestion'),
  total: limit,
  amount: limit,
  zone: fc.constantFrom('', 'Asia/Makassar'),
  restricted: fc.constantFrom('', 'hiv'),
  'hop-village': limit,
  'hop-nation': limit,
})
const opened = {
  reject: null,
  outcome: null,
  zone: null,
  category: null,
  window: 'reopenDays',
  retention: 'case',
} as const
for (const list of ['reject', 'outcome', 'zone', 'category', 'window', 'retention'] as const)
  property(
    `LISTS-13 whatever is typed into the form of ${list}: what it has nothing against is what the wire takes`,
    typedValues,
    (typed) => {
      const base = { ...valuesOf(null, today), 'hop-subdistrict': '1', 'hop-district': '1', 'hop-province': '1' }
      const values = { ...base, ...typed, code: opened[list] ?? typed.code }
      const sent = itemData(list, values)
      if (Object.keys(itemFaults(list, values, today)).length > 0) return
      assert.ok(sent !== null && itemWords.safeParse(sent).success, JSON.stringify(values))
    },
    300,
  )

property(
  'LISTS-11 whatever stands in an address of lists, one list is shown and a year that the calendar has',
  fc.dictionary(
    fc.constantFrom('daftar', 'cari', 'buka', 'berkas', 'tahun'),
    fc.oneof(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.constantFrom('zone', 'how', '2027', '1999', '20277')),
  ),
  (asked) => {
    const search = new URLSearchParams(asked).toString()
    const { list, words, opened: open, file } = listAddressOf(search)
    assert.ok(editableLists.includes(list))
    assert.deepEqual([words, open, file], [asked['cari']?.trim() ?? '', asked['buka'] ?? null, 'berkas' in asked])
    assert.match(yearOf(search, today), /^20\d\d$/)
  },
)

test('LISTS-14 of several plans the next one is told, whatever their order, and what has begun is no plan', () => {
  const plans = [
    said('2027-06-01', 'ended'),
    said('2027-01-01', 'holds'),
    said('2016-01-01', 'holds'),
    said(today, 'holds'),
  ]
  for (const order of [plans, plans.toReversed()]) {
    assert.deepEqual(stateOf(item({ said: order }), today), {
      tone: 'waiting',
      key: 'lists.state.changes',
      day: '2027-01-01',
    })
    const later = stateOf(item({ said: order }), '2027-01-01')
    assert.deepEqual([later.key, later.day], ['lists.state.ends', '2027-06-01'])
    assert.equal(stateOf(item({ said: order }), '2027-06-01').key, 'lists.state.holds')
  }
})

const welfare = (own: object = {}) => ({ ...valuesOf(null, today), id: 'Uji', en: 'Test', code: 'uji', ...own })
const oneField = (own: object = {}) =>
  JSON.stringify([{ code: 'isian-a', kind: 'text', id: 'Pendidikan', en: 'Education', ...own }])
const welfareForms: readonly (readonly [
  list: 'ppks-type' | 'psks-kind' | 'cell-limit',
  values: object,
  faults: object,
  data: object | null,
])[] = [
  ['ppks-type', { number: '27', restricted: 'hiv' }, {}, { number: 27, restricted: 'hiv' }],
  ['ppks-type', { number: '1' }, {}, { number: 1, restricted: null }],
  ['ppks-type', { number: '' }, { number: 'lists.form.number' }, null],
  ['ppks-type', { number: '0' }, { number: 'lists.form.number' }, null],
  ['ppks-type', { number: '100' }, { number: 'lists.form.number' }, null],
  ['ppks-type', { number: 'dua' }, { number: 'lists.form.number' }, null],
  ['cell-limit', { code: 'ppks', amount: '5' }, {}, { least: 5, basis: '' }],
  ['cell-limit', { code: 'ppks', amount: '2', basis: 'Perbup 1' }, {}, { least: 2, basis: 'Perbup 1' }],
  ['cell-limit', { code: 'ppks', amount: '1' }, { amount: 'lists.form.least.wrong' }, null],
  ['cell-limit', { code: 'ppks', amount: '51' }, { amount: 'lists.form.least.wrong' }, null],
  ['cell-limit', { code: 'lain', amount: '5' }, {}, null],
  [
    'psks-kind',
    { number: '13', who: 'person', fields: oneField() },
    {},
    { number: 13, who: 'person', fields: [{ code: 'isian-a', kind: 'text', id: 'Pendidikan', en: 'Education' }] },
  ],
  ['psks-kind', { number: '13', who: 'institution' }, {}, { number: 13, who: 'institution', fields: [] }],
  ['psks-kind', { number: '13' }, { who: 'lists.form.who.missing' }, null],
  [
    'psks-kind',
    { number: '13', who: 'person', fields: oneField({ id: ' ' }) },
    { fields: 'lists.form.fields.wrong' },
    null,
  ],
  [
    'psks-kind',
    { number: '13', who: 'person', fields: oneField({ en: 'a|b' }) },
    { fields: 'lists.form.fields.wrong' },
    null,
  ],
  [
    'psks-kind',
    { number: '13', who: 'person', fields: oneField({ id: 'a=b' }) },
    { fields: 'lists.form.fields.wrong' },
    null,
  ],
  [
    'psks-kind',
    { number: '13', who: 'person', fields: oneField({ kind: 'warna' }) },
    { fields: 'lists.form.fields.wrong' },
    null,
  ],
  [
    'psks-kind',
    { number: '13', who: 'person', fields: oneField().replace(']', `,${oneField().slice(1)}`) },
    { fields: 'lists.form.fields.wrong' },
    null,
  ],
]
for (const [list, own, faults, sent] of welfareForms)
  test(`LISTS-13 the form of ${list} with ${JSON.stringify(own).slice(0, 90)}`, () => {
    const values = welfare(own)
    assert.deepEqual(itemFaults(list, values, today), faults)
    assert.deepEqual(Object.keys(faults).length > 0 ? null : (itemData(list, values)?.data ?? null), sent)
  })

test('LISTS-13 a field that is added has a code of its own, which no later one takes', () => {
  const codes: string[] = []
  for (let nth = 0; nth < 20; nth++) codes.push(freshCode(codes))
  assert.equal(new Set(codes).size, 20)
  assert.deepEqual(codes.slice(0, 2), ['isian-a', 'isian-b'])
  assert.equal(freshCode(['isian-a', 'isian-c']), 'isian-b')
})

test('LISTS-13 what a draft kept of fields is read as far as it is one', () => {
  assert.deepEqual(fieldsIn({ fields: '' }), [])
  assert.deepEqual(fieldsIn({ fields: '{}' }), [])
  assert.deepEqual(fieldsIn({ fields: '[null,{"code":1}]' }), [
    { code: '', kind: '', id: '', en: '' },
    { code: '', kind: '', id: '', en: '' },
  ])
  assert.equal(isWelfare('psks-kind'), true)
  assert.equal(isWelfare('category'), false)
})
