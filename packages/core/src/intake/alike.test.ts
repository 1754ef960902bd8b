import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { property } from '../testing/property.ts'
import { nearest, nearness, plain } from './alike.ts'

const spelt: readonly (readonly [written: string, read: string])[] = [
  ['', ''],
  ['  Nama  ', 'nama'],
  ['NIK/KK', 'nik kk'],
  ['No. HP', 'no hp'],
  ['Bidang / Kategori', 'bidang kategori'],
  ['Nur’aini', 'nur aini'],
  ['Résumé', 'resume'],
  ['ﬁle', 'file'],
  ['３４０４', '3404'],
  ['🏠', ''],
  ['rt.04/rw.12', 'rt 04 rw 12'],
]
for (const [written, read] of spelt)
  test(`INTAKE-12 ${JSON.stringify(written)} is compared as ${JSON.stringify(read)}`, () => {
    assert.equal(plain(written), read)
  })

const anything = fc.string({ unit: 'grapheme', maxLength: 30 })
const word = fc.stringMatching(/^[a-z]{1,14}$/)

property('INTAKE-12 what is made plain is plain: letters and digits with one gap between', anything, (text) => {
  assert.match(plain(text), /^([a-z0-9]+( [a-z0-9]+)*)?$/)
  assert.equal(plain(plain(text)), plain(text))
})

property(
  'INTAKE-12 nearness is the same from both sides, 0 to 1, and 1 for the same word alone',
  fc.tuple(word, word),
  ([left, right]) => {
    const near = nearness(left, right)
    assert.equal(near, nearness(right, left))
    assert.ok(near >= 0 && near <= 1)
    assert.equal(near === 1, left === right)
  },
)

function mostSlips(length: number): number {
  if (length <= 3) return 0
  return length <= 6 ? 1 : 2
}

/** Letters left out, put in, changed or swapped, told slowly and apart from the program: by taking the words apart. */
function slips(left: string, right: string): number {
  const [head = '', second = ''] = left
  const [other = '', next = ''] = right
  if (left === '' || right === '') return left.length + right.length
  const ways = [
    slips(left.slice(1), right.slice(1)) + (head === other ? 0 : 1),
    slips(left.slice(1), right) + 1,
    slips(left, right.slice(1)) + 1,
  ]
  if (second !== '' && head === next && second === other) ways.push(slips(left.slice(2), right.slice(2)) + 1)
  return Math.min(...ways)
}

const short = fc.stringMatching(/^n[aim]{0,6}$/)
property(
  'INTAKE-12 nearness counts slips, as many as a word of that length may have',
  fc.tuple(short, short),
  ([left, right]) => {
    const longest = Math.max(left.length, right.length)
    const found = slips(left, right)
    const expected = found > mostSlips(longest) ? 0 : 1 - found / longest
    assert.equal(nearness(left, right), expected)
  },
)

const pairs: readonly (readonly [left: string, right: string, near: number])[] = [
  ['', '', 1],
  ['kk', 'kk', 1],
  ['kk', 'k', 0],
  ['kec', 'kel', 0],
  ['desa', 'desq', 0.75],
  ['desa', 'des', 0.75],
  ['desa', 'dsea', 0.75],
  ['desa', 'edsa', 0.75],
  ['desa', 'besa', 0],
  ['desa', 'dexx', 0],
  ['alamat', 'alamt', 1 - 1 / 6],
  ['alamat', 'almt', 0],
  ['keluhan', 'kelhn', 1 - 2 / 7],
  ['keluhan', 'klhn', 0],
  ['kelurahan', 'keluarahan', 0.9],
]
for (const [left, right, near] of pairs)
  test(`INTAKE-12 "${left}" and "${right}" are near by ${near.toFixed(2)}`, () => {
    assert.equal(nearness(left, right), near)
  })

const fruit = [
  { key: 'a', spelling: 'mangga' },
  { key: 'b', spelling: 'manggis' },
  { key: 'b', spelling: 'buah manggis' },
  { key: 'c', spelling: 'manggo' },
]
test('INTAKE-12 the nearest counts; where two are as near, and mean two things, none does', () => {
  assert.deepEqual(nearest('Mangga', fruit), { key: 'a', sure: 1 })
  assert.deepEqual(nearest('MANGGO', fruit), { key: 'c', sure: 1 })
  assert.deepEqual(nearest('buah-manggis', fruit), { key: 'b', sure: 1 })
  assert.deepEqual(nearest('buahmanggis', fruit), { key: 'b', sure: 1 })
  assert.equal(nearest('mangge', fruit), null, 'as near to mangga as to manggo')
  assert.equal(nearest('', fruit), null)
  assert.equal(nearest('!?', fruit), null)
  assert.equal(nearest('durian', fruit), null)
  assert.equal(nearest('mangga', []), null)
})

test('INTAKE-12 one meaning in two spellings that are as near is still one meaning', () => {
  const both = [
    { key: 1, spelling: 'telpon' },
    { key: 1, spelling: 'telpun' },
  ]
  assert.equal(nearest('telpan', both)?.key, 1)
})
