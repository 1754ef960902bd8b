import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contactWays, relations } from '@openslrt/core/case/case.ts'
import { registerData } from '@openslrt/core/contract/case.ts'
import type { ReportField, ReportForm } from '@openslrt/core/contract/public-forms.ts'
import { reportForm } from '@openslrt/core/contract/public-forms.ts'
import { id as texts } from '@openslrt/core/i18n/id.ts'
import { property } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { aReference } from '../../testing/a-reference.ts'
import { checkWhat, checkWhere, checkWho, isContactWay, isRelation, nikDigits, usesNik } from './report-check.ts'
import { categoryChoices, chosenCategory, isCategory, kindOf, nameOn, restrictedBy } from './report-choices.ts'
import { orderOf } from './report-order.ts'

/** A report with everything right in it: somebody who reports for themselves. */
const right: ReportForm = reportForm.parse({
  command: '019a41b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b',
  case: '019a41b2-7c3d-7e4f-8a5b-6c7d8e9f0a1c',
  startedAt: '2026-11-02T02:00:00.000Z',
  kind: 'pengaduan',
  category: 'pbi-inactive',
  summary: 'BPJS PBI tidak aktif',
  story: 'Ditolak saat berobat.',
  search: 'caturtunggal',
  village: '34.04.07.2001',
  address: 'RT 4',
  forWhom: 'self',
  name: 'Sumarni',
  nik: '3404075203600001',
  phone: '0812 3456 7890',
  contactVia: 'whatsapp',
})
const other: ReportForm = { ...right, forWhom: 'other', person: 'Mbah Darmi', relation: 'neighbour' }
const reference = aReference()
const said = (problems: readonly { field: ReportField; text: string }[]): Readonly<Record<string, string>> =>
  Object.fromEntries(problems.map(({ field, text }) => [field, text.replace('public.report.', '')]))
const what = (own: Partial<ReportForm>, known = true) => said(checkWhat({ ...right, ...own }, known))
const where = (own: Partial<ReportForm>) => said(checkWhere({ ...right, ...own }))
const who = (own: Partial<ReportForm>, base = right) => said(checkWho({ ...base, ...own }))

test('REPORT-6 a report with everything in it has nothing wrong in any step', () => {
  assert.deepEqual([what({}), where({}), who({}), who({}, other)], [{}, {}, {}, {}])
})

const inWhat: readonly (readonly [what: string, own: Partial<ReportForm>, known: boolean, problems: object])[] = [
  ['no kind of need', { category: '' }, false, { category: 'missing.category' }],
  ['a kind of need that is none', { category: 'terbang' }, false, { category: 'missing.category' }],
  ['another need, not named', { category: 'lain', otherCategory: '' }, false, { otherCategory: 'missing.other' }],
  ['no summary', { summary: '' }, true, { summary: 'missing.summary' }],
  ['a summary of two signs and gaps', { summary: '  ab  ' }, true, { summary: 'missing.summary' }],
  ['a summary of 201 signs', { summary: 'x'.repeat(201) }, true, { summary: 'long.summary' }],
  ['a story of 4,001 signs', { story: 'x'.repeat(4001) }, true, { story: 'long.story' }],
  ['a sign in the story that nobody types', { story: 'a\u0007b' }, true, { story: 'odd' }],
  ['a sign in the summary that nobody types', { summary: 'abc\u0000' }, true, { summary: 'odd' }],
]
for (const [name, own, known, problems] of inWhat) {
  test(`REPORT-6 step one: ${name} is said beside its field`, () => {
    assert.deepEqual(what(own, known), problems)
  })
}

test('REPORT-6 step one: what just fits is taken, and a line ended with two signs counts as one', () => {
  assert.deepEqual(what({ summary: 'abc' }), {})
  assert.deepEqual(what({ summary: ` ${'x'.repeat(200)} ` }), {})
  assert.deepEqual(what({ story: `${'x\r\n'.repeat(2000)}` }), {})
  assert.deepEqual(what({ story: `${'x\r\n'.repeat(2000)}x` }), { story: 'long.story' })
  assert.deepEqual(what({ story: '' }), {})
})

const inWhere: readonly (readonly [what: string, own: Partial<ReportForm>, problems: object])[] = [
  ['nothing searched', { search: '', village: '' }, { search: 'missing.search' }],
  ['spaces searched', { search: '   ', village: '' }, { search: 'missing.search' }],
  ['searched and nothing chosen', { village: '' }, { village: 'missing.village' }],
  ['a code that is no village', { village: '34.04' }, { village: 'missing.village' }],
  ['an address of 301 signs', { address: 'x'.repeat(301) }, { address: 'long.address' }],
  ['a sign in the address that nobody types', { address: 'RT\u00014' }, { address: 'odd' }],
]
for (const [name, own, problems] of inWhere) {
  test(`REPORT-6 step two: ${name} is said beside its field`, () => {
    assert.deepEqual(where(own), problems)
  })
}

test('REPORT-6 step two: a village that was chosen needs no search, and an address of three hundred signs fits', () => {
  assert.deepEqual(where({ search: '' }), {})
  assert.deepEqual(where({ address: 'x'.repeat(300) }), {})
})

const inWho: readonly (readonly [what: string, own: Partial<ReportForm>, problems: object])[] = [
  ['for nobody', { forWhom: '' }, { forWhom: 'missing.for' }],
  ['for a word that is no answer', { forWhom: 'both' }, { forWhom: 'missing.for' }],
  ['no name', { name: ' ' }, { name: 'missing.name' }],
  ['a name of 201 signs', { name: 'x'.repeat(201) }, { name: 'long.name' }],
  ['a phone that is none', { phone: 'tanya Budi' }, { phone: 'wrong.phone' }],
  ['calls wanted without a phone', { phone: '', contactVia: 'phone' }, { phone: 'contact.phone' }],
  ['messages wanted without a phone', { phone: ' ', contactVia: 'sms' }, { phone: 'contact.phone' }],
  ['no way to be reached', { contactVia: '' }, { contactVia: 'missing.contact' }],
  ['a way that there is not', { contactVia: 'pigeon' }, { contactVia: 'missing.contact' }],
  ['a NIK of fifteen digits', { nik: '340407520360000' }, { nik: 'wrong.nik' }],
  ['a NIK with a letter', { nik: '340407520360000a' }, { nik: 'wrong.nik' }],
]
for (const [name, own, problems] of inWho) {
  test(`REPORT-6 step three: ${name} is said beside its field`, () => {
    assert.deepEqual(who(own), problems)
  })
}

test('REPORT-6 step three: a NIK copied with gaps, dots or dashes is one, and none at all is no fault', () => {
  for (const nik of ['', '  ', '3404 0752 0360 0001', '3404.0752.0360.0001', '3404-0752-0360-0001'])
    assert.deepEqual(who({ nik }), {})
  assert.equal(nikDigits('3404 0752-0360.0001'), '3404075203600001')
})

test('REPORT-6 step three: a visit needs no phone, and a phone is no reason to be called', () => {
  assert.deepEqual(who({ phone: '', contactVia: 'visit' }), {})
  assert.deepEqual(who({ phone: '', contactVia: 'none' }), {})
  assert.deepEqual(who({ contactVia: 'none' }), {})
})

test('REPORT-5 who reports for somebody else names that person and what they are to each other', () => {
  assert.deepEqual(who({ person: '', relation: '' }, other), {
    person: 'missing.name.other',
    relation: 'missing.relation',
  })
  assert.deepEqual(who({ relation: 'self' }, other), { relation: 'missing.relation' })
  assert.deepEqual(who({ person: 'x'.repeat(201) }, other), { person: 'long.name' })
})

test('REPORT-4 who hides their name is asked for nothing of their own, only for what another person needs', () => {
  const hidden = { anonymous: 'ya', name: '', phone: 'x', contactVia: '', nik: 'x' }
  assert.deepEqual(who(hidden), {})
  assert.deepEqual(who({ ...hidden, person: '' }, other), { nik: 'wrong.nik' })
  assert.equal(usesNik({ ...right, anonymous: 'ya' }), false)
  assert.equal(usesNik({ ...other, anonymous: 'ya' }), true)
})

test('REPORT-6 a field with two faults says the first of them, and each field once', () => {
  const problems = checkWhat({ ...right, summary: '' }, false)
  assert.deepEqual(
    problems.map(({ field }) => field),
    ['category', 'summary'],
  )
  for (const { text } of problems) assert.ok(text in texts, text)
})

test('REPORT-5 relations and ways are those of the case, and to be oneself is no relation to another', () => {
  assert.deepEqual(
    relations.filter(isRelation),
    relations.filter((known) => known !== 'self'),
  )
  assert.deepEqual(contactWays.filter(isContactWay), [...contactWays])
  assert.equal(isRelation('boss') || isContactWay('fax'), false)
})

test('REPORT-1 a kind of report offers its own categories, the common ones first, all of them under their sectors', () => {
  for (const kind of ['pengaduan', 'layanan', 'pertanyaan'] as const) {
    const { common, groups } = categoryChoices(reference, kind, 'id')
    const all = groups.flatMap(({ items }) => items.map(({ value }) => value))
    assert.equal(new Set(all).size, all.length, 'one category lies in one sector')
    assert.ok(common.length > 3 && common.every(({ value }) => all.includes(value)), kind)
    assert.ok(groups.every(({ items }) => items.length > 0))
    for (const value of all) assert.ok(isCategory(reference, { ...right, kind, category: value }), value)
    for (const { items } of groups) {
      const labels = items.map(({ label }) => label)
      assert.deepEqual(
        labels,
        labels.toSorted((one, two) => one.localeCompare(two, 'id')),
      )
    }
  }
  assert.deepEqual(kindOf, { pengaduan: 'complaint', layanan: 'service', pertanyaan: 'question' })
})

test('REPORT-1 choices are named in the language of the page', () => {
  const label = (lang: 'id' | 'en') =>
    categoryChoices(reference, 'pengaduan', lang).common.find(({ value }) => value === 'pbi-inactive')?.label
  assert.ok(label('id') && label('en'))
  assert.notEqual(label('id'), label('en'))
  assert.equal(nameOn(reference, 'category', 'sudah-dihapus', 'id'), 'sudah-dihapus')
})

test('LISTS-8 a code is named as it was called when and where it was chosen, also after its item ended', () => {
  const day = Date.parse('2026-11-02T09:00:00+07:00')
  const item = {
    list: 'outcome',
    code: 'musiman',
    place: '34.04',
    data: {},
    names: { id: 'Bantuan musiman', en: 'Seasonal aid' },
  }
  const dated = aReference({
    list: (name, district, today) =>
      name === 'outcome' && district === '34.04' && today <= '2026-11-02'
        ? [{ ...item, from: '2026-01-01', says: 'holds' }]
        : [],
  })
  const named = (district: string, at: number) => nameOn(dated, 'outcome', 'musiman', 'id', { district, at })
  assert.equal(named('34.04', day), 'Bantuan musiman')
  assert.equal(named('34.04', day + 86_400_000), 'musiman')
  assert.equal(named('34.02', day), 'musiman')
})

test('REPORT-1 the full list counts where the common choice points to it, or nothing common was chosen', () => {
  const chosen = (category: string, otherCategory: string) => chosenCategory({ ...right, category, otherCategory })
  assert.deepEqual(
    [chosen('pip', 'aid-card'), chosen('lain', 'aid-card'), chosen('', 'aid-card'), chosen('lain', '')],
    ['pip', 'aid-card', 'aid-card', ''],
  )
  assert.equal(isCategory(reference, { ...right, category: 'lain', otherCategory: '' }), false)
  assert.equal(isCategory(reference, { ...right, kind: 'pengaduan', category: 'decile-check' }), false)
})

test('REPORT-9 a category of a restricted kind names it, an ordinary one none', () => {
  assert.equal(restrictedBy(reference, 'pbi-inactive'), null)
  assert.equal(restrictedBy(reference, 'sudah-dihapus'), null)
  const restricted = reference.list('category', '00', '').filter(({ code }) => restrictedBy(reference, code) !== null)
  assert.ok(restricted.length > 0)
})

const orderFrom = (form: ReportForm) => {
  const order = orderOf(form, reference)
  assert.ok(order.ok, JSON.stringify(order))
  return { ...order.value, data: registerData.parse(order.value.data) }
}

test('REPORT-2 the same form makes the same command, however often it is sent', () => {
  assert.deepEqual(orderFrom(right).bodyHash, orderFrom({ ...right, search: 'something else' }).bodyHash)
  assert.notDeepEqual(orderFrom(right).bodyHash, orderFrom({ ...right, story: 'Lain.' }).bodyHash)
  const { envelope } = orderFrom(right)
  assert.deepEqual([envelope.id, envelope.subject, envelope.doneAt], [right.command, right.case, right.startedAt])
  assert.deepEqual([envelope.district, envelope.office, envelope.base], ['34.04', null, null])
})

test('REPORT-1 who reports for themselves is client and reporter in one', () => {
  const { client, reporter, contactVia, channel, red } = orderFrom(right).data
  assert.deepEqual(client, {
    name: 'Sumarni',
    nik: '3404075203600001',
    kk: null,
    phone: '0812 3456 7890',
    address: 'RT 4',
  })
  assert.deepEqual(reporter, { name: null, phone: null, relation: 'self', anonymous: false })
  assert.deepEqual([contactVia, channel, red], ['whatsapp', 'web', false])
})

test('REPORT-5 who reports for another gives their own name and phone, and the number of the other', () => {
  const { client, reporter } = orderFrom(other).data
  assert.deepEqual([client.name, client.phone, client.nik], ['Mbah Darmi', null, '3404075203600001'])
  assert.deepEqual(reporter, { name: 'Sumarni', phone: '0812 3456 7890', relation: 'neighbour', anonymous: false })
})

test('REPORT-4 what an anonymous reporter typed of themselves is left out before anything is digested', () => {
  const alone = orderFrom({ ...right, anonymous: 'ya' })
  assert.deepEqual(alone.data.client, { name: '', nik: null, kk: null, phone: null, address: 'RT 4' })
  assert.deepEqual(alone.data.reporter, { name: null, phone: null, relation: 'self', anonymous: true })
  assert.equal(alone.data.contactVia, 'none')
  assert.deepEqual(alone.bodyHash, orderFrom({ ...right, anonymous: 'ya', name: 'Orang Lain', phone: '' }).bodyHash)
  const forAnother = orderFrom({ ...other, anonymous: 'ya' }).data
  assert.deepEqual(forAnother.reporter, { name: null, phone: null, relation: 'neighbour', anonymous: true })
  assert.equal(forAnother.client.name, 'Mbah Darmi')
})

test('REPORT-9 a report of a restricted category makes a case of that kind', () => {
  const code =
    reference.list('category', '00', '').find((item) => restrictedBy(reference, item.code) !== null)?.code ?? ''
  assert.equal(orderFrom({ ...right, category: code }).data.restricted, restrictedBy(reference, code))
  assert.equal(orderFrom(right).data.restricted, null)
})

const anyText = fc.oneof(
  fc.constant(''),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom('self', 'other', 'ya', 'whatsapp', 'family', '34.04.07.2001', 'pip'),
)
const anyForm = fc
  .dictionary(
    fc.constantFrom(
      'category',
      'otherCategory',
      'summary',
      'story',
      'village',
      'search',
      'address',
      'anonymous',
      'forWhom',
      'name',
      'person',
      'relation',
      'nik',
      'phone',
      'contactVia',
    ),
    anyText,
  )
  .map((own) => ({ ...right, ...own }))

property(
  'REPORT-6 whatever is typed, a form that passes all three checks makes a command that the wire takes',
  anyForm,
  (form) => {
    const problems = [...checkWhat(form, isCategory(reference, form)), ...checkWhere(form), ...checkWho(form)]
    const order = orderOf(form, reference)
    if (problems.length === 0) assert.ok(order.ok, JSON.stringify([form, order]))
    for (const { text } of problems) assert.ok(text in texts, text)
  },
  1500,
)
