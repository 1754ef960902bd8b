import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseKinds, relations } from '@openslrt/core/case/case.ts'
import { registerData } from '@openslrt/core/contract/case.ts'
import { contactCares } from '@openslrt/core/notice/contact.ts'
import { villageCode } from '@openslrt/core/place/code.ts'
import { property } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { readable } from '../../../platform/act/typed-text.ts'
import {
  caseDataOf,
  comparisonOf,
  contactOf,
  digitsOf,
  emptyCase,
  isQuick,
  type RegisterValues,
  restrictedOf,
  wrongIn,
} from './register-values.ts'

const village = { code: '34.04.07.2001', label: 'Caturtunggal, Depok, Sleman' }
const filled: RegisterValues = {
  ...emptyCase,
  place: village,
  name: ' Siti Aminah ',
  nik: '3404 0701 0180 0002',
  phone: '0812 3456 7890',
  kind: 'complaint',
  category: 'pbi-inactive',
}

test('REGISTER-1 an empty page says what is missing, a filled one passes', () => {
  assert.deepEqual(Object.keys(wrongIn(emptyCase)), ['place', 'name', 'kind', 'category'])
  assert.deepEqual(wrongIn(filled), {})
})

test('REGISTER-1 numbers that are none are named, empty ones are not', () => {
  assert.deepEqual(wrongIn({ ...filled, nik: '123', kk: 'x', phone: 'abc' }), {
    nik: 'case.wrong.nik',
    kk: 'case.wrong.kk',
    phone: 'case.wrong.phone',
  })
  assert.deepEqual(wrongIn({ ...filled, nik: '', phone: '' }), {})
})

test('REGISTER-1 who wants no name needs none, and what they typed before about themselves is not judged', () => {
  assert.deepEqual(wrongIn({ ...filled, name: '', nik: '12', anonymous: true }), {})
})

test('REGISTER-2 the command is one that the contract takes, and the category gives the name when nothing else does', () => {
  const data = caseDataOf(filled, 'BPJS PBI tidak aktif')
  assert.equal(registerData.safeParse(data).success, true)
  assert.deepEqual(
    [data.client.name, data.client.nik, data.summary],
    ['Siti Aminah', '3404070101800002', 'BPJS PBI tidak aktif'],
  )
  assert.deepEqual(data.reporter, { relation: 'self', anonymous: false, name: null, phone: null })
})

test('REGISTER-2 who hides themselves leaves nothing; who reports for another hides only themselves', () => {
  const hidden = caseDataOf({ ...filled, anonymous: true }, 'x')
  assert.deepEqual([hidden.client.name, hidden.client.nik, hidden.contactVia], ['', null, 'none'])
  const neighbour = caseDataOf({ ...filled, relation: 'neighbour', reporterName: 'Budi', anonymous: true }, 'x')
  assert.deepEqual([neighbour.client.name, neighbour.reporter.name], ['Siti Aminah', null])
})

test('REGISTER-3 nothing is compared before there is something to compare by', () => {
  assert.equal(comparisonOf(emptyCase), null)
  assert.equal(comparisonOf({ ...emptyCase, name: 'Siti' }), null)
  assert.equal(comparisonOf({ ...emptyCase, name: 'Siti', place: village })?.name, 'Siti')
  assert.equal(comparisonOf({ ...emptyCase, nik: '3404070101800002' })?.nik, '3404070101800002')
  assert.equal(comparisonOf({ ...filled, anonymous: true }), null)
})

test('REGISTER-4 only what the law lets the desk settle offers the quick way', () => {
  assert.deepEqual(
    ['service', 'question', 'complaint', 'suggestion', ''].filter((kind) => isQuick(kind as RegisterValues['kind'])),
    ['service', 'question'],
  )
})

test('REGISTER-5 with a phone number WhatsApp is taken for granted until something else is chosen', () => {
  assert.equal(contactOf({ contactVia: '', phone: '' }), 'none')
  assert.equal(contactOf({ contactVia: '', phone: '0812' }), 'whatsapp')
  assert.equal(contactOf({ contactVia: 'visit', phone: '0812' }), 'visit')
})

test('INTAKE-9 a number of a reporter who is no longer there is not judged: no field would show it', () => {
  const slip = { ...filled, reporterPhone: 'abc' }
  assert.deepEqual(wrongIn({ ...slip, relation: 'neighbour' }), { reporterPhone: 'case.wrong.phone' })
  assert.deepEqual(wrongIn({ ...slip, relation: 'self' }), {})
  assert.deepEqual(wrongIn({ ...slip, relation: 'neighbour', anonymous: true }), {})
})

test('INTAKE-9 a summary that is none is named, and may be left out', () => {
  assert.deepEqual(wrongIn({ ...filled, summary: 'a ' }), { summary: 'case.wrong.summary' })
  assert.deepEqual(wrongIn({ ...filled, summary: '' }), {})
  assert.deepEqual(wrongIn({ ...filled, summary: 'PIP' }), {})
})

/** What people type: nothing, a little, numbers in groups, and signs of all kinds. Fields end where the wire does. */
const typed = fc.oneof(
  fc.constantFrom('', ' ', 'a', 'ab', 'Sumarni', '3404 0752 0360 0001', '0812-3456-7890', '+62 812', 'x'.repeat(200)),
  fc.constantFrom('baris\nbaru\tdan tab', '😀'.repeat(99), 'Bu Sri – “KK” hilang'),
  fc.string({ unit: 'grapheme', maxLength: 30 }).map(readable),
)
const forms: fc.Arbitrary<RegisterValues> = fc.record({
  place: fc.constantFrom(village, null, { code: '34.04', label: 'Sleman' }),
  name: typed,
  nik: typed,
  kk: typed,
  phone: typed,
  address: typed,
  relation: fc.constantFrom(...relations),
  reporterName: typed,
  reporterPhone: typed,
  anonymous: fc.boolean(),
  kind: fc.constantFrom(...caseKinds, '' as const),
  category: fc.constantFrom('', 'pbi-inactive'),
  red: fc.boolean(),
  summary: typed,
  story: typed,
  restricted: fc.constantFrom('' as const, 'violence' as const),
  form: fc.constantFrom('', 'F3404-26-012-07', 'x'),
  channel: fc.constant('walk-in'),
  contactVia: fc.constantFrom('' as const, 'phone' as const),
  contactCare: fc.subarray([...contactCares]),
  outcome: fc.constant(''),
  answer: typed,
})

property(
  'REGISTER-2 whatever passes on the page is a command that the contract takes',
  forms,
  (values) => {
    if (Object.keys(wrongIn(values)).length > 0) return
    const read = registerData.safeParse(caseDataOf(values, 'BPJS PBI tidak aktif'))
    assert.ok(read.success, read.error?.message)
  },
  2000,
)

property('REGISTER-2 who wants no name leaves none, whatever was typed before', forms, (values) => {
  if (villageCode.safeParse(values.place?.code).success === false) return
  const { client, reporter, contactVia } = caseDataOf({ ...values, anonymous: true }, 'x')
  assert.deepEqual([reporter.name, reporter.phone], [null, null])
  if (values.relation !== 'self') return
  assert.deepEqual([client, contactVia], [{ name: '', nik: null, kk: null, phone: null, address: '' }, 'none'])
})

property('REGISTER-3 what is compared is whole: half a number finds nobody', forms, (values) => {
  const compared = comparisonOf(values)
  if (!compared) return
  for (const number of [compared.nik, compared.kk]) assert.match(number ?? '0'.repeat(16), /^\d{16}$/)
  const enough = compared.nik ?? compared.kk ?? compared.phone ?? (compared.name.length >= 3 && compared.place)
  assert.ok(enough, JSON.stringify(compared))
})

test('REGISTER-4 numbers are typed in groups and kept without', () => {
  assert.deepEqual(['3404 0701-0180.0002', ' 3404\t07 ', ''].map(digitsOf), ['3404070101800002', '340407', ''])
})

test('REGISTER-4 a kind of shelter that this release does not know is none', () => {
  assert.deepEqual([restrictedOf('violence'), restrictedOf('moon'), restrictedOf(null)], ['violence', null, null])
})

test('REGISTER-2 the desk can settle what it registers with the same words', () => {
  const quick = caseDataOf({ ...filled, kind: 'question', summary: 'Menanyakan desil', story: ' baris\n' }, 'Cek desil')
  assert.deepEqual([quick.kind, quick.summary, quick.story], ['question', 'Menanyakan desil', 'baris'])
})
