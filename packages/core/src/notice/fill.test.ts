import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { seed } from '../testing/property.ts'
import { asGsm, fillSms, fillTemplate, gsmLength, smsLength } from './fill.ts'
import { noticeLines } from './templates.ts'
import { citizenWords } from './words.ts'

const url = 'https://slrt.slemankab.go.id/lacak'
const slots = { number: '3404-26-000123', office: 'Puskesos Caturtunggal', date: '24 Nov', step: 'Selesai', url }

test('NOTICE-5 a template is filled whole, in both languages: no hole and no word of the story is left', () => {
  for (const [code, ...texts] of noticeLines)
    for (const text of texts) {
      const said = fillTemplate(text, slots)
      assert.doesNotMatch(said, /[{}]/, code)
      assert.ok(said.startsWith('SLRT 3404-26-000123: '), code)
      assert.ok(said.endsWith(url), code)
      const holes = [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      assert.ok(
        holes.every((name) => name !== undefined && name in slots),
        code,
      )
    }
})

test('NOTICE-5 a sentence that needs what nobody knows is left out, and the others stay', () => {
  const template = 'SLRT {number}: diterima {office}. Jawaban paling lambat {date}. Cek: {url}'
  assert.equal(fillTemplate(template, { number: '1', office: 'Dinsos', url }), `SLRT 1: diterima Dinsos. Cek: ${url}`)
  assert.equal(
    fillTemplate(template, { number: '1', office: 'Dinsos', date: '2 Mei', url: '' }),
    'SLRT 1: diterima Dinsos. Jawaban paling lambat 2 Mei.',
  )
  assert.equal(fillTemplate('{secret}', {}), '')
})

test('NOTICE-5 what a slot holds is never read as a template', () => {
  assert.equal(fillTemplate('{office} a', { office: '{number}. {url}' }), '{number}. {url} a')
})

test('NOTICE-6 every shipped template fits one text message with a usual office and address', () => {
  for (const [code, id, en] of noticeLines)
    for (const text of [id, en])
      assert.ok(gsmLength(fillSms(text, slots)) <= smsLength, `${code}: ${fillSms(text, slots)}`)
})

test('NOTICE-6 a long name of an office is cut so that the message fits; the address is not', () => {
  const office = 'Sekretariat Sistem Layanan dan Rujukan Terpadu Kabupaten Kepulauan Siau Tagulandang Biaro'
  for (const [code, id] of noticeLines) {
    const said = fillSms(id, { ...slots, office })
    assert.ok(gsmLength(said) <= smsLength, `${code}: ${gsmLength(said)}`)
    assert.ok(said.endsWith(url), code)
    if (id.includes('{office}')) assert.match(said, /Sekretariat Si[^.]*\./, code)
  }
})

test('NOTICE-6 signs that phones do not have become the ones they have', () => {
  assert.equal(asGsm('“Ya” – kata’nya … ç'), '"Ya" - kata\'nya ... c')
  assert.equal(asGsm('Rumah 🏠 é ñ [1]'), 'Rumah ? é ñ [1]')
  assert.equal(gsmLength('[a]'), 5)
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      assert.equal(asGsm(asGsm(text)), asGsm(text))
    }),
    { seed },
  )
})

test('NOTICE-5 every word that a citizen can be told has its template, and none is there twice', () => {
  assert.deepEqual(
    noticeLines.map(([code]) => code),
    citizenWords,
  )
})

test('NOTICE-6 what is over by one sign is cut by what is over, and not by more', () => {
  const template = '{office} {url}'
  const long = 'x'.repeat(100)
  const said = (office: string) => fillSms(template, { office, url: long })
  const fits = 'a'.repeat(smsLength - 101)
  assert.equal(said(fits), `${fits} ${long}`)
  const over = said(`${fits}b`)
  assert.equal(over, `${'a'.repeat(fits.length - 1)}. ${long}`)
  assert.equal(gsmLength(over), smsLength)
})

test('NOTICE-6 a name is never cut beyond knowing it: then the message takes two', () => {
  const office = 'Puskesos'
  const said = fillSms('{office} {url}', { office, url: 'x'.repeat(170) })
  assert.ok(said.startsWith('Puskesos '))
  assert.ok(gsmLength(said) > smsLength)
  assert.equal(fillSms('{url}', { url: 'x'.repeat(170) }).length, 170)
})

test('NOTICE-5 questions and exclamations end sentences too; abbreviations inside a name do not take it away', () => {
  assert.equal(fillTemplate('Sudah? Sampai {date}. Ya!', {}), 'Sudah? Ya!')
  assert.equal(fillTemplate('Di {office}. Ya.', { office: 'Kec. Depok' }), 'Di Kec. Depok. Ya.')
})

test('NOTICE-5 an empty template says nothing, and one without slots says itself', () => {
  assert.equal(fillTemplate('', {}), '')
  assert.equal(fillSms('Ada kabar.', {}), 'Ada kabar.')
})
