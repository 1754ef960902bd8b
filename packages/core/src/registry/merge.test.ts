import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { familyId, personId } from '../kernel/id.ts'
import type { AnyRow, Decision, Table } from '../ledger/entry.ts'
import { tables } from '../ledger/entry.ts'
import { changed } from '../ledger/evolve.ts'
import { placeCode } from '../place/code.ts'
import { aFamily, aPerson, aRecord } from '../testing/a-family.ts'
import { staff } from '../testing/actors.ts'
import { property } from '../testing/property.ts'
import { decideDistinct, decideMerge } from './merge.ts'
import { compareFields } from './merge-fields.ts'
import { homesIn } from './merge-members.ts'
import type { MergeRefusal, Naming, Two } from './merge-parts.ts'
import { following, namings } from './merge-refs.ts'
import type { PairRow } from './merge-row.ts'
import { toldOf } from './merge-told.ts'
import type { FamilyRow, PersonRow } from './registry.ts'
import { decideUnmerge } from './unmerge.ts'

const actor = staff('coordinator')
const look = { now: Date.parse('2026-11-22T02:00:00Z'), day: '2026-11-22', actor }
const later = { ...look, now: look.now + 86_400_000 }
const pairId = 'c0000000-0000-4000-8000-000000000001'
const nth = (n: number): string => `c0000000-0000-4000-8000-${String(n).padStart(12, '0')}`

const siti: PersonRow = {
  ...aPerson,
  id: personId.parse(nth(2)),
  nik: null,
  phone: null,
  values: { status_kawin: '2' },
  version: 4,
}
const amina: PersonRow = {
  ...aPerson,
  id: personId.parse(nth(3)),
  family: familyId.parse(nth(9)),
  name: 'Siti Amina',
  values: { status_kawin: '4', ijazah_tertinggi: '5' },
  status: 'moved',
  complete: 80,
  version: 2,
}
const record: AnyRow = { ...aRecord, id: nth(5), holder: amina.id } as AnyRow
const named: readonly Naming[] = [{ table: 'registryRecord', field: 'holder', row: record }]
const two: Two = { of: 'person', kept: siti, gone: amina, named }

type Rows = ReadonlyMap<string, AnyRow>
const rowsOf = ({ kept, gone, named: naming, members = [] }: Two): Rows =>
  new Map([kept, gone, ...naming.map(({ row }) => row), ...members].map((row) => [row.id, row as AnyRow]))

/** The rows after a decision, each change checked against the version it was decided on. */
function after(rows: Rows, decision: Decision): Rows {
  const next = new Map(rows)
  for (const change of decision.changes) {
    const before = next.get(change.id) ?? null
    assert.equal(before?.version ?? 0, change.base, change.table)
    next.set(change.id, changed(before, change))
  }
  return next
}
function done(answer: ReturnType<typeof decideMerge>): Decision {
  assert.ok(answer.ok, JSON.stringify(answer))
  return answer.value
}
const codeOf = (answer: ReturnType<typeof decideMerge>): MergeRefusal['code'] | null =>
  answer.ok ? null : answer.error.code

/** The same two, as the rows say now; with what still names whoever stands on. */
function twoIn(rows: Rows, of: Two): Two {
  const at = <Row extends AnyRow>(id: string): Row => rows.get(id) as Row
  const still = of.named
    .map((one) => ({ ...one, row: at(one.row.id) }))
    .filter(({ row, field }) => row[field] === of.kept.id)
  const members = (of.members ?? []).map(({ id }) => at(id)).filter((row) => row['family'] === of.kept.id)
  return { ...of, kept: at(of.kept.id), gone: at(of.gone.id), named: still, members } as unknown as Two
}
const pairIn = (rows: Rows): PairRow => rows.get(pairId) as unknown as PairRow

test('DOUBLE-6 whoever stands on keeps what they said, but for what is taken; the other points to them', () => {
  const rows = after(rowsOf(two), done(decideMerge(pairId, two, ['nik', 'ijazah_tertinggi'], look)))
  const [kept, gone] = [rows.get(siti.id), rows.get(amina.id)]
  assert.deepEqual(
    [kept?.['name'], kept?.['nik'], kept?.['values'], kept?.['complete']],
    ['Siti Aminah', amina.nik, { status_kawin: '2', ijazah_tertinggi: '5' }, 80],
  )
  assert.deepEqual(
    [gone?.['status'], gone?.['mergedInto'], gone?.['family'], gone?.['nik']],
    ['merged', siti.id, null, amina.nik],
  )
})

test('DOUBLE-7 what named the one names the other, and the history says what was taken, numbers masked', () => {
  const rows = after(rowsOf(two), done(decideMerge(pairId, two, ['nik'], look)))
  assert.equal(rows.get(record.id)?.['holder'], siti.id)
  const history = [...rows.values()].find((row) => row['source'] === 'merge')
  assert.deepEqual(
    [history?.['holder'], history?.['values'], history?.['was']],
    [siti.id, { nomor_induk_kependudukan: '3404**********01' }, {}],
  )
})

test('DOUBLE-6 unless somebody chooses, a value is taken only where nothing is known', () => {
  const fields = compareFields('person', siti, amina)
  assert.deepEqual(
    fields.filter(({ take }) => take).map(({ field }) => field),
    ['nik', 'phone', 'ijazah_tertinggi'],
  )
  assert.equal(fields.find(({ field }) => field === 'sex')?.same, true)
  assert.deepEqual(
    fields.filter(({ field }) => field === 'status_kawin').map(({ kept, gone, same }) => [kept, gone, same]),
    [['2', '4', false]],
  )
})

test('DOUBLE-6 nobody is merged with themselves, nor twice, nor by fields that neither has', () => {
  assert.equal(codeOf(decideMerge(pairId, { ...two, gone: siti }, [], look)), 'pair-same')
  assert.equal(codeOf(decideMerge(pairId, { ...two, gone: { ...amina, status: 'merged' } }, [], look)), 'pair-merged')
  assert.equal(codeOf(decideMerge(pairId, { ...two, kept: { ...siti, status: 'merged' } }, [], look)), 'pair-merged')
  for (const field of ['status', 'id', 'luas_lantai', 'desil'])
    assert.equal(codeOf(decideMerge(pairId, two, [field], look)), 'pair-field')
})

test('DOUBLE-7 what was said anew since a merge stays when it is undone, and what was written since stays too', () => {
  const merged = after(rowsOf(two), done(decideMerge(pairId, two, ['nik', 'name', 'status_kawin'], look)))
  const since = new Map(merged)
  const kept = since.get(siti.id)
  assert.ok(kept)
  since.set(siti.id, { ...kept, name: 'Siti Aminah binti Karto', version: kept.version + 1 })
  const rows = after(since, done(decideUnmerge(pairIn(since), twoIn(since, two), later)))
  const back = rows.get(siti.id)
  assert.deepEqual(
    [back?.['name'], back?.['nik'], back?.['values']],
    ['Siti Aminah binti Karto', null, { status_kawin: '2' }],
  )
  assert.equal(back?.['complete'], 80, 'of somebody changed since it is counted anew by the next change')
})

test('DOUBLE-7 a merge is undone once, and not before the one that came after it', () => {
  const merged = after(rowsOf(two), done(decideMerge(pairId, two, ['nik'], look)))
  const now = twoIn(merged, two)
  assert.equal(codeOf(decideUnmerge({ ...pairIn(merged), verdict: 'undone' }, now, later)), 'pair-over')
  assert.equal(
    codeOf(decideUnmerge(pairIn(merged), { ...now, kept: { ...siti, status: 'merged' } }, later)),
    'pair-later',
  )
  assert.equal(codeOf(decideUnmerge(pairIn(merged), { ...now, gone: amina }, later)), 'pair-later')
})

test('DOUBLE-8 two who are not one are said to be so, nothing of them changes, and it can be taken back', () => {
  const rows = after(rowsOf(two), done(decideDistinct(pairId, two, look)))
  assert.equal(pairIn(rows).verdict, 'distinct')
  assert.deepEqual(rows.get(siti.id), siti)
  assert.equal(codeOf(decideDistinct(pairId, { ...two, gone: siti }, look)), 'pair-same')
  const back = after(rows, done(decideUnmerge(pairIn(rows), two, later)))
  assert.deepEqual([pairIn(back).verdict, back.get(amina.id)], ['undone', amina])
})

test('DOUBLE-7 whatever names a person or family is a field of a table that the ledger proves', () => {
  const known: ReadonlySet<Table> = new Set(tables)
  for (const { table } of namings) assert.ok(known.has(table), table)
  assert.equal(new Set(namings.map(({ of, table, field }) => `${of} ${table} ${field}`)).size, namings.length)
})

const village = fc.constantFrom('34.04.07.2001', '34.04.07.2002').map((code) => placeCode.parse(code))
const values = fc
  .dictionary(fc.constantFrom('status_kawin', 'ijazah', 'cacat', 'air'), fc.constantFrom('1', '2', null, true, 3), {
    maxKeys: 4,
  })
  .map((made) => ({ ...made }))
const person = fc.record({
  place: village,
  name: fc.constantFrom('Siti', 'Amina', ''),
  nik: fc.constantFrom(null, '3404074506800001', '3404074506800002'),
  phone: fc.constantFrom(null, '0812'),
  birthDate: fc.constantFrom(null, '1980-06-05'),
  status: fc.constantFrom<PersonRow['status']>('known', 'moved', 'dead'),
  family: fc.constantFrom(null, familyId.parse(nth(9))),
  complete: fc.nat(100),
  values,
})
const household = fc.record({
  place: village,
  kk: fc.constantFrom(null, '3404070101100001'),
  address: fc.constantFrom('', 'Jalan Melati'),
  desil: fc.constantFrom(null, 1, 4),
  desilOn: fc.constantFrom(null, '2026-07-10'),
  desilSource: fc.constantFrom('', 'DTSEN'),
  status: fc.constantFrom<FamilyRow['status']>('known', 'gone'),
  values,
})

const keptHome = familyId.parse(nth(7))
const goneHome = familyId.parse(nth(8))
const member = (n: number, home: typeof keptHome, lives: PersonRow['place']): AnyRow =>
  ({ ...aPerson, id: personId.parse(nth(20 + n)), family: home, place: lives }) as unknown as AnyRow
const households: fc.Arbitrary<Two> = fc
  .tuple(household, household, fc.array(village, { maxLength: 3 }), fc.array(village, { maxLength: 3 }))
  .map(
    ([one, other, ofKept, ofGone]): Two => ({
      of: 'family',
      kept: { ...aFamily, id: keptHome, ...one },
      gone: { ...aFamily, id: goneHome, ...other },
      named: ofGone.map((lives, n) => ({ table: 'person', field: 'family', row: member(n, goneHome, lives) })),
      members: ofKept.map((lives, n) => member(10 + n, keptHome, lives)),
    }),
  )
const pairs: fc.Arbitrary<Two> = fc.oneof(
  fc
    .tuple(person, person)
    .map(([one, other]): Two => ({ ...two, kept: { ...siti, ...one }, gone: { ...amina, ...other } })),
  households,
)

/** A row but for what every change moves. */
const said = (row: AnyRow | undefined): object => ({ ...row, version: 0, changedAt: 0 })

property(
  'DOUBLE-7 a merge and its undoing leave everything as it was, whatever was taken',
  fc.tuple(pairs, fc.array(fc.boolean(), { minLength: 20, maxLength: 20 })),
  ([any, choices]) => {
    const take = compareFields(any.of, any.kept, any.gone)
      .filter((_one, at) => choices[at])
      .map(({ field }) => field)
    const before = rowsOf(any)
    const merged = after(before, done(decideMerge(pairId, any, take, look)))
    const rows = after(merged, done(decideUnmerge(pairIn(merged), twoIn(merged, any), later)))
    for (const [id, row] of before) assert.deepEqual(said(rows.get(id)), said(row))
  },
)

property('DOUBLE-6 a merge loses nothing: every value of both is still said by one of the two', pairs, (any) => {
  const rows = after(rowsOf(any), done(decideMerge(pairId, any, [], look)))
  const gone = rows.get(any.gone.id)
  assert.deepEqual(gone?.['values'], any.gone.values)
  assert.deepEqual(rows.get(any.kept.id)?.['values'], any.kept.values)
})

const takeIn = ({ of, kept, gone }: Two, choices: readonly boolean[]): readonly string[] =>
  compareFields(of, kept, gone)
    .filter((_one, at) => choices[at])
    .map(({ field }) => field)
const choosing = fc.array(fc.boolean(), { minLength: 20, maxLength: 20 })

property(
  'DOUBLE-10 once two families are one, everybody lives where it lives, and nobody is in the one that went',
  fc.tuple(households, choosing),
  ([any, choices]) => {
    const take = takeIn(any, choices)
    const rows = after(rowsOf(any), done(decideMerge(pairId, any, take, look)))
    const home = rows.get(keptHome)
    const comers = any.named.map(({ row }) => row.id)
    for (const row of [...rows.values()].filter((one) => 'birthDate' in one)) {
      assert.equal(row['family'], keptHome)
      if (comers.includes(row.id) || home?.['place'] !== any.kept.place) assert.equal(row['place'], home?.['place'])
    }
    if (home?.['place'] === any.kept.place) for (const row of any.members ?? []) assert.deepEqual(rows.get(row.id), row)
  },
)

/** Somebody who left since the merge, for another family in another village. */
const leave = (rows: Map<string, AnyRow>, id: string, family: string, place: string): void => {
  const row = rows.get(id)
  assert.ok(row)
  rows.set(id, { ...row, family, place, version: row.version + 1 })
}

property(
  'DOUBLE-10 when families are parted, whoever moved on since stays where they are',
  fc.tuple(
    households.filter(({ named: comers, members = [] }) => comers.length > 0 && members.length > 0),
    village,
  ),
  ([any, elsewhere]) => {
    const merged = after(rowsOf(any), done(decideMerge(pairId, any, ['place'], look)))
    const since = new Map(merged)
    const [leaver, ...others] = any.named.map(({ row }) => row)
    assert.ok(leaver)
    leave(since, leaver.id, nth(9), elsewhere)
    const rows = after(since, done(decideUnmerge(pairIn(since), twoIn(since, any), later)))
    assert.deepEqual([rows.get(leaver.id)?.['family'], rows.get(leaver.id)?.['place']], [nth(9), elsewhere])
    const stood = [...others, ...(any.members ?? [])]
    for (const row of stood) assert.deepEqual(said(rows.get(row.id)), said(row))
  },
)

test('DOUBLE-7 who would go back to a family that went into another waits until that is undone', () => {
  const merged = after(rowsOf(two), done(decideMerge(pairId, two, [], look)))
  const now = twoIn(merged, two)
  const home = { id: familyId.parse(nth(9)), status: 'merged', place: two.gone.place } as const
  assert.equal(codeOf(decideUnmerge(pairIn(merged), { ...now, homes: [home] }, later)), 'pair-later')
  const others = [
    { ...home, status: 'known' },
    { ...home, id: familyId.parse(nth(6)) },
  ] as const
  assert.equal(codeOf(decideUnmerge(pairIn(merged), { ...now, homes: others }, later)), null)
  assert.deepEqual(homesIn(pairIn(merged)), [nth(9)])
})

test('DOUBLE-7 of rows that may stand once only, the one of whoever goes stays with them where the other has it', () => {
  const row = (n: number, own: object): AnyRow => ({ id: nth(n), version: 1, person: null, ...own })
  const [pkh, pip] = [{ programme: 'pkh' }, { programme: 'pip' }]
  const ofPerson = { of: 'person', oncePer: 'programme' } as const
  const ofFamily = { of: 'family', oncePer: 'programme' } as const
  const ids = (rows: readonly AnyRow[]) => rows.map(({ id }) => id)
  const [first, second] = [row(1, pkh), row(2, pip)]
  assert.deepEqual(ids(following({ of: 'person' }, [first, second], [row(3, pkh)])), [nth(1), nth(2)])
  assert.deepEqual(ids(following(ofPerson, [first, second], [row(3, pkh)])), [nth(2)])
  assert.deepEqual(ids(following(ofPerson, [first, second], [])), [nth(1), nth(2)])
  assert.deepEqual(following(ofPerson, [], [first]), [])
  const ofLink = { of: 'person', oncePer: 'programme', unless: 'ended' } as const
  const over = row(5, { ...pkh, status: 'ended' })
  const open = row(6, { ...pkh, status: 'asked' })
  assert.deepEqual(ids(following(ofLink, [open], [over])), [nth(6)], 'what is over is in nobody’s way')
  assert.deepEqual(ids(following(ofLink, [over], [open])), [nth(5)])
  assert.deepEqual(ids(following(ofLink, [open], [{ ...open, id: nth(7) }])), [])
  // A person's own row names the family beside: it stands once for the person, and never in the family's way.
  const sitis = row(4, { ...pkh, person: siti.id })
  assert.deepEqual(ids(following(ofFamily, [sitis, first], [row(3, pkh)])), [nth(4)])
  assert.deepEqual(ids(following(ofFamily, [first], [sitis])), [nth(1)])
})

test('DOUBLE-6 a history tells what a merge changed by official names; numbers masked, what nobody had said not at all', () => {
  const changed = { name: 'Siti', nik: '3404074506800001', sex: 'P', birthDate: null, family: nth(9), agama: 'islam' }
  assert.deepEqual(toldOf('person', changed), {
    nama: 'Siti',
    nomor_induk_kependudukan: '3404**********01',
    jenis_kelamin: '2',
    tanggal_lahir: null,
    agama: 'islam',
  })
  const desil = {
    desil: 2,
    desilOn: '2026-07-10',
    desilSource: 'DTSEN',
    kk: '3404070101100001',
    place: '34.04.07.2001',
  }
  assert.deepEqual(toldOf('family', desil), {
    desil: 2,
    desil_on: '2026-07-10',
    desil_source: 'DTSEN',
    nomor_kartu_keluarga: '3404**********01',
    kode_kelurahan_desa: '34.04.07.2001',
  })
  const rows = after(rowsOf(two), done(decideMerge(pairId, two, ['nik', 'phone', 'status_kawin'], look)))
  const told = [...rows.values()].find((row) => row['source'] === 'merge')
  assert.deepEqual(told?.['was'], { status_kawin: '2' })
  assert.equal(told?.['base'], siti.version)
})

property(
  'DOUBLE-7 a merge that was undone can be made again, and undone again',
  fc.tuple(pairs, choosing),
  ([any, choices]) => {
    const take = takeIn(any, choices)
    const once = after(rowsOf(any), done(decideMerge(pairId, any, take, look)))
    const parted = after(once, done(decideUnmerge(pairIn(once), twoIn(once, any), later)))
    const again = {
      ...twoIn(parted, any),
      named: any.named.map((one) => ({ ...one, row: parted.get(one.row.id) ?? one.row })),
    }
    const second = after(parted, done(decideMerge(nth(90), again, take, later)))
    const pair = second.get(nth(90)) as unknown as PairRow
    const rows = after(second, done(decideUnmerge(pair, twoIn(second, any), later)))
    for (const [id, row] of rowsOf(any)) assert.deepEqual(said(rows.get(id)), said(row))
  },
)

property('DOUBLE-7 whichever of two stands on, the same is said by both together', pairs, (any) => {
  const { of, kept, gone } = any
  const swapped = compareFields(of, gone, kept)
  const fields = compareFields(of, kept, gone)
  assert.deepEqual(
    fields.map(({ field, kept: left, gone: right, same }) => [field, left, right, same]),
    swapped.map(({ field, kept: left, gone: right, same }) => [field, right, left, same]),
  )
  for (const [nth_, one] of fields.entries()) assert.ok(!(one.take && swapped[nth_]?.take), one.field)
})
