import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { neededFields } from '../intake/report.ts'
import { placeCode } from '../place/code.ts'
import { categoryChoices } from '../testing/a-report.ts'
import { anOffice, offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import { property } from '../testing/property.ts'
import { isServed, sortMessage, unsortedReaders } from './sort.ts'
import { understand } from './understand.ts'

const read = (text: string) => understand(text, categoryChoices)
const villagesOf = (text: string): readonly string[] =>
  read(text).villages.map(({ name, subdistrict }) => (subdistrict ? `${name}, ${subdistrict}` : name))

/** Free words, and the villages that they may mean, the likeliest first. */
const spoken: readonly (readonly [text: string, villages: readonly string[]])[] = [
  ['Warga desa Sinduadi kecamatan Mlati sakit', ['Sinduadi, Mlati']],
  ['warga DESA SINDUADI KAPANEWON MLATI', ['SINDUADI, MLATI']],
  ['di kel. Caturtunggal, kec. Depok', ['Caturtunggal, Depok']],
  ['nagari Pasia Laweh kec Palupuh', ['Pasia Laweh, Palupuh', 'Pasia, Palupuh']],
  ['gampong Lamteh rt 02 roboh', ['Lamteh']],
  ['desa Sinduadi kabupaten Sleman', ['Sinduadi']],
  ['desa Sinduadi rumah roboh', ['Sinduadi']],
  ['desa Sinduadi\nkec Mlati', ['Sinduadi, Mlati']],
  ['desa', []],
  ['desa 12', []],
  ['desa kec Mlati', []],
  ['pedesaan Sinduadi', []],
  ['kelurga besar Sinduadi', []],
  ['', []],
]
for (const [text, villages] of spoken)
  test(`INBOUND-2 ${JSON.stringify(text)} names ${villages.join(' or ') || 'no village'}`, () => {
    assert.deepEqual(villagesOf(text), villages)
  })

/** How many reports a message holds, and whether anything is asked of whoever sent it. */
const messages: readonly (readonly [text: string, reports: number, asks: boolean])[] = [
  ['Nama: Siti', 0, false],
  ['Nama saya Siti, desa Sinduadi', 0, false],
  ['Nama: Siti\nDesa: Sinduadi', 1, true],
  ['NAMA : SITI\nDESA : SINDUADI', 1, true],
  ['Nama: Siti\r\nDesa: Sinduadi\r\n', 1, true],
  ['Nama:\nDesa:\nJenis:\nKategori:', 0, false],
  ['Terima kasih, pak.', 0, false],
  ['😀😀😀', 0, false],
  ['\u0000\u0007', 0, false],
]
for (const [text, reports, asks] of messages)
  test(`INBOUND-4 ${JSON.stringify(text)} holds ${reports} reports, and its sender is ${asks ? '' : 'not '}asked for more`, () => {
    const said = read(text)
    assert.equal(said.reports, reports)
    assert.equal(said.missing !== null && said.missing.length > 0, asks)
  })

const odd = fc.array(
  fc.oneof(
    fc.constantFrom('Nama: ', 'Desa: ', 'desa ', 'kec ', 'Keluhan: ', '\n', '---', ':', ' ', '1.', '*', 'kelurahan '),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  ),
  { maxLength: 40 },
)
property('INBOUND-2 whatever somebody writes is understood as something, and never twice as wanting', odd, (parts) => {
  const { reports, villages, missing } = read(parts.join(''))
  assert.equal(missing === null, reports === 0)
  assert.equal(new Set(missing ?? []).size, (missing ?? []).length)
  for (const field of missing ?? [])
    assert.ok(
      neededFields.some((needed) => needed === field),
      field,
    )
  for (const { name, subdistrict } of villages) {
    assert.notEqual(name.trim(), '')
    assert.equal(name, name.trim())
    assert.equal(subdistrict, subdistrict.trim())
  }
})

const known = Object.values(offices)
const village = placeCode.parse('34.04.07.2001')
const aSome = fc.subarray(known)
property(
  'INBOUND-2 a message lies with an office that takes citizens in, in whatever order offices are known, or with none',
  fc.tuple(aSome, aSome, aSome, fc.option(fc.constantFrom(village, placeCode.parse('34.02.01.2001')))),
  ([posts, serving, staffed, named]) => {
    const look = { posts, village: named, serving, staffed: new Set(staffed.map(({ id }) => id)) }
    const { office, by } = sortMessage(look)
    assert.deepEqual(sortMessage({ ...look, posts: posts.toReversed(), serving: serving.toReversed() }), { office, by })
    assert.equal(office === null, by === 'nothing')
    const found = known.find(({ id }) => id === office)
    if (found) assert.ok(found.active && found.kind !== 'provider' && found.kind !== 'agency', found.name)
    if (by === 'sender') assert.ok(posts.some(({ id }) => id === office))
    if (by === 'village') assert.ok(named !== null && serving.some(({ id }) => id === office))
  },
)

property(
  'INBOUND-2 what found no office is read by offices of one level, and by somebody wherever somebody takes citizens in',
  aSome,
  (some) => {
    const readers = known.filter(({ id }) => unsortedReaders(some).has(id))
    assert.equal(new Set(readers.map(({ level }) => level)).size <= 1, true)
    const open = some.filter((one) => one.active && one.kind !== 'provider' && one.kind !== 'agency')
    assert.equal(readers.length > 0, open.length > 0)
    for (const reader of readers) assert.ok(some.includes(reader))
  },
)

test('INBOUND-2 a village is served from its own district, however high an office covers it', () => {
  const post = anOffice({ ...offices.subdistrict, active: true, id: ids.office(30) })
  assert.equal(isServed(village, [post]), true)
  assert.equal(isServed(placeCode.parse('34.04.08.2001'), [post]), false)
  assert.equal(isServed(village, [{ ...offices.district, active: false }]), false)
  assert.equal(isServed(placeCode.parse('34.02.01.2001'), known), false, 'a like name across the border')
})
