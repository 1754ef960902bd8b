import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ItemLine } from '@openslrt/core/contract/list-queries.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import { listData } from '@openslrt/core/testing/list-data.ts'
import { codeFrom, itemData, itemFaults, valuesOf } from './item-form.ts'
import { stateOf } from './item-state.ts'
import { listAddressOf, yearOf } from './lists-address.ts'

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
  assert.deepEqual(itemFaults('how', values, today), { id: 'lists.form.name.missing', en: 'lists.form.name.missing' })
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
