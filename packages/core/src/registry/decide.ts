import type { Actor } from '../access/actor.ts'
import { actorName, officeOf } from '../access/actor.ts'
import { holds } from '../access/can.ts'
import type { RegistryCommand, RegistryCommandData } from '../contract/registry.ts'
import type { FamilyId, PersonId, RecordId } from '../kernel/id.ts'
import { familyId, personId } from '../kernel/id.ts'
import type { Day, Instant } from '../kernel/instant.ts'
import type { Json } from '../kernel/json.ts'
import type { Result } from '../kernel/result.ts'
import { no, ok } from '../kernel/result.ts'
import type { Change, Decision } from '../ledger/entry.ts'
import type { PlaceCode } from '../place/code.ts'
import { covers, ledgerOf, villageCode } from '../place/code.ts'
import type { Family, Person } from './blend.ts'
import { familySet, newFamily, newPerson, personSet } from './blend.ts'
import { isRealDay } from './identity.ts'
import type { RegistryRefusal } from './refusal.ts'
import type { FamilyRow, Holder, PersonRow, Values, Way } from './registry.ts'
import { familyStatus, personStatus, standsAlone } from './registry.ts'
import { masked, saidOfFamily, saidOfPerson } from './said.ts'
import { clashesOf } from './since.ts'
import { answerIn, statementIn, statementName } from './statements.ts'
import type { Difference, KnowsCode, ValueFault } from './values.ts'
import { differenceOf, tidy, valueFault } from './values.ts'
import type { Variable } from './variables.ts'
import { variableOf } from './variables.ts'

export type RegistryMove = {
  [Kind in RegistryCommand]: { readonly kind: Kind; readonly subject: string; readonly data: RegistryCommandData[Kind] }
}[RegistryCommand]
type Of<Kind extends RegistryCommand> = Extract<RegistryMove, { kind: Kind }>
type Answer = Result<Decision, RegistryRefusal>

/** What a decision about people and families looks at, as far as the actor sees it. */
export interface RegistryFile {
  readonly person: PersonRow | null
  /** The family itself, or the one that a person comes to. */
  readonly family: FamilyRow | null
  readonly members: readonly PersonRow[]
  /** The family that a person leaves by coming to another. */
  readonly left?: FamilyRow | null
  /** What was given of the subject since whoever decides looked at it. */
  readonly since: readonly Values[]
  readonly knowsVillage: (code: string) => boolean
  readonly knowsCode: KnowsCode
  readonly local: readonly Variable[]
  /** The statements that programmes there rest on. */
  readonly asks: readonly string[]
}

export interface RegistryLook {
  /** The id of the record that this makes: the command's own. */
  readonly record: RecordId
  readonly day: Day
  readonly now: Instant
}

interface Scene extends RegistryLook {
  readonly file: RegistryFile
  readonly actor: Actor
}

/** How values came to us, and of what. */
export interface Origin {
  readonly way: Way
  readonly source: string
  readonly ref: string | null
}

/** Decides what becomes of people and families: values are refused for their form only, and nothing is overwritten unseen. */
export function decideRegistry(move: RegistryMove, file: RegistryFile, actor: Actor, look: RegistryLook): Answer {
  if (!holds(actor, 'registry.edit')) return no({ code: 'not-permitted', needs: ['registry.edit'] })
  const scene = { ...look, file, actor }
  switch (move.kind) {
    case 'registry.add-family':
      return addFamily(scene, move)
    case 'registry.add-person':
      return addPerson(scene, move)
    case 'registry.record':
      return recordValues(scene, move)
    case 'registry.join-family':
      return joinFamily(scene, move)
    case 'registry.leave-family':
      return leaveFamily(scene, move)
    case 'registry.mark':
      return mark(scene, move)
  }
}

/** REGISTRY-13 A family is made of its village and whatever is known of it already; the rest is asked later. */
function addFamily(scene: Scene, { subject, data }: Of<'registry.add-family'>): Answer {
  if (scene.file.family) return no({ code: 'already-so' })
  if (!mayLiveIn(scene, data.place)) return no({ code: 'village-elsewhere' })
  const refusal = refused(scene, 'family', data.values)
  if (refusal) return no(refusal)
  const given = { ...tidy(data.values), ...desilValues(data.desil), kode_kelurahan_desa: data.place }
  const before = newFamily(data.place, ledgerOf(data.place), scene.now)
  const after = { ...before, ...familySet(before, given, scene) }
  const change: Change = { table: 'family', id: subject, base: 0, set: after }
  return decided(scene, 'registry-add-family', [
    change,
    recordOf(scene, holderOf('family', subject, after), data, given, {}),
  ])
}

/** REGISTRY-13 A person is made of a village and a name at least; with a family, its village counts. */
function addPerson(scene: Scene, { subject, data }: Of<'registry.add-person'>): Answer {
  const { file } = scene
  if (file.person) return no({ code: 'already-so' })
  if (data.family !== null && !isOpen(file.family)) return no({ code: 'unknown-family' })
  const place = file.family?.place ?? data.place
  if (!mayLiveIn(scene, place)) return no({ code: 'village-elsewhere' })
  const refusal = refused(scene, 'person', { nama: null, ...data.values })
  if (refusal) return no(refusal)
  const before = { ...newPerson(place, ledgerOf(place), scene.now), family: data.family }
  const values = tidy(data.values)
  const after = { ...before, ...personSet(before, values, scene) }
  const change: Change = { table: 'person', id: subject, base: 0, set: after }
  const given = { ...values, ...cardOf(file.family) }
  return decided(scene, 'registry-add-person', [
    change,
    recordOf(scene, holderOf('person', subject, after), data, given, {}),
  ])
}

/** REGISTRY-14 Values are given as many at a time as somebody has; each keeps who gave it, when, how, and what stood before. */
function recordValues(scene: Scene, { data }: Of<'registry.record'>): Answer {
  const { person, family } = scene.file
  const refusal = refused(scene, data.of, data.values)
  if (refusal) return no(refusal)
  if (data.of === 'person') return person ? recordPerson(scene, person, data) : no({ code: 'already-so' })
  return family ? recordFamily(scene, family, data) : no({ code: 'already-so' })
}

type Given = RegistryCommandData['registry.record']

function recordPerson(scene: Scene, person: PersonRow, data: Given): Answer {
  if (!isOpen(person)) return no({ code: 'registry-merged' })
  const given = tidy(data.values)
  const clash = clashIn(scene, saidOfPerson(person), given)
  if (clash) return no(clash)
  const changes = personRecord(scene, person, given, data)
  return changes ? decided(scene, 'registry-record', changes) : no({ code: 'already-so' })
}

function recordFamily(scene: Scene, family: FamilyRow, data: Given): Answer {
  if (!isOpen(family)) return no({ code: 'registry-merged' })
  const given = { ...tidy(data.values), ...desilValues(data.desil) }
  const village = data.values['kode_kelurahan_desa']
  if (village !== undefined && !mayLiveIn(scene, village)) return no({ code: 'village-elsewhere' })
  const clash = clashIn(scene, saidOfFamily(family), given)
  if (clash) return no(clash)
  const changes = familyRecord(scene, family, given, data)
  if (!changes) return no({ code: 'already-so' })
  return decided(scene, 'registry-record', [...changes, ...movedAlong(scene, family, given)])
}

/**
 * REGISTRY-14 The changes by which somebody's values become what was given, with the record that tells it; null where
 * nothing is new. For whatever else finds something out: a visit, an answer to a proposal.
 */
export function personRecord(
  look: RegistryLook & { readonly actor: Actor },
  person: PersonRow,
  given: Values,
  origin: Origin,
): readonly Change[] | null {
  const { values, was } = differenceOf(saidOfPerson(person), given)
  if (Object.keys(values).length === 0) return null
  return [
    { table: 'person', id: person.id, base: person.version, set: personSet(person, values, look) },
    recordOf(look, holderOf('person', person.id, person), origin, values, was),
  ]
}

/** The same of a family. */
export function familyRecord(
  look: RegistryLook & { readonly actor: Actor },
  family: FamilyRow,
  given: Values,
  origin: Origin,
): readonly Change[] | null {
  const { values, was } = differenceOf(saidOfFamily(family), given)
  if (Object.keys(values).length === 0) return null
  const set = familySet(family, values, look)
  return [
    { table: 'family', id: family.id, base: family.version, set },
    recordOf(look, holderOf('family', family.id, { ...family, ...set }), origin, values, was),
  ]
}

/** REGISTRY-15 Nobody is in two families: whoever comes to one has left the other before, or leaves it with this. */
function joinFamily(scene: Scene, { data }: Of<'registry.join-family'>): Answer {
  const { person, family } = scene.file
  if (!person || !isOpen(person)) return no({ code: 'registry-merged' })
  if (!isOpen(family)) return no({ code: 'unknown-family' })
  const isNew = person.family !== family.id
  if (isNew && person.family !== null && person.family !== data.from) return no({ code: 'in-another-family' })
  const given = { status_hubungan_keluarga: data.relation }
  const refusal = refused(scene, 'person', given) ?? clashIn(scene, saidOfPerson(person), given)
  if (refusal) return no(refusal)
  if (!isNew && person.values['status_hubungan_keluarga'] === data.relation) return no({ code: 'already-so' })
  const set = { ...personSet(person, given, scene), family: family.id, place: family.place }
  const { values, was } = isNew ? comingTo(scene, person, family, given) : differenceOf(saidOfPerson(person), given)
  return decided(scene, 'registry-join', [
    { table: 'person', id: person.id, base: person.version, set },
    recordOf(scene, holderOf('person', person.id, { ...person, ...set }), data, values, was),
  ])
}

/** What is told of somebody who comes to a family: the relation always, though it may be the same as in the one before. */
function comingTo({ file }: Scene, person: PersonRow, family: FamilyRow, given: Values): Difference {
  const before = { ...saidOfPerson(person), ...cardOf(file.left ?? null) }
  const card = { nomor_kartu_keluarga: family.kk }
  const { values, was } = differenceOf(before, { ...given, ...card })
  const relation = before['status_hubungan_keluarga']
  return {
    values: { ...given, ...values },
    was: { ...(relation === undefined ? {} : { status_hubungan_keluarga: relation }), ...was },
  }
}

function leaveFamily(scene: Scene, { data }: Of<'registry.leave-family'>): Answer {
  const { person, family } = scene.file
  if (!person || !isOpen(person)) return no({ code: 'registry-merged' })
  if (person.family === null) return no({ code: 'in-no-family' })
  const given = { nomor_kartu_keluarga: null, status_hubungan_keluarga: null }
  const clash = clashIn(scene, { ...saidOfPerson(person), ...cardOf(family) }, given)
  if (clash) return no(clash)
  const set = { ...personSet(person, { status_hubungan_keluarga: null }, scene), family: null }
  const { values, was } = differenceOf({ ...saidOfPerson(person), ...cardOf(family) }, given)
  return decided(scene, 'registry-leave', [
    { table: 'person', id: person.id, base: person.version, set },
    recordOf(scene, holderOf('person', person.id, person), data, values, was),
  ])
}

/** REGISTRY-16 That somebody moved away or died is marked, never deleted, and can be taken back. */
function mark(scene: Scene, { data }: Of<'registry.mark'>): Answer {
  const { person, family } = scene.file
  const row = data.of === 'person' ? person : family
  if (!row || !isOpen(row)) return no({ code: 'registry-merged' })
  if (row.status === data.status) return no({ code: 'already-so' })
  if (data.on > scene.day) return no({ code: 'day-ahead' })
  const given = { keadaan: data.status, keadaan_pada: data.on }
  const clash = clashIn(scene, { ...row.values, keadaan: row.status }, given)
  if (clash) return no(clash)
  const { values, was } = differenceOf({ ...row.values, keadaan: row.status }, given)
  const set = { values: { ...row.values, keadaan_pada: data.on }, changedAt: scene.now }
  const [ofPerson, ofFamily] = [personStatus.safeParse(data.status), familyStatus.safeParse(data.status)]
  const told = recordOf(scene, holderOf(data.of, row.id, row), data, values, was)
  if (data.of === 'person' && ofPerson.success)
    return decided(scene, 'registry-mark', [
      { table: 'person', id: row.id, base: row.version, set: { ...set, status: ofPerson.data } },
      told,
    ])
  if (data.of === 'family' && ofFamily.success)
    return decided(scene, 'registry-mark', [
      { table: 'family', id: row.id, base: row.version, set: { ...set, status: ofFamily.data } },
      told,
    ])
  return no({ code: 'registry-value', variable: 'keadaan', fault: 'code' })
}

/** Members live where their family lives. */
function movedAlong({ file, day, now }: Scene, family: FamilyRow, given: Values): readonly Change[] {
  const { place } = familySet(family, given, { day, now })
  if (place === undefined || place === family.place) return []
  return file.members.map(({ id, version }) => ({
    table: 'person',
    id,
    base: version,
    set: { place, changedAt: now },
  }))
}

function mayLiveIn({ file, actor }: Scene, place: unknown): boolean {
  const village = villageCode.safeParse(place)
  if (!village.success || !file.knowsVillage(village.data)) return false
  return actor.kind === 'setup' || (actor.kind === 'staff' && covers(actor.place, village.data))
}

const isOpen = <Row extends PersonRow | FamilyRow>(row: Row | null): row is Row => row !== null && standsAlone(row)

/** REGISTRY-21 Fields that somebody else gave anew meanwhile, in another way: of these, and of no others, the later one is told. */
function clashIn({ file }: Scene, said: Values, given: Values): RegistryRefusal | null {
  const clashes = clashesOf(said, given, file.since)
  return clashes.length > 0 ? { code: 'registry-clash', clashes } : null
}

/** What is wrong with the form of values, the first of them. Villages and numbers of cards come from elsewhere. */
function refused({ file, day }: Pick<Scene, 'file' | 'day'>, of: Holder, values: Values): RegistryRefusal | null {
  for (const [name, value] of Object.entries(values)) {
    const ask = statementIn(name)
    if (ask !== null) {
      const refusal = refusedAnswer({ file, day }, of, ask, value)
      if (refusal) return refusal
      continue
    }
    const variable = variableOf(of, name) ?? file.local.find((local) => local.name === name && local.of === of)
    const fault = variable && !derived.has(`${of} ${name}`) ? valueFault(variable, value, file.knowsCode) : 'unknown'
    if (fault) return { code: 'registry-value', variable: name, fault }
  }
  return null
}

/** PROG-21 Answered is what a programme there asks; what was answered before may be changed, and taken back, for ever. */
function refusedAnswer(
  { file, day }: Pick<Scene, 'file' | 'day'>,
  of: Holder,
  ask: string,
  value: Json,
): RegistryRefusal | null {
  const name = statementName(ask)
  const fault = (code: ValueFault): RegistryRefusal => ({ code: 'registry-value', variable: name, fault: code })
  const isKnown = name in ((of === 'person' ? file.person : file.family)?.values ?? {})
  if (!isKnown && !file.asks.some((one) => statementName(one) === name)) return fault('unknown')
  const answer = answerIn(value)
  if (answer === null) return value === null && isKnown ? null : fault('shape')
  if (!isRealDay(answer.on)) return fault('shape')
  return answer.on > day ? { code: 'day-ahead' } : null
}

const derived: ReadonlySet<string> = new Set([
  'person nomor_kartu_keluarga',
  ...['kode_provinsi', 'provinsi', 'kode_kabupaten_kota', 'kabupaten_kota', 'kode_kecamatan', 'kecamatan'].map(
    (name) => `family ${name}`,
  ),
  'family kelurahan_desa',
  'family nama_kepala_keluarga',
])

const cardOf = (family: FamilyRow | null): Values => (family?.kk ? { nomor_kartu_keluarga: family.kk } : {})

const desilValues = (desil: Given['desil']): Values =>
  desil ? { desil: desil.value, desil_on: desil.on, desil_source: desil.source } : {}

interface Held {
  readonly of: Holder
  readonly id: PersonId | FamilyId
  readonly place: PlaceCode
  readonly district: PersonRow['district']
  /** The version that it was decided on. */
  readonly base: number
}
const holderOf = (of: Holder, id: string, row: Person | Family | PersonRow | FamilyRow): Held => ({
  of,
  id: of === 'person' ? personId.parse(id) : familyId.parse(id),
  place: row.place,
  district: row.district,
  base: 'version' in row ? row.version : 0,
})

/** REGISTRY-1 Who gave what, when and how. */
function recordOf(
  { record, now, actor }: RegistryLook & { readonly actor: Actor },
  { of, id, place, district, base }: Held,
  { way, source, ref }: Origin,
  values: Values,
  was: Values,
): Change {
  const by = actorName(actor)
  const given = {
    way,
    source,
    ref,
    office: officeOf(actor),
    by,
    at: now,
    values: masked(values),
    was: masked(was),
    base,
  }
  return { table: 'registryRecord', id: record, base: 0, set: { district, holder: id, of, place, ...given } }
}

const decided = ({ day }: Scene, action: string, changes: readonly Change[]): Answer =>
  ok({ action, note: '', say: {}, day, changes, jobs: [] })
