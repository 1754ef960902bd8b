import type { Actor, StaffActor } from '../access/actor.ts'
import { holds } from '../access/can.ts'
import { erasureUntil } from '../case/erasure.ts'
import type { Retention } from '../case/policy.ts'
import type { ErasureCommand, ErasureCommandData } from '../contract/erasure.ts'
import type { ErasureId } from '../kernel/id.ts'
import type { Day, Instant } from '../kernel/instant.ts'
import type { Result } from '../kernel/result.ts'
import { no, ok } from '../kernel/result.ts'
import type { Change, Decision, Jobs } from '../ledger/entry.ts'
import type { ErasureRow } from './erasure-row.ts'
import type { About, Readable, RowAbout } from './forgotten.ts'
import { forgetRows, isGoing, remnantsAbout, verdictsWithout } from './forgotten.ts'
import type { RegistryRefusal } from './refusal.ts'
import type { FamilyRow, PersonRow } from './registry.ts'
import { erasedHolder, standing, standsAlone } from './registry.ts'

export type ErasureMove = {
  [Kind in ErasureCommand]: { readonly kind: Kind; readonly data: ErasureCommandData[Kind] }
}[ErasureCommand]

/** A wish, whom it is about, and what else of theirs there is. */
export interface ErasureFile {
  readonly erasure: ErasureRow | null
  readonly holder: PersonRow | FamilyRow | null
  /** Whether somebody asked the same before, and nobody decided. */
  readonly isAsked: boolean
  readonly hangings: ErasureHangings | null
}

/** Everything in the district that speaks of those who are to be forgotten, with the ledger held still. */
export interface ErasureHangings {
  readonly rows: readonly RowAbout[]
  /** Minutes that say something of a proposal of theirs. */
  readonly minutes: readonly { readonly id: string; readonly version: number; readonly verdicts: string }[]
  readonly entries: readonly Readable[]
  /** Entries among them that earlier erasures about others carry. */
  readonly carried: readonly number[]
  readonly files: readonly string[]
}

export interface ErasureLook {
  readonly id: ErasureId
  readonly day: Day
  readonly now: Instant
  readonly retention: Retention
}

type Answer = Result<Decision, RegistryRefusal>

/** PRIVACY-3 One asks, with a basis and words; another, who may erase, declines or erases. */
export function decideErasure(move: ErasureMove, file: ErasureFile, actor: Actor, look: ErasureLook): Answer {
  const right = move.kind === 'registry.ask-erasure' ? 'registry.edit' : 'case.erase'
  if (actor.kind !== 'staff' || !holds(actor, right)) return no({ code: 'not-permitted', needs: [right] })
  switch (move.kind) {
    case 'registry.ask-erasure':
      return askErasure(move.data, file, actor, look)
    case 'registry.decline-erasure':
      return declineErasure(move.data.note, file, actor, look)
    case 'registry.erase':
      return erase(file, actor, look)
  }
}

function askErasure(
  { of, basis, note }: ErasureCommandData['registry.ask-erasure'],
  { erasure, holder, isAsked }: ErasureFile,
  actor: StaffActor,
  look: ErasureLook,
): Answer {
  if (!holder || isAsked || erasure) return no({ code: 'already-so' })
  if (!standsAlone(holder)) return no({ code: 'registry-merged' })
  const until = erasureUntil(holder.changedAt, look.retention.registry)
  // Whoever is known still lives there: their years do not begin to count.
  const isOver = holder.status !== standing.known && look.now >= until
  if (basis === 'retention' && !isOver) return no({ code: 'too-early', until })
  const { district, id, place } = holder
  const { staff: askedBy, office } = actor
  const set = { district, of, holder: id, place, basis, words: note, status: 'asked', office, askedBy } as const
  const open = { askedAt: look.now, decidedBy: null, decidedAt: null, carries: [] }
  const change: Change = { table: 'registryErasure', id: look.id, base: 0, set: { ...set, ...open } }
  return ok(decision('registry-ask-erasure', look, note, [change]))
}

function declineErasure(note: string, { erasure }: ErasureFile, actor: StaffActor, look: ErasureLook): Answer {
  if (erasure?.status !== 'asked') return no({ code: 'not-asked' })
  return ok(decision('registry-decline-erasure', look, note, [decidedAs(erasure, 'declined', actor, look, [])]))
}

/** PRIVACY-4 Whoever asked does not erase, and nobody is forgotten while something still goes on for them. */
function erase({ erasure, holder, hangings }: ErasureFile, actor: StaffActor, look: ErasureLook): Answer {
  if (erasure?.status !== 'asked') return no({ code: 'not-asked' })
  if (erasure.askedBy === actor.staff) return no({ code: 'same-person' })
  if (!holder || !hangings) return no({ code: 'already-so' })
  if (!standsAlone(holder)) return no({ code: 'registry-merged' })
  if (hangings.rows.some(isGoing)) return no({ code: 'still-going' })
  const { rows, minutes, entries, carried, files } = hangings
  const about: About = new Set([erasure.id, ...rows.map(({ id }) => id)])
  const erases = remnantsAbout(entries, about)
  const shared = erases.filter(({ seq }) => !about.has(subjectOf(entries, seq))).map(({ seq }) => seq)
  const carries = [...new Set([...carried, ...shared])].toSorted((one, other) => one - other)
  const jobs: Jobs =
    files.length === 0
      ? []
      : [{ task: 'erase-files', runAt: look.now, data: { district: erasure.district, files: [...new Set(files)] } }]
  const changes = [
    ...forgetRows(rows).map((change) => withEnd(change, look)),
    ...minutes.map(({ id, version, verdicts }): Change => {
      return { table: 'minutes', id, base: version, set: { verdicts: verdictsWithout(verdicts, about) } }
    }),
    decidedAs(erasure, 'erased', actor, look, carries),
  ]
  const say = { of: erasure.of, basis: erasure.basis }
  return ok({ action: 'registry-erase', note: '', say, day: look.day, changes, jobs, erases })
}

const subjectOf = (entries: readonly Readable[], seq: number): string =>
  entries.find((entry) => entry.seq === seq)?.subject ?? ''

/** People and families end as erased: their village and what was counted of it stay. */
function withEnd(change: Change, { now }: ErasureLook): Change {
  if (change.table !== 'person' && change.table !== 'family') return change
  return { ...change, set: { ...change.set, status: erasedHolder, complete: 0, changedAt: now } } as Change
}

const decidedAs = (
  { id, version }: ErasureRow,
  status: 'declined' | 'erased',
  { staff: decidedBy }: StaffActor,
  { now: decidedAt }: ErasureLook,
  carries: readonly number[],
): Change => ({
  table: 'registryErasure',
  id,
  base: version,
  set: { words: '', status, decidedBy, decidedAt, carries },
})

const decision = (action: string, { day }: ErasureLook, note: string, changes: readonly Change[]): Decision => ({
  action,
  note,
  say: {},
  day,
  changes,
  jobs: [],
})
