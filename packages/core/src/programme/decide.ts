import type { Actor, StaffActor } from '../access/actor.ts'
import { holds } from '../access/can.ts'
import type { ProgrammeCommand, ProgrammeCommandData } from '../contract/programme.ts'
import { programmeCommandData } from '../contract/programme.ts'
import type { OfficeId } from '../kernel/id.ts'
import type { Day, Instant } from '../kernel/instant.ts'
import type { Result } from '../kernel/result.ts'
import { no, ok } from '../kernel/result.ts'
import type { Decision } from '../ledger/entry.ts'
import type { OfficeKind, OfficeLevel } from '../office/office.ts'
import type { LedgerCode, PlaceCode, PlaceLevel } from '../place/code.ts'
import { covers, ledgerOf, levelOf } from '../place/code.ts'
import type { Unit } from './check-rule.ts'
import { checkRule } from './check-rule.ts'
import { wholeRule } from './exclusive.ts'
import type { Vocabulary } from './fact.ts'
import type { CriteriaVersion, OwnerKind, ProgrammeRow } from './programme.ts'
import type { ProgrammeRefusal } from './refusal.ts'

export type ProgrammeMove = {
  [Kind in ProgrammeCommand]: {
    readonly kind: Kind
    readonly subject: string
    readonly data: ProgrammeCommandData[Kind]
  }
}[ProgrammeCommand]
type Of<Kind extends ProgrammeCommand> = Extract<ProgrammeMove, { kind: Kind }>
type Answer = Result<Decision, ProgrammeRefusal>

/** What a decision about a programme looks at. */
export interface ProgrammeLook {
  readonly now: Instant
  readonly day: Day
  readonly vocabulary: Vocabulary
  /** The kind of the acting office. */
  readonly officeKind: OfficeKind | null
  readonly knowsPlace: boolean
  /** Where the office lies that is to decide; null where none is named, or nobody knows it. */
  readonly officePlace: PlaceCode | null
  /** The programme whose place a new one takes. */
  readonly replaced: ProgrammeRow | null
}

/** PROG-8 to PROG-12 Decides one command about a programme. Pure, resolved whole. */
export function decideProgramme(
  before: ProgrammeRow | null,
  move: ProgrammeMove,
  actor: Actor,
  look: ProgrammeLook,
): Answer {
  const { right } = programmeCommandData[move.kind]
  if (!holds(actor, right)) return no({ code: 'not-permitted', needs: [right] })
  if (move.kind === 'programme.open') return open(move, actor, look)
  if (!before) return no({ code: 'programme-unknown' })
  const refusal = notTheirs(before, actor, look)
  if (refusal) return no(refusal)
  if (before.endsOn !== null && before.endsOn <= look.day) return no({ code: 'programme-over' })
  switch (move.kind) {
    case 'programme.change':
      return change(before, move, look)
    case 'programme.set-criteria':
      return setCriteria(before, move, look, actor.kind === 'setup')
    case 'programme.end':
      return end(before, move, look)
  }
}

function open({ subject, data }: Of<'programme.open'>, actor: Actor, look: ProgrammeLook): Answer {
  const { from, rule, legal, note, conflicts, excludes, ...words } = data
  // What comes with a release are patterns for every place, and rules that began before it was installed.
  const refusal =
    (actor.kind === 'setup' ? null : misplaced(words, look)) ??
    notTheirs({ ...words, district: ledgerOf(words.place) }, actor, look) ??
    strangeOffice(words.office, ledgerOf(words.place), look)
  if (refusal) return no(refusal)
  if (words.replaces !== null && !mayReplace(words.place, look.replaced)) return no({ code: 'programme-replaces' })
  const broken = brokenRule(data, words.unit, look) ?? excludedItself(excludes, { ...words, id: subject })
  if (broken) return no(broken)
  const set = {
    ...words,
    district: ledgerOf(words.place),
    versions: [{ from, rule, legal, note, conflicts, excludes }],
    startsOn: from,
    endsOn: null,
    changedAt: look.now,
  }
  return decided('programme-open', look, words.name, [{ table: 'programme', id: subject, base: 0, set }])
}

/** PROG-9 The place that each owner gives to: a district's programme is for the whole district. */
const placesOf: Readonly<Record<OwnerKind, readonly PlaceLevel[]>> = {
  central: ['nation'],
  provincial: ['province'],
  district: ['district'],
  village: ['village'],
  'non-government': ['nation', 'province', 'district', 'village'],
}

type Placed = Pick<ProgrammeRow, 'owner' | 'place' | 'office' | 'district'>

function misplaced({ owner, place }: Pick<Placed, 'owner' | 'place'>, look: ProgrammeLook): ProgrammeRefusal | null {
  if (!look.knowsPlace) return { code: 'unknown-place' }
  return placesOf[owner].includes(levelOf(place)) ? null : { code: 'programme-place' }
}

/** PROG-9 Who may write down whose programmes: each level its own, a district its villages' too, a provider its own. */
const keepers: Readonly<Record<OwnerKind, readonly OfficeLevel[]>> = {
  central: ['nation'],
  provincial: ['province'],
  district: ['district'],
  village: ['village', 'subdistrict', 'district'],
  'non-government': ['village', 'subdistrict', 'district', 'province', 'nation'],
}

/** PROG-9 Whether an office may write this programme down: its level keeps such, and its place holds the programme's. */
export const mayKeep = (programme: Placed, actor: StaffActor, kind: OfficeKind | null): boolean =>
  (programme.office === actor.office || (kind !== 'provider' && keepers[programme.owner].includes(actor.level))) &&
  covers(actor.place, programme.place) &&
  programme.district === ledgerOf(actor.place)

function notTheirs(programme: Placed, actor: Actor, look: ProgrammeLook): ProgrammeRefusal | null {
  if (actor.kind === 'setup') return null
  if (actor.kind !== 'staff') return { code: 'not-permitted', needs: ['programme.manage'] }
  return mayKeep(programme, actor, look.officeKind) ? null : { code: 'programme-not-yours' }
}

// Only what comes from above has a local rule, and no local rule has one of its own.
const mayReplace = (place: PlaceCode, replaced: ProgrammeRow | null): boolean =>
  replaced !== null && replaced.replaces === null && replaced.place !== place && covers(replaced.place, place)

/** PROG-7 A rule that can't be meant is never saved. */
function brokenRule(
  version: Pick<CriteriaVersion, 'rule' | 'excludes'>,
  unit: Unit,
  { vocabulary }: ProgrammeLook,
): ProgrammeRefusal | null {
  // First without what it excludes: an empty group does not become a rule by what stands beside it.
  const [fault = null] = [version.rule, wholeRule(version, unit, vocabulary)].flatMap((rule) =>
    checkRule(rule, unit, vocabulary),
  )
  return fault && { code: 'programme-rule', fault: fault.code, fact: fault.fact ?? '' }
}

/** PROG-10 From a day on, today or later: what was in force is not rewritten, because people were answered by it. */
function setCriteria(
  before: ProgrammeRow,
  { data }: Of<'programme.set-criteria'>,
  look: ProgrammeLook,
  back = false,
): Answer {
  const version: CriteriaVersion = data
  if (!back && version.from < look.day) return no({ code: 'programme-past' })
  if (before.endsOn !== null && version.from >= before.endsOn) return no({ code: 'programme-over' })
  const broken = brokenRule(version, before.unit, look) ?? excludedItself(data.excludes, before)
  if (broken) return no(broken)
  const versions = [...before.versions.filter(({ from }) => from !== version.from), version]
  return changed(before, 'programme-set-criteria', look, {
    versions: versions.toSorted((one, other) => (one.from < other.from ? -1 : 1)),
  })
}

/** PROG-9 The words of a programme; a deciding office only of its own ledger, where its applications lie. */
function change(before: ProgrammeRow, { data }: Of<'programme.change'>, look: ProgrammeLook): Answer {
  const strange = data.office === before.office ? null : strangeOffice(data.office, before.district, look)
  return strange ? no(strange) : changed(before, 'programme-change', look, data)
}

const strangeOffice = (
  office: OfficeId | null,
  district: LedgerCode,
  { officePlace }: ProgrammeLook,
): ProgrammeRefusal | null =>
  office === null || (officePlace !== null && ledgerOf(officePlace) === district) ? null : { code: 'programme-office' }

/** PROG-18 Nobody could have a programme that can't be had together with itself. */
const excludedItself = (
  excludes: readonly string[],
  { id, code }: { readonly id: string; readonly code: string },
): ProgrammeRefusal | null => (excludes.includes(code || id) ? { code: 'programme-excludes' } : null)

function end(before: ProgrammeRow, { data }: Of<'programme.end'>, look: ProgrammeLook): Answer {
  if (data.from < look.day) return no({ code: 'programme-past' })
  return changed(before, 'programme-end', look, { endsOn: data.from }, data.note)
}

function changed(
  before: ProgrammeRow,
  action: string,
  look: ProgrammeLook,
  set: Partial<ProgrammeRow>,
  note = '',
): Answer {
  const own = { table: 'programme', id: before.id, base: before.version, set: { ...set, changedAt: look.now } } as const
  return decided(action, look, before.name, [own], note)
}

const decided = (
  action: string,
  { day }: ProgrammeLook,
  name: string,
  changes: Decision['changes'],
  note = '',
): Answer => ok({ action, note, say: { programme: name }, day, changes, jobs: [] })
