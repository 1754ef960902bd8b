import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { property } from '../testing/property.ts'
import { worthListing } from './double-score.ts'
import type { FamilyAlike, FamilyReason, Member } from './family-double.ts'
import { compareFamilies, familyReasons } from './family-double.ts'

const someone = (name: string, own: Partial<Member> = {}): Member => ({
  nik: null,
  kk: null,
  phone: null,
  name,
  birthDate: null,
  sex: null,
  place: '34.04.07.2001',
  isHead: false,
  ...own,
})
const budi = someone('Budi Santoso', { isHead: true, birthDate: '1975-04-02', sex: 'L' })
const siti = someone('Siti Aminah', { birthDate: '1980-06-05', sex: 'P' })
const rina = someone('Rina', { birthDate: '2010-02-02', sex: 'P' })
const tono = someone('Tono', { birthDate: '2012-03-03', sex: 'L' })
const stranger = someone('Karto', { birthDate: '1950-01-01', sex: 'L' })
const home: FamilyAlike = { kk: null, address: 'Jl. Melati 3', place: '34.04.07.2001', members: [budi, siti, rina] }

const table: readonly (readonly [
  what: string,
  own: Partial<FamilyAlike>,
  reasons: readonly FamilyReason[],
  listed: boolean,
])[] = [
  ['all the same', {}, ['same-head', 'same-members', 'same-address', 'one-village'], true],
  ['another address', { address: 'RT 02' }, ['same-head', 'same-members', 'one-village'], true],
  [
    'an address in other signs',
    { address: 'JL MELATI, 3' },
    ['same-head', 'same-members', 'same-address', 'one-village'],
    true,
  ],
  ['no address', { address: '' }, ['same-head', 'same-members', 'one-village'], true],
  [
    'one member of many in common',
    { address: '', members: [budi, siti, someone('Wawan', { sex: 'L' }), someone('Yuni', { sex: 'P' }), stranger] },
    ['same-head', 'same-members', 'one-village'],
    true,
  ],
  [
    'a head who is spelled otherwise',
    { members: [{ ...budi, name: 'Boedi Santosa' }, siti, rina] },
    ['like-head', 'same-members', 'same-address', 'one-village'],
    true,
  ],
  [
    'a head of another birth',
    { members: [{ ...budi, birthDate: '1951-11-30' }, siti] },
    ['same-members', 'same-address', 'one-village'],
    false,
  ],
  [
    'nobody else in common',
    { address: '', members: [budi, stranger] },
    ['same-head', 'one-village', 'other-members'],
    false,
  ],
  ['the head alone', { address: '', members: [budi] }, ['same-head', 'one-village'], false],
  ['the head alone at one address', { members: [budi] }, ['same-head', 'same-address', 'one-village'], true],
  ['nobody at all', { members: [] }, ['same-address', 'one-village'], false],
  [
    'another village of the sub-district',
    { place: '34.04.07.2002', address: '' },
    ['same-head', 'same-members', 'one-subdistrict'],
    true,
  ],
  ['another sub-district', { place: '34.04.06.2001', address: '' }, ['same-head', 'same-members'], false],
  [
    'others in the same house',
    { members: [{ ...stranger, isHead: true }, tono] },
    ['same-address', 'one-village', 'other-members'],
    false,
  ],
]
for (const [what, own, reasons, listed] of table)
  test(`DOUBLE-14 ${what}: ${reasons.join(', ')}, ${listed ? 'asked about' : 'not asked about'}`, () => {
    const compared = compareFamilies(home, { ...home, ...own })
    assert.deepEqual(compared.reasons, reasons)
    assert.equal(compared.score >= worthListing, listed, String(compared.score))
  })

test('DOUBLE-14 one card is one family, whoever is written on it; two cards speak little against it', () => {
  const carded = { ...home, kk: 'a1' }
  const elsewhere = { kk: 'a1', address: '', place: '34.04.01.2001', members: [stranger, tono] }
  assert.deepEqual(compareFamilies(carded, elsewhere), { score: 75, reasons: ['same-card'] })
  const divided = compareFamilies(carded, { ...home, kk: 'b2' })
  assert.ok(divided.reasons.includes('other-card') && divided.score >= worthListing)
  assert.ok(!compareFamilies(carded, home).reasons.includes('other-card'), 'a card that nobody knows is no other')
})

test('DOUBLE-14 a member is the same by their NIK whatever their name, and not where their NIK differ', () => {
  const withNik = (nik: string, name: string) => ({ ...home, members: [budi, { ...siti, nik, name, birthDate: null }] })
  assert.ok(compareFamilies(withNik('n1', 'Siti'), withNik('n1', 'Ami')).reasons.includes('same-members'))
  assert.ok(compareFamilies(withNik('n1', 'Siti'), withNik('n2', 'Siti')).reasons.includes('other-members'))
})

test('DOUBLE-14 of several who are not said to be the head nobody is', () => {
  const headless = { ...home, members: [{ ...budi, isHead: false }, siti] }
  assert.deepEqual(compareFamilies(headless, headless).reasons, ['same-members', 'same-address', 'one-village'])
})

const member = fc.record({
  nik: fc.constantFrom(null, 'n1', 'n2'),
  kk: fc.constant(null),
  phone: fc.constant(null),
  name: fc.constantFrom('Budi', 'Boedi', 'Siti Aminah', 'Rina'),
  birthDate: fc.constantFrom(null, '1980-06-05', '1980-05-06', '2010-02-02'),
  sex: fc.constantFrom(null, 'L' as const, 'P' as const),
  place: fc.constant('34.04.07.2001'),
  isHead: fc.boolean(),
})
const family = fc.record({
  kk: fc.constantFrom(null, 'a', 'b'),
  address: fc.constantFrom('', 'Jl. A', 'jl a', 'RT 2'),
  place: fc.constantFrom('34.04.07.2001', '34.04.07.2002', '34.04.01.2001'),
  members: fc.array(member, { maxLength: 4 }),
})
property('DOUBLE-14 two families are as alike from one side as from the other', fc.tuple(family, family), ([a, b]) => {
  const [one, other] = [compareFamilies(a, b), compareFamilies(b, a)]
  assert.deepEqual(one, other)
  assert.ok(one.score >= 0 && one.score <= 100)
  assert.deepEqual(
    one.reasons,
    familyReasons.filter((reason) => one.reasons.includes(reason)),
  )
})
