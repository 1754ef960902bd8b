import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type {
  BatchLine,
  MinutesLine,
  ProposalCard,
  ProposalLine,
  ProposalShow,
} from '@openslrt/core/contract/proposal-queries.ts'
import { proposalShows } from '@openslrt/core/contract/proposal-queries.ts'
import { tableOf } from '@openslrt/core/kernel/keys.ts'
import { maskName, maskNumber } from '@openslrt/core/person/mask.ts'
import { mayStep } from '@openslrt/core/proposal/decide.ts'
import { missingOf, numberFields } from '@openslrt/core/proposal/fields.ts'
import { proposalClockActs, proposalSteps, straightWay, waitingFor } from '@openslrt/core/proposal/moves.ts'
import type {
  MinutesRow,
  ProposalBatchRow,
  ProposalRow,
  ProposalStatus,
  Tick,
} from '@openslrt/core/proposal/proposal.ts'
import { askedOf, spotOf, verdictsOf } from '@openslrt/core/proposal/proposal.ts'
import type { Reference } from '../reference/index.ts'
import type { StatusCount } from './queries.ts'

/** Who reads, when, and what places and people are called. */
export interface Reading {
  readonly reader: StaffActor
  readonly reference: Reference
  readonly places: ReadonlyMap<string, string>
  readonly names: ReadonlyMap<string, string>
  readonly now: number
}

const clockActs: readonly string[] = proposalClockActs
const steps = proposalSteps.filter((step) => !clockActs.includes(step))

/** A proposal in a list. */
export const lineOf = (row: ProposalRow, { reader, places, now }: Reading): ProposalLine => ({
  id: row.id,
  district: row.district,
  version: row.version,
  kind: row.kind,
  status: row.status,
  place: row.place,
  placeName: places.get(row.place) ?? row.place,
  name: maskName(row.name),
  month: row.month,
  capturedAt: row.capturedAt,
  flagged: row.capture === 'flagged',
  backing: row.backing,
  dueAt: row.dueAt,
  late: row.dueAt !== null && row.dueAt < now,
  acts: steps.filter((step) => mayStep(row, step, reader) === null),
})

const nameIn = ({ names }: Reading, staff: string | null): string | null => staff && (names.get(staff) ?? '')

/** Everybody whom a proposal names. */
export const staffIn = (row: ProposalRow): readonly string[] => [
  ...row.drafters,
  ...[row.verifier, row.approver].flatMap((staff) => staff ?? []),
  ...row.ticks.map(({ by }) => by),
]

/** A proposal as its card shows it: the person's name whole, their numbers masked. */
export const cardOf = (row: ProposalRow, kase: ProposalCard['case'], about: Reading): ProposalCard => ({
  ...lineOf(row, about),
  name: row.name,
  nik: maskNumber(row.nik),
  kk: maskNumber(row.kk),
  person: row.person,
  family: row.family,
  case: kase,
  programme: row.programme,
  asked: askedOf(row).map((one) => (numberFields.has(one.name) ? masked(one) : { ...one })),
  reason: row.reason,
  note: row.note,
  photos: row.photos?.length ?? 0,
  spot: spotOf(row),
  officeName: about.reference.offices().get(row.office)?.name ?? '',
  drafterNames: row.drafters.map((staff) => nameIn(about, staff) ?? ''),
  receivedAt: row.receivedAt,
  capture: row.capture,
  minutes: row.minutes,
  fileName: row.fileName,
  missing: [...missingOf(row)],
  why: row.why,
  words: row.words,
  batch: row.batch,
  answeredOn: row.answeredOn,
  ticks: row.ticks.map((tick) => ({
    target: tick.target,
    field: tick.field,
    byName: nameIn(about, tick.by) ?? '',
    at: tick.at,
  })),
  way: wayOf(row, about),
})

// Whole they are shown on the sheet alone, where the look is kept.
const masked = ({ name, before, after }: ProposalCard['asked'][number]) => ({
  name,
  before: maskNumber(before),
  after: maskNumber(after),
})

/** PROPOSAL-18 The way so far with who and when, and what is still to come; where it left the straight way, that comes last. */
function wayOf(row: ProposalRow, about: Reading): ProposalCard['way'] {
  const by: Readonly<Partial<Record<ProposalStatus, readonly [at: number | null, who: string | null]>>> = {
    drafted: [row.draftedAt, row.drafters[0] ?? null],
    backed: [row.backedAt, null],
    verified: [row.verifiedAt, row.verifier],
    approved: [row.approvedAt, row.approver],
    exported: [row.exportedAt, null],
    [row.status]: [atOf(row), row.status === straightWay[0] ? (row.drafters[0] ?? null) : whoOf(row)],
  }
  const stageOf = (status: ProposalStatus) => ({
    status,
    at: by[status]?.[0] ?? null,
    byName: nameIn(about, by[status]?.[1] ?? null),
  })
  if (straightWay.includes(row.status)) return straightWay.map(stageOf)
  return [...straightWay.map(stageOf).filter(({ at }) => at !== null), stageOf(row.status)]
}

const atOf = (row: ProposalRow): number => row.answeredAt ?? lastOf(row)
const lastOf = (row: ProposalRow): number => {
  const last: Readonly<Partial<Record<ProposalStatus, number | null>>> = {
    drafted: row.draftedAt,
    backed: row.backedAt,
    verified: row.verifiedAt,
    approved: row.approvedAt,
    exported: row.exportedAt,
  }
  return last[row.status] ?? row.changedAt
}
const whoOf = (row: ProposalRow): string | null => {
  const last: Readonly<Partial<Record<ProposalStatus, string | null>>> = {
    verified: row.verifier,
    approved: row.approver,
  }
  return last[row.status] ?? null
}

/** PROPOSAL-17 How many wait for whom. */
export function countsOf(counted: readonly StatusCount[]): Record<ProposalShow, number> {
  const sum = (statuses: readonly ProposalStatus[] | null, what: 'n' | 'late' = 'n'): number =>
    counted
      .filter(({ status }) => statuses === null || statuses.includes(status))
      .reduce((total, one) => total + one[what], 0)
  return tableOf(proposalShows, (show) => (show === 'late' ? sum(null, 'late') : sum(statusesOf(show))))
}

/** The statuses that a list shows; null for all of them. */
export const statusesOf = (show: ProposalShow): readonly ProposalStatus[] | null =>
  show === 'all' || show === 'late' ? null : waitingFor[show]

/** The minutes of a meeting in a list. */
export const minutesLineOf = (row: MinutesRow, { places }: Pick<Reading, 'places'>): MinutesLine => ({
  id: row.id,
  district: row.district,
  kind: row.kind,
  status: row.status,
  placeName: places.get(row.place) ?? row.place,
  day: row.day,
  venue: row.venue,
  proposals: verdictsOf(row).length,
})

export const batchLineOf = (
  row: ProposalBatchRow,
  answered: number,
  about: Pick<Reading, 'places' | 'names'>,
): BatchLine => ({
  id: row.id,
  district: row.district,
  month: row.month,
  placeName: about.places.get(row.place) ?? row.place,
  makerName: about.names.get(row.maker) ?? '',
  size: row.size,
  madeAt: row.madeAt,
  answered,
})

/** A tick with the name of whoever set it. */
export const tickOf = (tick: Tick | null, about: Reading) =>
  tick && { byName: nameIn(about, tick.by) ?? '', at: tick.at }
