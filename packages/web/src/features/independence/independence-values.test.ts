import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shippedInstrument } from '@openslrt/core/independence/shipped.ts'
import { changeDataOf, changeValuesOf, limitKey, numberIn, weightKey, wrongLimits } from './change-values.ts'
import { fillPath, judgePath, nextPart, partIn, placesIn, resultPath, withPart } from './independence-address.ts'
import { changesIn, levelKey, longest, saidIn, textKey, tooLongIn, typedOf, unknown } from './said-values.ts'
import { sayShare } from './share-text.ts'

const before = { 'budget-apbd': { level: 2, text: 'DPA.' }, 'data-safe': { level: null, text: 'Belum dicek.' } }
const codes = ['budget-apbd', 'data-safe', 'data-devices']

test('INDEP-10 a form begins with what was said, and says it again unchanged: nothing is to be sent', () => {
  const typed = typedOf(codes, before)
  assert.deepEqual(
    [typed[levelKey('budget-apbd')], typed[levelKey('data-safe')], typed[levelKey('data-devices')]],
    ['2', unknown, ''],
  )
  assert.deepEqual(changesIn(typed, codes, before), [])
  assert.equal(saidIn(typed, 'data-devices'), null)
  assert.deepEqual(saidIn(typed, 'data-safe'), before['data-safe'])
})

test('INDEP-10 only what was changed is sent, and words without a level are not', () => {
  const typed = {
    ...typedOf(codes, before),
    [levelKey('budget-apbd')]: '0',
    [textKey('data-safe')]: ' Belum dicek. ',
    [textKey('data-devices')]: 'Dua laptop.',
  }
  assert.deepEqual(changesIn(typed, codes, before), [{ code: 'budget-apbd', level: 0, text: 'DPA.' }])
  const chosen = { ...typed, [levelKey('data-devices')]: unknown }
  assert.deepEqual(changesIn(chosen, codes, before)[1], { code: 'data-devices', level: null, text: 'Dua laptop.' })
})

test('INDEP-10 words that are too long are found by their field', () => {
  const typed = {
    [textKey('data-safe')]: 'x'.repeat(longest + 1),
    [textKey('budget-apbd')]: ` ${'x'.repeat(longest)} `,
  }
  assert.deepEqual(tooLongIn(typed, codes), [textKey('data-safe')])
})

test('INDEP-10 parts follow each other as they are asked, the first where an address names none', () => {
  assert.deepEqual(['', '?bagian=service', '?bagian=nasib'].map(partIn), ['regulation', 'service', 'regulation'])
  assert.deepEqual(
    [nextPart('regulation'), nextPart('partnership'), nextPart('replication')],
    ['budget', 'replication', null],
  )
  assert.equal(withPart(fillPath('34.04', 'x'), 'data'), '/kemandirian/isi/34.04/x?bagian=data')
  assert.deepEqual(
    [resultPath('34.04', 'x'), judgePath('34.04', 'x')],
    ['/kemandirian/34.04/x', '/kemandirian/periksa/34.04/x'],
  )
})

test('INDEP-16 a list is narrowed by its address; years to come and odd words are left out', () => {
  assert.deepEqual(placesIn('', 2026), { year: 2026, show: 'all', q: '', page: 1 })
  assert.deepEqual(placesIn('?tahun=2024&lihat=signed&cari=slem&halaman=3', 2026), {
    year: 2024,
    show: 'signed',
    q: 'slem',
    page: 3,
  })
  for (const year of ['2027', '2015', '2024.5', 'x', ''])
    assert.equal(placesIn(`?tahun=${year}`, 2026).year, 2026, year)
  assert.equal(placesIn('?lihat=terbaik', 2026).show, 'all')
  assert.equal(placesIn(`?cari=${'x'.repeat(99)}`, 2026).q.length, 60)
})

test('INDEP-6 a share is said as people here write it', () => {
  assert.deepEqual(
    [0, 3_750, 6_254, 6_255, 10_000].map((share) => sayShare(share, 'id')),
    ['0', '37,5', '62,5', '62,6', '100'],
  )
  assert.equal(sayShare(3_750, 'en'), '37.5')
})

test('INDEP-2 a new version begins with the one that holds, and sends what was typed in its place', () => {
  const values = changeValuesOf(shippedInstrument, '2027-01-01')
  const { from: _from, basis: _basis, ...rest } = shippedInstrument
  assert.deepEqual(changeDataOf({ ...values, basis: ' Permensos 1/2027 ' }, shippedInstrument), {
    ...rest,
    from: '2027-01-01',
    basis: 'Permensos 1/2027',
  })
  const typed = { ...values, least: '60', [weightKey('budget-apbd')]: '9', [limitKey(3)]: '85' }
  const said = changeDataOf(typed, shippedInstrument)
  assert.deepEqual([said.least, said.categories[3]?.from], [60, 85])
  assert.equal(said.indicators.find(({ code }) => code === 'budget-apbd')?.weight, 9)
})

test('INDEP-2 limits rise from class to class, and a number is whole and within its bounds', () => {
  const values = changeValuesOf(shippedInstrument, '2027-01-01')
  const wrong = (own: Record<string, string>) => wrongLimits({ ...values, ...own }, shippedInstrument)
  assert.deepEqual(wrong({}), [])
  assert.deepEqual(wrong({ [limitKey(1)]: '0' }), [1])
  assert.deepEqual(wrong({ [limitKey(2)]: '80' }), [3])
  assert.deepEqual(wrong({ [limitKey(3)]: '101' }), [3])
  const numbers = ['1', ' 7 ', '10', '0', '11', '1.5', '-1', '1e1', '', undefined]
  assert.deepEqual(
    numbers.map((typed) => numberIn(typed, 1, 10)),
    [1, 7, 10, null, null, null, null, null, null, null],
  )
})
