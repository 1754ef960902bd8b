import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { shippedLists } from '../lists/shipped.ts'
import { placeCode } from '../place/code.ts'
import { property } from '../testing/property.ts'
import { coverOf } from './coverage.ts'
import { dueBefore, dueOn, isDue } from './due.ts'
import { wrongField } from './fields.ts'
import type { PsksField, PsksKind } from './kinds.ts'
import { psksFieldKinds, psksKindData } from './kinds.ts'
import type { PsksStatus } from './psks.ts'
import { fieldsOf, psksStatuses } from './psks.ts'

const shipped = shippedLists.items.filter(({ list }) => list === 'psks-kind')
const kinds = new Map(shipped.map(({ code, data }) => [code, psksKindData.parse(data)]))

/** The field schemas that districts keep (domain 4.8), once more: who it is, and what is asked, in order. */
const spec: readonly (readonly [code: string, name: string, who: PsksKind['who'], fields: string])[] = [
  ['social-worker', 'Pekerja sosial profesional', 'person', 'sex education certificate workplace active-since'],
  ['community-worker', 'Pekerja sosial masyarakat (PSM)', 'person', 'sex education active-since certificate'],
  ['disaster-volunteer', 'Taruna siaga bencana (Tagana)', 'person', 'sex education register-number rank active-since'],
  [
    'institution',
    'Lembaga kesejahteraan sosial (LKS)',
    'institution',
    'legality position scope accreditation leader cared-for activities',
  ],
  ['youth', 'Karang Taruna', 'institution', 'class leader decree members activities'],
  [
    'family-counselling',
    'Lembaga konsultasi kesejahteraan keluarga (LK3)',
    'institution',
    'form legality leader professionals clients',
  ],
  ['pioneer-family', 'Keluarga pioner', 'person', 'active-since plasma-families activities'],
  [
    'community-vehicle',
    'Wahana kesejahteraan sosial berbasis masyarakat (WKSBM)',
    'institution',
    'legality leader members activities',
  ],
  ['woman-leader', 'Wanita pemimpin kesejahteraan sosial', 'person', 'education role active-since'],
  ['educator', 'Penyuluh sosial', 'person', 'sex education employment active-since'],
  [
    'subdistrict-worker',
    'Tenaga kesejahteraan sosial kecamatan (TKSK)',
    'person',
    'register-number sex education decree active-since',
  ],
  ['business', 'Dunia usaha', 'institution', 'sector leader csr-forum programme'],
]
for (const [nth, [code, name, who, fields]] of spec.entries())
  test(`PSKS-1 ${name} is number ${nth + 1}, ${who}, and is asked for ${fields}`, () => {
    const item = shipped[nth]
    const kind = kinds.get(code)
    assert.ok(item && kind)
    assert.deepEqual([item.code, item.names.id, kind.number, kind.who], [code, name, nth + 1, who])
    assert.equal(kind.fields.map((field) => field.code).join(' '), fields)
    for (const field of kind.fields) assert.ok(field.id !== '' && field.en !== '' && field.id !== field.en, field.code)
  })

test('PSKS-1 there is no other kind, and a field that several kinds have is the same in all', () => {
  assert.equal(shipped.length, spec.length)
  const known = new Map<string, PsksField>()
  for (const field of [...kinds.values()].flatMap((kind) => kind.fields)) {
    const before = known.get(field.code)
    if (before) assert.deepEqual(field, before)
    known.set(field.code, field)
  }
})

const field = { code: 'members', kind: 'count', id: 'Anggota', en: 'Members' }
const kindWords: readonly (readonly [own: object, fits: boolean])[] = [
  [{}, true],
  [{ fields: [] }, true],
  [{ number: 0 }, false],
  [{ number: 100 }, false],
  [{ who: 'both' }, false],
  [{ fields: [field, field] }, false],
  [{ fields: [field, { ...field, code: 'leader' }] }, true],
  [{ fields: [{ ...field, code: 'Anggota' }] }, false],
  [{ fields: [{ ...field, code: '1a' }] }, false],
  [{ fields: [{ ...field, code: 'a'.repeat(41) }] }, false],
  [{ fields: [{ ...field, kind: 'color' }] }, false],
  [{ fields: [{ ...field, id: '' }] }, false],
  [{ fields: [{ ...field, en: 'x'.repeat(81) }] }, false],
  [{ fields: [{ ...field, more: 1 }] }, false],
  [{ fields: Array.from({ length: 20 }, (_, nth) => ({ ...field, code: `a${'b'.repeat(nth)}` })) }, true],
  [{ fields: Array.from({ length: 21 }, (_, nth) => ({ ...field, code: `a${'b'.repeat(nth)}` })) }, false],
  [{ extra: 1 }, false],
]
for (const [own, fits] of kindWords)
  test(`PSKS-1 ${JSON.stringify(own).slice(0, 70)} ${fits ? 'says' : 'does not say'} a kind`, () => {
    assert.equal(psksKindData.safeParse({ number: 1, who: 'person', fields: [field], ...own }).success, fits)
  })

/** What each kind of field takes, and what it does not. An empty one was not said. */
const takes: Readonly<Record<PsksField['kind'], readonly [right: readonly string[], wrong: readonly string[]]>> = {
  text: [['', 'SMA', 'S1 / D4', '😀', '0'], []],
  count: [
    ['', '0', '7', '9999999'],
    ['-1', '1.5', '10000000', 'dua', ' 1', '1 ', '١'],
  ],
  day: [
    ['', '2019-01-01', '2024-02-29'],
    ['2023-02-29', '01-01-2019', '2019-1-1', 'kemarin', '2019-13-01'],
  ],
  'yes-no': [
    ['', 'yes', 'no'],
    ['ya', 'YES', 'true', '1'],
  ],
  sex: [
    ['', 'L', 'P'],
    ['l', 'x', '1', 'perempuan'],
  ],
}
for (const kind of psksFieldKinds) {
  const asked: PsksKind = { number: 1, who: 'person', fields: [{ code: 'it', kind, id: 'Itu', en: 'It' }] }
  const [right, wrong] = takes[kind]
  for (const said of right)
    test(`PSKS-4 a field of kind ${kind} takes ${JSON.stringify(said)}`, () => {
      assert.equal(wrongField(asked, { it: said }), null)
    })
  for (const said of wrong)
    test(`PSKS-4 a field of kind ${kind} does not take ${JSON.stringify(said)}`, () => {
      assert.equal(wrongField(asked, { it: said }), 'it')
    })
}

for (const [code, kind] of kinds)
  test(`PSKS-4 ${code} takes all of its own fields at once, and none of another kind`, () => {
    const all = Object.fromEntries(kind.fields.map((one) => [one.code, takes[one.kind][0].at(-1) ?? '']))
    assert.equal(wrongField(kind, all), null)
    assert.equal(wrongField(kind, {}), null, 'and none has to be said')
    const foreign = [...kinds.values()].flatMap(({ fields }) => fields).find((one) => !(one.code in all))
    assert.ok(foreign)
    assert.equal(wrongField(kind, { ...all, [foreign.code]: '' }), foreign.code)
    for (const name of ['__proto__x', 'constructor', 'toString']) assert.equal(wrongField(kind, { [name]: '' }), name)
  })

property(
  'PSKS-4 the field that is named as wrong is one that was said, and without it fewer are wrong',
  fc.dictionary(
    fc.constantFrom('sex', 'education', 'active-since', 'certificate', 'shoe'),
    fc.constantFrom('', 'L', 'x', '2019-01-01'),
  ),
  (said) => {
    const kind = kinds.get('community-worker')
    assert.ok(kind)
    let left: Readonly<Record<string, string>> = said
    for (let wrong = wrongField(kind, left); wrong !== null; wrong = wrongField(kind, left)) {
      assert.ok(wrong in left)
      const { [wrong]: _gone, ...rest } = left
      left = rest
    }
    for (const [name, value] of Object.entries(left)) assert.equal(wrongField(kind, { [name]: value }), null)
  },
)

test('PSKS-4 what fields said is read back, also where nothing ever was', () => {
  assert.deepEqual(fieldsOf({ fields: '' }), {})
  assert.deepEqual(fieldsOf({ fields: '{"education":"SMA"}' }), { education: 'SMA' })
  assert.throws(() => fieldsOf({ fields: '{"education":1}' }))
})

const day = fc
  .date({ min: new Date('2016-01-01T00:00:00Z'), max: new Date('2060-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
property(
  'PSKS-6 what was checked is due a year later to the day, not a day sooner, and stays due',
  fc.tuple(day, day),
  ([checkedOn, today]) => {
    const due = dueOn({ checkedOn })
    assert.ok(due !== null && due > checkedOn)
    const days = (Date.parse(due) - Date.parse(checkedOn)) / 86_400_000
    assert.ok(days === 365 || days === 366, `${days} days`)
    assert.equal(isDue({ checkedOn, status: 'verified' }, today), due <= today)
    // The list asks the database by this day instead: both must find the same.
    assert.equal(
      isDue({ checkedOn, status: 'verified' }, today),
      checkedOn <= dueBefore(today),
      `${checkedOn} ${today}`,
    )
  },
)

test('PSKS-6 what is due is asked for by a day that there is, on a leap day too', () => {
  const asked = [
    ['2028-02-29', '2027-02-28'],
    ['2028-03-01', '2027-03-01'],
    ['2025-02-28', '2024-02-28'],
    ['2025-03-01', '2024-03-01'],
    ['2027-01-01', '2026-01-01'],
  ] as const
  for (const [today, before] of asked) {
    assert.equal(dueBefore(today), before)
    assert.equal(new Date(before).toISOString().slice(0, 10), before)
  }
  assert.equal(dueOn({ checkedOn: '2024-02-29' }), '2025-03-01')
})

for (const status of psksStatuses)
  test(`PSKS-6 a PSKS that is ${status} is ${status === 'verified' ? '' : 'not '}asked again after a year`, () => {
    const due: readonly PsksStatus[] = ['verified']
    assert.equal(isDue({ checkedOn: '2025-01-01', status }, '2026-11-02'), due.includes(status))
    assert.equal(isDue({ checkedOn: null, status }, '2026-11-02'), false)
  })

const village = (nth: number) => placeCode.parse(`34.04.0${1 + (nth % 3)}.200${1 + Math.floor(nth / 3)}`)
const villages = Array.from({ length: 9 }, (_, nth) => village(nth))
const place = fc.constantFrom(
  ...villages,
  ...['34.04.01', '34.04.02', '34.04.03', '34.04', '34.02', '34.04.01.2999'].map((code) => placeCode.parse(code)),
)
const serving = fc.array(
  fc.record({ kind: fc.constantFrom('youth', 'business'), serves: fc.array(place, { minLength: 1, maxLength: 5 }) }),
  { maxLength: 8 },
)
property('PSKS-8 a village is served by whoever names it or a place above it, each counted once', serving, (all) => {
  const cover = coverOf(villages, all)
  assert.deepEqual(
    cover.map((one) => one.village),
    villages,
  )
  for (const { village: at, kinds: by, total } of cover) {
    const own = all.filter(({ serves }) => serves.some((one) => at === one || at.startsWith(`${one}.`)))
    assert.equal(total, own.length, at)
    for (const kind of ['youth', 'business'])
      assert.equal(by[kind] ?? 0, own.filter((one) => one.kind === kind).length, kind)
    assert.ok(!Object.values(by).includes(0), 'a kind that is not there stands nowhere')
  }
})
