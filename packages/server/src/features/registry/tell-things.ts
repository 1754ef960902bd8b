import type { ExportedHolding } from '@openslrt/core/contract/access-queries.ts'
import { sayVariable } from '@openslrt/core/i18n/refusal.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import type { OfficeId } from '@openslrt/core/kernel/id.ts'
import type { ApplicationRow, NeedRow, ParticipationRow } from '@openslrt/core/need/need.ts'
import type { LedgerCode } from '@openslrt/core/place/code.ts'
import type { PpksRow } from '@openslrt/core/ppks/ppks.ts'
import { courseOf } from '@openslrt/core/ppks/ppks.ts'
import type { ProposalRow } from '@openslrt/core/proposal/proposal.ts'
import { askedOf } from '@openslrt/core/proposal/proposal.ts'
import type { AffectedRow } from '@openslrt/core/surge/surge.ts'
import type { VisitRow } from '@openslrt/core/visit/visit.ts'
import { reportOf, whomOf } from '@openslrt/core/visit/visit.ts'
import type { Reference } from '../reference/index.ts'

// PRIVACY-9 How each thing is told in the copy for a person: in words that they read, with all that was written about them.

type Thing = ExportedHolding['things'][number]
const say = sayIn('id')

/** Names of offices, and of what stands on lists, today's and those that were. */
export interface Telling {
  readonly office: (id: OfficeId | null) => string
  readonly nameIn: (list: string, code: string) => string
}

export function tellingIn({ offices, list, past, policyFor }: Reference, district: LedgerCode): Telling {
  const { day } = policyFor(district, Date.now(), Date.now())
  return {
    office: (id) => (id && offices().get(id)?.name) ?? '',
    nameIn: (listed, code) =>
      [...list(listed, district, day), ...past(listed, district, day)].find((item) => item.code === code)?.names.id ??
      code,
  }
}

const written = (words: readonly (string | null | undefined)[]): string[] =>
  words.flatMap((word) => (word ? [word] : []))

export const tellNeed = (row: NeedRow, { office, nameIn }: Telling): Thing => ({
  what: 'need',
  name: nameIn('need', row.kind),
  status: say(`need-status.${row.status}`),
  officeName: office(row.office),
  at: row.recordedAt,
  words: written([row.text, row.note]),
})

export const tellApplication = (row: ApplicationRow, { office }: Telling): Thing => ({
  what: 'application',
  name: row.programmeName,
  status: say(`application-status.${row.status}`),
  officeName: office(row.office),
  at: row.draftedAt,
  words: written([row.name, row.note]),
})

export const tellParticipation = (row: ParticipationRow, _telling: Telling): Thing => ({
  what: 'participation',
  name: row.programmeName,
  status: say(`participation-status.${row.status}`),
  officeName: '',
  at: row.changedAt,
  words: written([row.since, row.until]),
})

export function tellVisit(row: VisitRow, { office, nameIn }: Telling): Thing {
  const { name, address } = whomOf(row)
  const report = reportOf(row)
  return {
    what: 'visit',
    name: nameIn('visit-trigger', row.trigger),
    status: say(`visit-status.${row.status}`),
    officeName: office(row.office),
    at: row.plannedAt,
    words: written([name, address, row.ask, report?.met, report?.words, report?.agencies, report?.followUp, row.note]),
  }
}

export const tellProposal = (row: ProposalRow, { office }: Telling): Thing => ({
  what: 'proposal',
  name: say(`proposal-kind.${row.kind}`),
  status: say(`proposal-status.${row.status}`),
  officeName: office(row.office),
  at: row.draftedAt,
  words: written([
    row.name,
    ...askedOf(row).map(({ name, before, after }) => `${sayVariable('id', name)}: ${before ?? '-'} → ${after ?? '-'}`),
    row.note,
    row.words,
  ]),
})

export const tellPpks = (row: PpksRow, { office, nameIn }: Telling): Thing => ({
  what: 'ppks',
  name: nameIn('ppks-type', row.type),
  status: say(`ppks-status.${row.status}`),
  officeName: office(row.office),
  at: row.addedAt,
  words: written([row.name, row.findings, ...courseOf(row).map(({ note }) => note)]),
})

export const tellAffected = (row: AffectedRow, { office }: Telling): Thing => ({
  what: 'affected',
  name: say(`triage.${row.class}`),
  status: say(`affected-status.${row.status}`),
  officeName: office(row.office),
  at: row.listedAt,
  words: written([row.name, row.address, row.note]),
})
