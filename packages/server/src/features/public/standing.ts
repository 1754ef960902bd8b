import { randomUUID } from 'node:crypto'
import type { CitizenAct } from '@openslrt/core/case/citizen-acts.ts'
import { citizenActs, openToCitizen, reopenUntil, waitsUntil } from '@openslrt/core/case/citizen-acts.ts'
import type { Policy } from '@openslrt/core/case/policy.ts'
import { toldCase } from '@openslrt/core/case/told.ts'
import { publicApplications } from '@openslrt/core/contract/public-application.ts'
import type { PublicCase } from '@openslrt/core/contract/public-case.ts'
import type { KeptAct } from '@openslrt/core/contract/public-forms.ts'
import type { ActOffer, StandingProps, ToldApplication, ToldProposal } from '@openslrt/core/contract/public-pages.ts'
import { publicPaths } from '@openslrt/core/contract/public-pages.ts'
import { publicProposals } from '@openslrt/core/contract/public-proposal.ts'
import type { MessageKey } from '@openslrt/core/i18n/id.ts'
import type { Lang } from '@openslrt/core/i18n/translate.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { addressOf } from '../../platform/http/address.ts'
import { languageOf } from '../../platform/http/answers.ts'
import { knock } from './door.ts'
import { openOf } from './open-hours.ts'
import { sendPage, shellOf } from './page.ts'
import type { PublicParts } from './parts.ts'
import { findPublicApplications, findPublicProposals } from './queries.ts'
import { nameOn } from './report-choices.ts'
import type { Citizen } from './sessions.ts'
import { whoseCase } from './sessions.ts'

/** What a page about a case has to say besides where it stands. */
export interface Saying {
  readonly citizen: Citizen
  /** Words that were typed and not taken yet. */
  readonly typed?: KeptAct
  readonly problem?: MessageKey
  readonly refusal?: string
  readonly done?: CitizenAct | null
  readonly status?: number
}

/** The page of the case that is open in this browser. */
export async function openStanding(
  parts: PublicParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const citizen = await whoseCase(parts.pools.api, request)
  if (!citizen) return reply.redirect(publicPaths.track, 303)
  const said = addressOf(request).query.get('pesan')
  return showStanding(parts, request, reply, { citizen, done: citizenActs.find((act) => act === said) ?? null })
}

/** Draws where a case stands, with a form for every act that the law leaves open. */
export async function showStanding(
  parts: PublicParts,
  request: FastifyRequest,
  reply: FastifyReply,
  saying: Saying,
): Promise<FastifyReply> {
  const { citizen, typed, refusal, done = null, status = 200 } = saying
  const found = await knock(parts, citizen.district, citizen.case, citizen.proof)
  if (!found) return reply.redirect(publicPaths.track, 303)
  const now = Date.now()
  const policy = parts.reference.policyFor(found.district, now, now)
  const kase = toldCase(found, policy)
  const shell = shellOf(parts, request, { kind: 'link', href: languageHref(request) })
  const offers = openToCitizen(kase, now, policy.windows).map((act) => offerOf(act, now, saying))
  const offered = offers.some(({ act }) => act === typed?.act)
  const props: StandingProps = {
    shell,
    kase,
    proposals: await proposalsOf(parts, citizen, shell.lang),
    applications: await applicationsOf(parts, citizen, shell.lang),
    zone: parts.reference.zoneOf(kase.district),
    now,
    ...hoursAt(parts, kase.office, shell.lang),
    ...namesOf(parts, kase, shell.lang),
    ...limitsOf(kase, policy, offers),
    offers,
    done,
    refusal: refusal === undefined ? null : { text: refusal, typed: offered ? '' : (typed?.note ?? '') },
    hasReceipt: citizen.receipt !== null,
  }
  return sendPage(parts, reply, 'standing', props, { status, keep: 'never' })
}

// A message about what was just done is not said again in the other language.
const languageHref = (request: FastifyRequest): string =>
  `${publicPaths.standing}?bahasa=${languageOf(request) === 'en' ? 'id' : 'en'}`

/** PROPOSAL-31 The proposals of the case; the reason of an answer by the name that it had on its day. */
async function proposalsOf(
  { pools, reference }: PublicParts,
  { district, case: id, proof }: Citizen,
  lang: Lang,
): Promise<readonly ToldProposal[]> {
  const found = publicProposals.parse(await findPublicProposals(pools.door, district, id, proof))
  return found.map((proposal) => {
    const { why, changedAt } = proposal
    const name = why && nameOn(reference, 'proposal-answer', why, lang, { district, at: changedAt })
    return { ...proposal, reasonName: name }
  })
}

/** NEED-14 The applications of the case; the reason of a refusal by the name that it had on its day. */
async function applicationsOf(
  { pools, reference }: PublicParts,
  { district, case: id, proof }: Citizen,
  lang: Lang,
): Promise<readonly ToldApplication[]> {
  const found = publicApplications.parse(await findPublicApplications(pools.door, district, id, proof))
  return found.map((application) => {
    const { why, decidedAt, changedAt } = application
    const name = why && nameOn(reference, 'reject', why, lang, { district, at: decidedAt ?? changedAt })
    return { ...application, reasonName: name }
  })
}

function hoursAt(parts: PublicParts, office: PublicCase['office'], lang: Lang) {
  const { open, hours } = openOf(parts, office, lang)
  return { officeOpen: open, officeHours: hours }
}

/** Names as they were when the codes were chosen: lists change under cases that live on. */
function namesOf({ reference }: PublicParts, kase: PublicCase, lang: Lang) {
  const { district, category, outcome, registeredAt, answeredAt } = kase
  return {
    categoryName: nameOn(reference, 'category', category, lang, { district, at: registeredAt }),
    outcomeName:
      outcome === null ? null : nameOn(reference, 'outcome', outcome, lang, { district, at: answeredAt ?? Date.now() }),
  }
}

const limitsOf = (kase: PublicCase, { windows }: Policy, offers: readonly ActOffer[]) => ({
  waitsUntil: waitsUntil(kase, windows),
  reopenUntil: offers.some(({ act }) => act === 'reopen') ? reopenUntil(kase, windows) : null,
})

// The id and the moment are made with the form, so that pressing twice sends one and the same command.
function offerOf(act: CitizenAct, now: number, { typed, problem }: Saying): ActOffer {
  const own = typed?.act === act ? typed : null
  return {
    act,
    command: randomUUID(),
    at: new Date(now).toISOString(),
    note: own?.note ?? '',
    satisfaction: own?.satisfaction ?? '',
    problem: own ? (problem ?? null) : null,
  }
}
