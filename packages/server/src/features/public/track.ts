import type { PublicBlank } from '@openslrt/core/contract/blank.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import { problems as statuses } from '@openslrt/core/contract/problem.ts'
import type { PublicCase } from '@openslrt/core/contract/public-case.ts'
import type { TrackForm } from '@openslrt/core/contract/public-forms.ts'
import { keptAct, trackForm } from '@openslrt/core/contract/public-forms.ts'
import type { TrackProps } from '@openslrt/core/contract/public-pages.ts'
import { publicPaths } from '@openslrt/core/contract/public-pages.ts'
import { sayRefusal } from '@openslrt/core/i18n/refusal.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { forgive, takeGuess } from '../../platform/auth/queries.ts'
import { sourceOf } from '../../platform/http/address.ts'
import { languageOf, noteRefusal } from '../../platform/http/answers.ts'
import type { Named } from './door.ts'
import { knock, knockForm, namedBy, namedByKey } from './door.ts'
import { sendPage, shellOf } from './page.ts'
import type { PublicParts } from './parts.ts'
import type { Citizen } from './sessions.ts'
import { beginCitizen } from './sessions.ts'
import { showStanding } from './standing.ts'

const empty: TrackForm = trackForm.parse({})

/** The form for number and secret, empty. */
export async function askForSecret(
  parts: PublicParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  return showTrack(parts, request, reply, { form: empty })
}

/** Draws the form for number and secret; the secret itself is never sent back into a page. */
export function showTrack(
  parts: PublicParts,
  request: FastifyRequest,
  reply: FastifyReply,
  said: Partial<Pick<TrackProps, 'problems' | 'refusal' | 'expired'>> & { form: TrackForm; status?: number },
): FastifyReply {
  const { status = 200, form, ...rest } = said
  const props = {
    shell: shellOf(parts, request),
    problems: [],
    refusal: null,
    expired: false,
    ...rest,
    form: { ...form, secret: '', key: '' },
  }
  return sendPage(parts, reply, 'track', props, { status, keep: 'never' })
}

/** Opens a case to whoever holds its secret, and says how long to wait after too many wrong guesses. */
export async function openCase(
  parts: PublicParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const read = trackForm.safeParse(request.body ?? {})
  const form = read.success ? read.data : empty
  const named = form.key === '' ? namedBy(form.number, form.secret) : namedByKey(form.key)
  const problems = form.key === '' ? missing(form, named) : []
  if (problems.length > 0) return showTrack(parts, request, reply, { form, problems, status: 422 })
  const opened = named ? await tryKey(parts, request, reply, named) : no({ code: 'wrong-secret' } as const)
  if (!opened.ok) return refuse(parts, request, reply, form, opened.error)
  if ('form' in opened.value) return showForm(parts, request, reply, opened.value)
  const typed = readKept(form.kept)
  // What somebody had typed when their session ended comes back in the page itself; an address could not carry it.
  return typed
    ? showStanding(parts, request, reply, { citizen: opened.value, typed })
    : reply.redirect(publicPaths.standing, 303)
}

const missing = (form: TrackForm, named: Named | null): TrackProps['problems'] => [
  ...(named ? [] : [{ field: 'number', text: 'public.track.number.missing' } as const]),
  ...(form.secret.replace(/[^a-z0-9]/gi, '') === ''
    ? [{ field: 'secret', text: 'public.track.secret.missing' } as const]
    : []),
]

/**
 * Guesses are counted per case and per source. The short secret has 39 bits: at five free guesses and then a wait that
 * doubles to an hour, one case is guessed at some 35 times a day at most. So a right one may forgive its source as well,
 * which many people of one village share. Nobody can lock out the QR code: its 192 bits need no count per case.
 */
async function tryKey(
  parts: PublicParts,
  request: FastifyRequest,
  reply: FastifyReply,
  named: Named,
): Promise<Result<Citizen | Waiting, Refusal>> {
  const { pools, ledger, secure } = parts
  const now = Date.now()
  const guarded = [...(named.number === '' ? [] : [`case:${named.number}`]), `track-source:${sourceOf(request)}`]
  const until = await takeGuess(pools.api, guarded, now)
  if (until !== null) return no({ code: 'locked-out', retryAfter: Math.ceil((until - now) / 1000) })
  const proof = ledger.keys.doorDigest(named.secret)
  const { kase, form } = await find(parts, named, proof)
  request.log.info({ audit: 'CASE_TRACKED', opened: (kase ?? form) !== null }, 'served')
  if (!kase && !form) return no({ code: 'wrong-secret' })
  await forgive(pools.api, guarded)
  if (!kase) return form ? ok({ form, district: named.district }) : no({ code: 'wrong-secret' })
  const citizen = { district: named.district, case: kase.id, proof, receipt: null }
  await beginCitizen(pools.api, reply, citizen, secure)
  return ok(citizen)
}

/** A paper form that is no case yet. */
interface Waiting {
  readonly form: PublicBlank
  readonly district: string
}

/** BLANK-4 The case behind a number or code; behind that of a paper form the case that was typed from it, or the form. */
async function find(
  parts: PublicParts,
  named: Named,
  proof: Buffer,
): Promise<{ readonly kase: PublicCase | null; readonly form: PublicBlank | null }> {
  const { district } = named
  const kase = named.blank ? null : await knock(parts, district, named.number, proof)
  const form = kase ? null : await knockForm(parts, named, proof)
  return form?.caseNumber ? { kase: await knock(parts, district, form.caseNumber, proof), form } : { kase, form }
}

/** BLANK-4 Says that a form has not been typed in yet, and where it lies. */
function showForm(
  parts: PublicParts,
  request: FastifyRequest,
  reply: FastifyReply,
  { form, district }: Waiting,
): FastifyReply {
  const props = { shell: shellOf(parts, request), form, zone: parts.reference.zoneOf(district) }
  return sendPage(parts, reply, 'blank', props, { keep: 'never' })
}

function refuse(
  parts: PublicParts,
  request: FastifyRequest,
  reply: FastifyReply,
  form: TrackForm,
  refusal: Refusal,
): FastifyReply {
  noteRefusal(request, refusal)
  if ('retryAfter' in refusal) reply.header('retry-after', String(refusal.retryAfter))
  const said = { form, refusal: sayRefusal(languageOf(request), refusal), status: statuses[refusal.code].status }
  return showTrack(parts, request, reply, said)
}

function readKept(text: string) {
  if (text === '') return null
  try {
    return keptAct.parse(JSON.parse(text))
  } catch {
    // Not from a form of ours: there is nothing to keep.
    return null
  }
}
