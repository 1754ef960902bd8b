import { z } from 'zod'
import type { Actor } from '../access/actor.ts'
import { actorName, officeOf } from '../access/actor.ts'
import type { OfficeId, PersonId, PersonLinkId } from '../kernel/id.ts'
import type { Day, Instant } from '../kernel/instant.ts'
import type { Result } from '../kernel/result.ts'
import { no, ok } from '../kernel/result.ts'
import type { Change, Decision } from '../ledger/entry.ts'
import type { LedgerCode, PlaceCode } from '../place/code.ts'
import { ledgerOf } from '../place/code.ts'
import type { PersonRow } from './registry.ts'

export const linkStatuses = ['asked', 'confirmed', 'refused', 'ended'] as const
export const linkStatus = z.enum(linkStatuses)
export type LinkStatus = z.infer<typeof linkStatus>
/** Answered with yes or no, and not ended since: nothing is to be asked of that district any more. */
const standing = ['asked', 'confirmed', 'refused'] as const
export const isStanding = (status: LinkStatus): status is (typeof standing)[number] =>
  standing.some((one) => one === status)

/**
 * DOUBLE-12 That somebody of one district is somebody of another, as the one asked and the other confirmed. It lies in the
 * ledger of whoever asked. Of the person there it holds the id and the village, which nobody here is shown.
 */
export type LinkRow = {
  readonly id: PersonLinkId
  readonly district: LedgerCode
  readonly version: number
  readonly person: PersonId
  readonly place: PlaceCode
  readonly nik: string
  readonly other: LedgerCode
  readonly otherPerson: PersonId | null
  readonly otherPlace: PlaceCode | null
  readonly status: LinkStatus
  readonly note: string
  readonly office: OfficeId | null
  readonly by: string
  readonly at: Instant
  readonly answerOffice: OfficeId | null
  readonly answeredBy: string | null
  readonly answeredAt: Instant | null
}

export type LinkRefusal =
  | { readonly code: 'link-no-nik' }
  | { readonly code: 'link-nowhere' }
  | { readonly code: 'link-asked' }
  | { readonly code: 'link-other-nik' }
  | { readonly code: 'link-over' }
  | { readonly code: 'link-not-yours' }
type Answer = Result<Decision, LinkRefusal>

export interface LinkLook {
  readonly now: Instant
  readonly day: Day
  readonly actor: Actor
}

/** Whether somebody can be asked about at all, before it is looked up where their number is known. */
export const askable = ({ nik, status }: Pick<PersonRow, 'nik' | 'status'>): boolean =>
  nik !== null && status !== 'merged'

/** DOUBLE-12 Asks the first of the districts that know the number, and were not asked already. */
export function decideAskLink(
  link: string,
  person: PersonRow,
  { elsewhere, links }: { readonly elsewhere: readonly LedgerCode[]; readonly links: readonly LinkRow[] },
  note: string,
  { now, day, actor }: LinkLook,
): Answer {
  const { nik, district, place } = person
  if (nik === null || !askable(person)) return no({ code: 'link-no-nik' })
  const others = elsewhere.filter((other) => other !== district)
  if (others.length === 0) return no({ code: 'link-nowhere' })
  const asked = links.filter(({ status }) => isStanding(status)).map(({ other }) => other)
  const other = others.toSorted().find((one) => !asked.includes(one))
  if (other === undefined) return no({ code: 'link-asked' })
  const set = {
    district,
    person: person.id,
    place,
    nik,
    other,
    otherPerson: null,
    otherPlace: null,
    status: 'asked',
    note,
  }
  const by = { office: officeOf(actor), by: actorName(actor), at: now }
  const answer = { answerOffice: null, answeredBy: null, answeredAt: null }
  return decided('registry-ask-link', day, linkChange(link, 0, { ...set, ...by, ...answer }))
}

/** DOUBLE-12 Whoever sees the person there says whether it is the same: of one NIK, and of the district that was asked. */
export function decideAnswerLink(
  link: LinkRow,
  there: PersonRow,
  same: boolean,
  { now, day, actor }: LinkLook,
): Answer {
  if (actor.kind !== 'staff' || ledgerOf(actor.place) !== link.other) return no({ code: 'link-not-yours' })
  if (link.status !== 'asked') return no({ code: 'link-over' })
  if (there.nik !== link.nik || there.district !== link.other || there.status === 'merged')
    return no({ code: 'link-other-nik' })
  const answer = { answerOffice: officeOf(actor), answeredBy: actorName(actor), answeredAt: now }
  const who = { otherPerson: there.id, otherPlace: there.place }
  const status: LinkStatus = same ? 'confirmed' : 'refused'
  return decided('registry-answer-link', day, linkChange(link.id, link.version, { status, ...who, ...answer }))
}

/** DOUBLE-12 Takes back what was asked, or parts two who were one: either district may, and may ask again. */
export const decideEndLink = (link: LinkRow, { day }: LinkLook): Answer =>
  link.status === 'ended'
    ? no({ code: 'link-over' })
    : decided('registry-end-link', day, linkChange(link.id, link.version, { status: 'ended' }))

const decided = (action: string, day: Day, change: Change): Answer =>
  ok({ action, note: '', say: {}, day, changes: [change], jobs: [] })

const linkChange = (id: string, base: number, set: object): Change =>
  ({ table: 'registryLink', id, base, set }) as Change
