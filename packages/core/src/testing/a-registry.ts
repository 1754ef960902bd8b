import { familyId, heardId, loadId, officeId, personId, recordId } from '../kernel/id.ts'
import type { Day } from '../kernel/instant.ts'
import type { AnyRow, Change } from '../ledger/entry.ts'
import { emptyWorld, evolve } from '../ledger/evolve.ts'
import type { SaidRow } from '../load/check-row.ts'
import { heardOn, linesHeard } from '../load/heard.ts'
import type { LoadHeardRow } from '../load/load.ts'
import type { Known, Loading } from '../load/plan-chunk.ts'
import { planChunk } from '../load/plan-chunk.ts'
import { ledgerCode, placeCode } from '../place/code.ts'
import type { FamilyRow, PersonRow, RecordRow } from '../registry/registry.ts'

/** The village that rows speak of. */
export const village = placeCode.parse('34.04.07.2001')
export const nthId = (kind: string, n: number): string => `${kind}0000000-0000-4000-8000-${String(n).padStart(12, '0')}`
/** The n-th load, of an extract of this day. */
export const load = (nth: number, snapshot: Day): Loading => ({
  id: loadId.parse(nthId('c', nth)),
  district: ledgerCode.parse('34.04'),
  source: 'DTSEN',
  snapshot,
  office: officeId.parse(nthId('d', 1)),
  by: 'staff:x',
  now: Date.parse('2026-11-20T02:00:00Z') + nth,
  day: '2026-11-20',
})
export const idFor = (kind: string, number: string): string => nthId(kind, Number(number.slice(-6)))

/** A registry that loads are folded into, as the ledger would. */
export function aRegistry() {
  const world = emptyWorld()
  const snapshots = new Map<string, Day>()
  const rowsOf = <Row>(table: 'person' | 'family' | 'registryRecord' | 'loadHeard') =>
    [...world.rows[table].values()] as unknown as readonly Row[]
  const saidOn: Known['saidOn'] = (holder, variable) => {
    const records = rowsOf<RecordRow>('registryRecord').filter(
      (one) => one.holder === holder.id && variable in one.values,
    )
    const ref = records.at(-1)?.ref ?? holder.load
    const day = snapshots.get(ref ?? '') ?? '1900-01-01'
    const heard = heardOn(rowsOf<LoadHeardRow>('loadHeard').flatMap(linesHeard))(holder.id, variable)
    return heard !== null && heard > day ? heard : day
  }
  let [records, heards] = [0, 0]
  const known = (): Known => ({
    people: new Map(rowsOf<PersonRow>('person').map((one) => [one.nik ?? '', one])),
    families: new Map(rowsOf<FamilyRow>('family').map((one) => [one.kk ?? '', one])),
    saidOn,
    personId: (nik) => personId.parse(idFor('a', nik)),
    familyId: (kk) => familyId.parse(idFor('b', kk)),
    recordId: () => recordId.parse(nthId('e', ++records)),
    heardId: () => heardId.parse(nthId('f', ++heards)),
  })
  const write = (changes: readonly Change[], { district, snapshot: day }: Loading) =>
    evolve(world, district, { v: 1, action: 'take', note: '', say: {}, day, changes })
  return {
    take(rows: readonly SaidRow[], by: Loading) {
      snapshots.set(by.id, by.snapshot)
      const plan = planChunk(rows, known(), by)
      write(plan.changes, by)
      return plan
    },
    known,
    write,
    stands: () => ({
      people: rowsOf<AnyRow>('person').map(
        ({ changedAt: _at, addedAt: _added, load: _load, version: _version, ...row }) => row,
      ),
      families: rowsOf<AnyRow>('family').map(
        ({ changedAt: _at, addedAt: _added, load: _load, version: _version, ...row }) => row,
      ),
    }),
    /** What somebody else did meanwhile. */
    put: (table: 'person' | 'family', row: PersonRow | FamilyRow) => world.rows[table].set(row.id, row),
    people: () => rowsOf<PersonRow>('person'),
    families: () => rowsOf<FamilyRow>('family'),
    records: () => rowsOf<RecordRow>('registryRecord'),
    heard: () => rowsOf<LoadHeardRow>('loadHeard'),
  }
}

/** What a row says otherwise than the first one. */
export interface Some {
  readonly nik?: number
  readonly kk?: number
  readonly name?: string
  readonly kawin?: string
  readonly motor?: number
  readonly desil?: number
}
/** A row of an extract, as it is read. */
export const aRow = (
  { nik = 1, kk = 1, name = 'Siti Aminah', kawin = '2', motor = 1, desil = 2 }: Some = {},
  line = 2,
): SaidRow => ({
  line,
  place: village,
  person: {
    nik: `34040745068${String(nik).padStart(5, '0')}`,
    name,
    birthDate: '1980-06-05',
    sex: 'P',
    phone: null,
    values: { status_kawin: kawin },
  },
  family: { kk: `34040701011${String(kk).padStart(5, '0')}`, address: 'Jl. A', desil, values: { sepeda_motor: motor } },
})
