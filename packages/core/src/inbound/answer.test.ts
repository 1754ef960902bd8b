import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gsmLength, smsLength } from '../notice/fill.ts'
import { aCase } from '../testing/a-case.ts'
import { answerText, firstAnswer, mayHaveReceipt } from './answer.ts'

const office = 'Puskesos Caturtunggal'
const says = { office, missing: [], number: '3404-26-000123', secret: 'k7mw-p3qx', url: 'https://slrt.go.id/lacak' }
const nothing = { reports: 0, villages: [], missing: null }
const somewhere = { office: null }

test('INBOUND-4 a sender is told that it came, what is not said, or that no office is known', () => {
  const known = { office: aCase('registered').office }
  assert.deepEqual(firstAnswer(known, nothing), { what: 'received', missing: [] })
  assert.deepEqual(firstAnswer(somewhere, nothing), { what: 'unsorted', missing: [] })
  assert.deepEqual(firstAnswer(known, { ...nothing, reports: 1, missing: ['village'] }), {
    what: 'incomplete',
    missing: ['village'],
  })
  assert.equal(firstAnswer(known, { ...nothing, reports: 1, missing: [] }).what, 'received')
  // A village was named that nobody serves: asking for it again would not help.
  assert.equal(firstAnswer(somewhere, { ...nothing, villages: [{ name: 'X', subdistrict: '' }] }).what, 'received')
})

test('INBOUND-4 the words of each answer, in one text message', () => {
  assert.equal(answerText('received', says), `SLRT: pesan Anda diterima ${office} dan akan dibaca petugas.`)
  assert.equal(
    answerText('incomplete', { ...says, missing: ['name', 'category'] }),
    `SLRT: laporan diterima ${office}. Belum disebut: Nama, Bidang/Kategori. Balas dengan baris itu saja.`,
  )
  assert.match(answerText('registered', says), /^SLRT 3404-26-000123: .* Kode rahasia: k7mw-p3qx\. Cek: https:\S+$/)
  for (const what of ['received', 'unsorted', 'incomplete', 'registered'] as const)
    assert.ok(gsmLength(answerText(what, says)) <= smsLength, what)
})

test('INBOUND-4 a long name of an office gives way, the code never; without an address none is named', () => {
  const long = answerText('registered', { ...says, office: 'Pusat Kesejahteraan Sosial Kalurahan Condongcatur Utara' })
  assert.ok(gsmLength(long) <= smsLength, long)
  assert.match(long, /k7mw-p3qx/)
  assert.match(answerText('registered', { ...says, url: '' }), /k7mw-p3qx\.$/)
})

test('INBOUND-8 number and secret go to whoever wrote, but not where they may harm or others read the phone', () => {
  const kase = aCase('registered', { contactVia: 'whatsapp', contactCare: null, clientPhone: '0812 3456 7890' })
  assert.equal(mayHaveReceipt(kase, '6281234567890'), true)
  assert.equal(mayHaveReceipt(kase, '6281300000000'), true)
  assert.equal(mayHaveReceipt({ ...kase, contactCare: ['unsafe'] }, '6281300000000'), false)
  assert.equal(mayHaveReceipt({ ...kase, contactCare: ['shared-phone'] }, '6281300000000'), false)
  assert.equal(mayHaveReceipt({ ...kase, restricted: 'violence' }, '6281300000000'), false)
  // Their own phone, and they asked not to be written to.
  assert.equal(mayHaveReceipt({ ...kase, contactVia: 'none' }, '+62 812-3456-7890'), false)
  assert.equal(mayHaveReceipt({ ...kase, contactVia: 'none' }, '6281300000000'), true)
})
