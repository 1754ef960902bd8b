import type { Refusal } from '@openslrt/core/contract/problem.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { AnyRow, Decision } from '@openslrt/core/ledger/entry.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import type { LinkLook, LinkRow } from '@openslrt/core/registry/link.ts'
import { askable, decideAnswerLink, decideAskLink, decideEndLink } from '@openslrt/core/registry/link.ts'
import type { MergeMove } from '@openslrt/core/registry/merge.ts'
import type { Plan } from '../../platform/ledger/execute.ts'
import type { Relied } from '../../platform/ledger/relied.ts'
import { relied } from '../../platform/ledger/relied.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import { findPerson } from './load.ts'
import type { Desk } from './merge.ts'
import { selectElsewhere } from './queries-elsewhere.ts'
import { selectLink, selectLinksOf, selectThere } from './queries-link.ts'
import type { FindParts } from './search-routes.ts'

export type LinkMove = Extract<
  MergeMove,
  { readonly kind: 'registry.ask-link' | 'registry.answer-link' | 'registry.end-link' }
>
export const isLinkMove = (move: MergeMove): move is LinkMove => move.kind.endsWith('-link')

type Answer = Promise<Result<Plan, Refusal>>

/** DOUBLE-12 Decides about a link. The subject is the link, and its ledger that of whoever asked. */
export function decideLink(parts: FindParts, desk: Desk, subject: string, move: LinkMove, look: LinkLook): Answer {
  switch (move.kind) {
    case 'registry.ask-link':
      return ask(desk, subject, move.data, look)
    case 'registry.answer-link':
      return answer(parts, desk, subject, move.data, look)
    case 'registry.end-link':
      return end(desk, subject, look)
  }
}

type Data<Kind extends LinkMove['kind']> = Extract<LinkMove, { readonly kind: Kind }>['data']

async function ask(desk: Desk, subject: string, data: Data<'registry.ask-link'>, look: LinkLook): Answer {
  const { client, actor, district, keys } = desk
  const person = await findPerson(client, actor, district, data.person, keys)
  if (!person) return no({ code: 'not-found' })
  // Nobody's number is looked up elsewhere, and counted as looked up, where nothing can be asked.
  if (!askable(person) || person.nik === null) return no({ code: 'link-no-nik' })
  const nik = keys.index('nik', person.nik)
  const known = await selectElsewhere(client, actor, nik)
  if (known.some(({ district: one }) => one === null)) return no({ code: 'rate-limited', retryAfter: 3_600 })
  const elsewhere = known.flatMap(({ district: one }) => (one === null ? [] : [ledgerCode.parse(one)]))
  const links = (await selectLinksOf(client, { district, id: person.id, nik }))
    .filter((row) => row['district'] === district)
    .map((row) => rowOf('registryLink', row, keys))
  const decided = decideAskLink(subject, person, { elsewhere, links }, data.note, look)
  return planned(decided, person.place, [], relied('person', person))
}

async function answer(
  { ledger }: FindParts,
  desk: Desk,
  subject: string,
  data: Data<'registry.answer-link'>,
  look: LinkLook,
): Answer {
  const link = await findLink(desk, subject)
  if (!link) return no({ code: 'not-found' })
  const there = await findPerson(
    desk.client,
    desk.actor,
    link.other,
    data.person,
    await ledger.keys.forDistrict(link.other),
  )
  if (!there) return no({ code: 'not-found' })
  return planned(decideAnswerLink(link, there, data.same, look), link.place, [link])
}

async function end(desk: Desk, subject: string, look: LinkLook): Answer {
  const link = await findLink(desk, subject)
  if (!link || !(await seesOneOf(desk, link))) return no({ code: 'not-found' })
  return planned(decideEndLink(link, look), link.place, [link])
}

const findLink = async ({ client, district, keys }: Desk, id: string): Promise<LinkRow | null> => {
  const row = await selectLink(client, district, id)
  return row ? rowOf('registryLink', row, keys) : null
}

/** Whether whoever acts sees the person of their own district. */
async function seesOneOf({ client, actor }: Desk, { district, person, other, otherPerson }: LinkRow): Promise<boolean> {
  const here = await selectThere(client, actor, district, person)
  const there = otherPerson === null ? undefined : await selectThere(client, actor, other, otherPerson)
  return here !== undefined || there !== undefined
}

function planned(
  decided: Result<Decision, Refusal>,
  place: string,
  before: readonly LinkRow[],
  relies: readonly Relied[] = [],
): Result<Plan, Refusal> {
  return decided.ok
    ? ok({ decision: decided.value, place, before: before as readonly unknown[] as readonly AnyRow[], relies })
    : decided
}
