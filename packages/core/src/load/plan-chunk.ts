import type { FamilyId, HeardId, LoadId, OfficeId, PersonId, RecordId } from '../kernel/id.ts'
import type { Day, Instant } from '../kernel/instant.ts'
import type { Json } from '../kernel/json.ts'
import { canonical } from '../kernel/json.ts'
import type { Change } from '../ledger/entry.ts'
import { maskNumber, maskPhone } from '../person/mask.ts'
import type { LedgerCode, PlaceCode } from '../place/code.ts'
import { completenessOf } from '../registry/complete.ts'
import type { FamilyRow, Holder, PersonRow, Values } from '../registry/registry.ts'
import { erasedHolder } from '../registry/registry.ts'
import { saidOfFamily, saidOfPerson } from '../registry/said.ts'
import type { FamilySaid, PersonSaid, RowProblem, SaidRow } from './check-row.ts'
import { packHeard } from './heard.ts'
import type { LoadCounts } from './load.ts'
import { noCounts } from './load.ts'

/** What is known of those whom a chunk names, and how new things are called. */
export interface Known {
  /** By number; whoever was merged stands as what they were merged into. */
  readonly people: ReadonlyMap<string, PersonRow>
  readonly families: ReadonlyMap<string, FamilyRow>
  /** The day for which a holder's value stands: that of which its last saying speaks, or of a later extract that agreed. */
  readonly saidOn: (holder: PersonRow | FamilyRow, variable: string) => Day
  readonly personId: (nik: string) => PersonId
  readonly familyId: (kk: string) => FamilyId
  readonly recordId: (holder: string) => RecordId
  readonly heardId: () => HeardId
}

/** The load that a chunk belongs to. */
export interface Loading {
  readonly id: LoadId
  readonly district: LedgerCode
  readonly source: string
  readonly snapshot: Day
  readonly office: OfficeId
  readonly by: string
  readonly now: Instant
  /** Today, by which people have their age: a child is not asked what a grown-up is. */
  readonly day: Day
}

export interface ChunkPlan {
  readonly changes: readonly Change[]
  readonly counts: LoadCounts
  /** Rows that can't be taken although each cell can be read. */
  readonly wrong: readonly (RowProblem & { readonly line: number })[]
}

/** Somebody or some family in the hands of a chunk: as known, and what rows have said since. */
interface Draft<Row> {
  readonly before: Row | null
  now: Row
  readonly given: Record<string, Json>
  readonly was: Record<string, Json>
  /** What rows said as it stands, for a later day than it stood for. */
  readonly heard: Set<string>
  kept: boolean
}

/**
 * LOAD-8 What the rows of a chunk change. The same number is the same person or family. What was never said is taken; what
 * differs is taken only where the extract speaks for a later day than what is known; what agrees stands for that day from
 * then on (LOAD-22). So it does not matter in which order extracts are loaded, and a file taken twice changes nothing.
 */
export function planChunk(rows: readonly SaidRow[], known: Known, load: Loading): ChunkPlan {
  const chunk = new Chunk(known, load)
  for (const row of rows) chunk.take(row)
  return chunk.plan()
}

class Chunk {
  readonly #known: Known
  readonly #load: Loading
  readonly #people = new Map<string, Draft<PersonRow>>()
  readonly #families = new Map<string, Draft<FamilyRow>>()
  readonly #wrong: (RowProblem & { line: number })[] = []
  #rows = 0

  constructor(known: Known, load: Loading) {
    this.#known = known
    this.#load = load
  }

  take({ line, place, person, family }: SaidRow): void {
    this.#rows++
    const home = family ? this.#takeFamily(family, place) : null
    const livesIn = home && isForgotten(home) ? null : home
    const person_ = person === null || this.#takePerson(person, place ?? home?.place ?? null, livesIn)
    if (!person_ || (family && !home)) this.#wrong.push({ line, code: 'place-missing', column: null })
  }

  #takeFamily(said: FamilySaid, place: PlaceCode | null): FamilyRow | null {
    const known = this.#families.get(said.kk)
    const draft = known ?? this.#openFamily(said, place)
    if (!draft) return null
    this.#families.set(said.kk, draft)
    // Who is new stands as this row says, whole.
    if (!known && draft.before === null) return draft.now
    const tell = this.#teller(draft)
    if (place) tell('kode_kelurahan_desa', draft.now.place, place, (now) => ({ ...now, place }))
    if (said.address !== '')
      tell('alamat', draft.now.address || undefined, said.address, (now) => ({ ...now, address: said.address }))
    tellValues(tell, draft, said.values)
    this.#tellDesil(draft, said.desil)
    return draft.now
  }

  /** A desil stands with the day of its snapshot: a later extract that says the same is later evidence. */
  #tellDesil(draft: Draft<FamilyRow>, desil: number | null): void {
    const { snapshot, source } = this.#load
    if (desil === null || isForgotten(draft.before) || (draft.now.desilOn !== null && draft.now.desilOn >= snapshot)) {
      if (desil !== null && desil !== draft.now.desil) draft.kept = true
      return
    }
    draft.was['desil'] ??= draft.before?.desil ?? null
    draft.given['desil'] = desil
    draft.given['desil_on'] = snapshot
    draft.now = { ...draft.now, desil, desilOn: snapshot, desilSource: source }
  }

  #takePerson(said: PersonSaid, place: PlaceCode | null, home: FamilyRow | null): boolean {
    const known = this.#people.get(said.nik)
    const draft = known ?? this.#openPerson(said, place, home)
    if (!draft) return false
    this.#people.set(said.nik, draft)
    if (!known && draft.before === null) return true
    const tell = this.#teller(draft)
    tellSelf(tell, draft.now, said)
    if (place) tell('kode_kelurahan_desa', draft.now.place, place, (row) => ({ ...row, place }))
    if (home) tellHome(tell, draft.now, home)
    tellValues(tell, draft, said.values)
    return true
  }

  /** Gives one value to a draft, if the law of days lets it. `shown` is how a record tells it, where that is not the value. */
  #teller<Row extends PersonRow | FamilyRow>(draft: Draft<Row>): Tell<Row> {
    return (variable, old, said, put, shown = said) => {
      // PRIVACY-8 Whoever was forgotten stays so, whatever an extract says of their number.
      if (isForgotten(draft.before)) {
        draft.kept = true
        return false
      }
      if (old !== undefined && (old === said || canonical(old) === canonical(said))) {
        if (this.#isNewer(draft, variable)) draft.heard.add(variable)
        return false
      }
      if (old !== undefined && !this.#isNewer(draft, variable)) {
        draft.kept = true
        return false
      }
      draft.given[variable] = shown
      draft.was[variable] ??= wasOf(old, said, shown)
      draft.now = put(draft.now)
      return true
    }
  }

  #isNewer(draft: Draft<PersonRow | FamilyRow>, variable: string): boolean {
    // What this very chunk said is of the same day: the first row of a number counts.
    if (draft.before === null || variable in draft.given || draft.heard.has(variable)) return false
    return this.#load.snapshot > this.#known.saidOn(draft.before, variable)
  }

  // Fields of who is new stand in the order in which an entry spells them: a load's are then spelt as they are.
  #openFamily({ kk, address, desil, values }: FamilySaid, place: PlaceCode | null): Draft<FamilyRow> | null {
    const before = this.#known.families.get(kk) ?? null
    if (before) return draftOf(before, before)
    if (!place) return null
    const { district, id, now, snapshot, source } = this.#load
    return draftOf(null, {
      addedAt: now,
      address,
      changedAt: now,
      complete: 0,
      desil,
      desilOn: desil === null ? null : snapshot,
      desilSource: desil === null ? '' : source,
      district,
      id: this.#known.familyId(kk),
      kk,
      load: id,
      mergedInto: null,
      place,
      status: 'known',
      values,
      version: 0,
    })
  }

  #openPerson(said: PersonSaid, place: PlaceCode | null, home: FamilyRow | null): Draft<PersonRow> | null {
    const { nik, name, birthDate, sex, phone, values } = said
    const before = this.#known.people.get(nik) ?? null
    if (before) return draftOf(before, before)
    if (!place) return null
    const { district, id, now } = this.#load
    return draftOf(null, {
      addedAt: now,
      birthDate,
      changedAt: now,
      complete: 0,
      district,
      family: home?.id ?? null,
      id: this.#known.personId(nik),
      load: id,
      mergedInto: null,
      name,
      nik,
      phone,
      place,
      sex,
      status: 'known',
      values,
      version: 0,
    })
  }

  plan(): ChunkPlan {
    const families = [...this.#families.values()]
    const people = [...this.#people.values()]
    return {
      changes: [
        ...families.flatMap((draft) => this.#changesOf('family', draft, this.#measured(draft, 'family', saidOfFamily))),
        ...people.flatMap((draft) => this.#changesOf('person', draft, this.#measured(draft, 'person', saidOfPerson))),
        ...this.#heardBy([...families, ...people]),
      ],
      counts: {
        ...noCounts,
        rows: this.#rows,
        newFamilies: families.filter(isNew).length,
        changedFamilies: families.filter(isChanged).length,
        sameFamilies: families.filter(isSame).length,
        newPeople: people.filter(isNew).length,
        changedPeople: people.filter(isChanged).length,
        samePeople: people.filter(isSame).length,
        kept: [...families, ...people].filter(({ kept }) => kept).length,
        wrong: this.#wrong.length,
      },
      wrong: this.#wrong,
    }
  }

  /** LOAD-9 Who is new comes with the load; what changes somebody is a record beside it, with what stood before. */
  #changesOf<Row extends PersonRow | FamilyRow>(of: Holder, draft: Draft<Row>, now: Row): readonly Change[] {
    const { before } = draft
    if (before === null) {
      const { id, version: _version, ...set } = now
      return [{ base: 0, id, set, table: of } as Change]
    }
    if (!isChanged(draft)) return []
    const set = { ...differences(before, now), changedAt: this.#load.now }
    return [{ table: of, id: before.id, base: before.version, set } as Change, this.#record(of, draft)]
  }

  /** LOAD-22 One row for all whom this chunk found as they stand. */
  #heardBy(drafts: readonly Draft<PersonRow | FamilyRow>[]): readonly Change[] {
    const agreed = new Map(drafts.filter(({ heard }) => heard.size > 0).map(({ now, heard }) => [now.id, heard]))
    if (agreed.size === 0) return []
    const { district, id: load, snapshot } = this.#load
    const set = { district, load, snapshot, ...packHeard(agreed) }
    return [{ table: 'loadHeard', id: this.#known.heardId(), base: 0, set }]
  }

  /** LOAD-20 With how much is known of it now. Of what stays as it was, nobody asks. */
  #measured<Row extends PersonRow | FamilyRow>(draft: Draft<Row>, of: Holder, said: (row: Row) => Values): Row {
    if (isSame(draft)) return draft.now
    return { ...draft.now, complete: completenessOf(of, said(draft.now), this.#load.day).percent }
  }

  #record(of: Holder, { now, given, was }: Draft<PersonRow | FamilyRow>): Change {
    const { id, district, source, snapshot, office, by, now: at } = this.#load
    const said = { source: `${source} ${snapshot}`, ref: id, office, by, at, values: given, was, base: now.version }
    return {
      table: 'registryRecord',
      id: this.#known.recordId(now.id),
      base: 0,
      set: { district, holder: now.id, of, place: now.place, way: 'import', ...said },
    }
  }
}

type Tell<Row> = (variable: string, old: Json | undefined, said: Json, put: (now: Row) => Row, shown?: Json) => boolean

/** What tells a person apart from others. */
function tellSelf(tell: Tell<PersonRow>, now: PersonRow, { name, birthDate, sex, phone }: PersonSaid): void {
  tell('nama', now.name || undefined, name, (row) => ({ ...row, name }))
  if (birthDate) tell('tanggal_lahir', now.birthDate ?? undefined, birthDate, (row) => ({ ...row, birthDate }))
  if (sex) tell('jenis_kelamin', now.sex ?? undefined, sex, (row) => ({ ...row, sex }))
  if (phone) tell('nomor_telepon', now.phone ?? undefined, phone, (row) => ({ ...row, phone }), maskPhone(phone))
}

function tellHome(tell: Tell<PersonRow>, now: PersonRow, { id, kk }: FamilyRow): void {
  tell('nomor_kartu_keluarga', now.family ?? undefined, id, (row) => ({ ...row, family: id }), maskNumber(kk))
}

/** One copy for all values of a row: with one for each of thirty, copying took longer than all else of a plan. */
function tellValues<Row extends { readonly values: Values }>(tell: Tell<Row>, draft: Draft<Row>, values: Values): void {
  const taken = Object.entries(values).filter(([name, value]) =>
    // Null is a word as well: that it is unknown, or none.
    tell(name, draft.now.values[name], value, (now) => now),
  )
  if (taken.length > 0) draft.now = { ...draft.now, values: { ...draft.now.values, ...Object.fromEntries(taken) } }
}

const draftOf = <Row>(before: Row | null, now: Row): Draft<Row> => ({
  before,
  now,
  given: {},
  was: {},
  heard: new Set(),
  kept: false,
})
const isForgotten = (row: Pick<PersonRow | FamilyRow, 'status'> | null): boolean => row?.status === erasedHolder
const isNew = ({ before }: Draft<unknown>): boolean => before === null
const isChanged = ({ before, given }: Draft<unknown>): boolean => before !== null && Object.keys(given).length > 0
const isSame = (draft: Draft<unknown>): boolean => !isNew(draft) && !isChanged(draft)

// What is shown otherwise than it is, is masked before as well: that somebody had another card, not which.
const wasOf = (old: Json | undefined, said: Json, shown: Json): Json => {
  if (old === undefined) return null
  return shown === said ? old : '***'
}

function differences(before: object, now: object): Readonly<Record<string, unknown>> {
  const old: Readonly<Record<string, unknown>> = { ...before }
  return Object.fromEntries(Object.entries(now).filter(([field, value]) => old[field] !== value))
}
