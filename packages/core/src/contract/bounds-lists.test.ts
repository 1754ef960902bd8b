import assert from 'node:assert/strict'
import { test } from 'node:test'
import { goodItems } from '../testing/good-items.ts'
import { long, many } from '../testing/try-data.ts'
import { itemWords } from './lists.ts'

type Own = Readonly<Record<string, unknown>>
const itemOf = (list: string): object => goodItems.find((item) => Reflect.get(item, 'list') === list) ?? {}
const takes = (list: string, own: Own): boolean => {
  const item = itemOf(list)
  const data = Object.assign({}, Reflect.get(item, 'data'), own)
  return itemWords.safeParse({ ...item, data }).success
}

const step = (act: string, post = 'Lurah') => ({ act, post })
const levels = (village: unknown) => ({
  levels: { village, subdistrict: null, district: null, province: null, nation: null },
})
const field = (code: string) => ({ code, kind: 'text', id: 'Ijazah', en: 'Diploma' })
const elderly = { class: 'elderly', years: 60 }
const other = { class: 'other', years: null }

/** What each list lets its items say, and what it does not. */
const bounds: readonly (readonly [list: string, own: Own, taken: boolean])[] = [
  ['category', { kinds: [] }, false],
  ['category', { kinds: many(5, 'service') }, false],
  ['category', { totalDays: 0 }, false],
  ['category', { totalDays: 365 }, true],
  ['category', { totalDays: 366 }, false],
  ['category', { hopDays: { village: 1, subdistrict: 1, district: 1, province: 1 } }, false],
  ['category', { takePercent: 4 }, false],
  ['category', { takePercent: 80 }, true],
  ['category', { decidePercent: 81 }, false],
  ['category', { rises: null }, false],
  ['category', { sector: 'Health' }, false],
  ['category', { basis: long(301) }, false],
  ['outcome', { kinds: [] }, false],
  ['outcome', { kinds: ['praise'] }, false],
  ['window', { days: 0 }, false],
  ['window', { days: 365 }, true],
  ['retention', { years: 0 }, false],
  ['retention', { years: 101 }, false],
  ['role', { permissions: [] }, false],
  ['role', { permissions: ['case.read', 'case.read'] }, false],
  ['role', { permissions: ['case.everything'] }, false],
  ['role', { restricted: [] }, true],
  ['role', { restricted: ['hiv', 'hiv'] }, false],
  ['role', { heldAt: [] }, false],
  ['role', { givenFrom: ['village', 'village'] }, false],
  ['role', { sees: 'all' }, false],
  ['role', { secondFactor: 1 }, false],
  ['zone', { zone: 'Asia/Singapore' }, false],
  ['zone', { zone: 'Asia/Jayapura' }, true],
  ['letter-template', { title: 'ab' }, false],
  ['letter-template', { title: 'Surat\nKeterangan' }, false],
  ['letter-template', { body: long(19) }, false],
  ['letter-template', { body: long(8000) }, true],
  ['letter-template', { body: long(8001) }, false],
  ['letter-template', { code: '' }, false],
  ['letter-template', { code: '{urut}' }, false],
  ['letter-chain', levels([step('sign')]), true],
  ['letter-chain', levels([]), false],
  ['letter-chain', levels([step('initial')]), false],
  ['letter-chain', levels([step('sign'), step('initial')]), false],
  ['letter-chain', levels([step('sign'), step('sign')]), false],
  ['letter-chain', levels([step('initial'), step('initial'), step('sign')]), true],
  ['letter-chain', levels([...many(3, step('initial')), step('sign')]), false],
  ['letter-chain', levels([step('sign', 'L')]), false],
  ['letter-number', { pattern: 'ab' }, false],
  ['letter-number', { pattern: long(81) }, false],
  ['letter-purpose', { maxDesil: null }, true],
  ['letter-purpose', { maxDesil: 11 }, false],
  ['letter-signer', { nip: '' }, true],
  ['letter-signer', { nip: '19700101200001100' }, false],
  ['letter-signer', { nip: '19700101 200001 1 001' }, false],
  ['letter-logo', { picture: null }, true],
  ['letter-logo', { picture: 'https://x/y.png' }, false],
  ['meeting-kind', { callers: [] }, false],
  ['meeting-kind', { months: 13 }, false],
  ['proposal-cut-off', { closes: 11, pulled: 11 }, false],
  ['proposal-cut-off', { pulled: 15, finalised: 15 }, true],
  ['proposal-cut-off', { pulled: 16, finalised: 15 }, false],
  ['proposal-cut-off', { finalised: 29 }, false],
  ['proposal-target', { takes: [] }, false],
  ['proposal-target', { takes: ['new', 'new'] }, false],
  ['proposal-target', { fields: [] }, false],
  ['proposal-target', { fields: ['nama', 'nama'] }, false],
  ['proposal-target', { fields: ['nama lengkap'] }, false],
  ['ppks-type', { number: 0 }, false],
  ['ppks-type', { number: 100 }, false],
  ['cell-limit', { least: 1 }, false],
  ['cell-limit', { least: 50 }, true],
  ['psks-kind', { fields: [] }, true],
  ['psks-kind', { fields: [field('a'), field('a')] }, false],
  ['psks-kind', { fields: [field('A')] }, false],
  ['psks-kind', { fields: [{ ...field('a'), id: '' }] }, false],
  ['psks-kind', { fields: [{ ...field('a'), id: 'Ijazah\u0000' }] }, false],
  ['psks-kind', { who: 'group' }, false],
  ['surge-order', { rules: [] }, false],
  ['surge-order', { rules: [elderly, elderly] }, false],
  ['surge-order', { rules: [other, elderly] }, false],
  ['surge-order', { rules: [{ class: 'elderly', years: null }] }, false],
  ['surge-order', { rules: [{ class: 'chronic', years: 60 }] }, false],
  ['surge-order', { rules: [{ class: 'elderly', years: 121 }] }, false],
  ['priority', { days: 1 }, false],
  ['notice', { words: 'Halo' }, false],
  ['indicator', { kind: 'photo' }, false],
  ['indicator', { of: 'village' }, false],
  ['indicator', { why: long(301) }, false],
]
for (const [list, own, taken] of bounds)
  test(`WIRE-4, LISTS-1 an item of ${list} ${taken ? 'may' : 'may not'} say ${JSON.stringify(own).slice(0, 90)}`, () => {
    assert.equal(takes(list, own), taken)
  })

for (const item of goodItems) {
  const list = String(Reflect.get(item, 'list'))
  test(`LISTS-1 an item of ${list} has a name in both languages, a code that the wire lets in, and the data of no other list`, () => {
    const one = (own: Own): boolean => itemWords.safeParse({ ...item, ...own }).success
    assert.ok(one({ names: { id: long(200), en: long(200) } }))
    for (const names of [
      { id: 'Uji' },
      { id: '', en: 'Trial' },
      { id: 'Uji', en: ' ' },
      { id: long(201), en: 'Trial' },
    ])
      assert.ok(!one({ names }), JSON.stringify(names).slice(0, 40))
    for (const code of ['', 'A', 'a b', '-a', 'kode_1', null, 7]) assert.ok(!one({ code }), String(code))
    for (const other of ['categories', '', null, 'constructor']) assert.ok(!one({ list: other }), String(other))
    assert.ok(!one({ data: null }) && !one({ data: [] }) && !one({ data: { apa: 'saja' } }))
  })
}
