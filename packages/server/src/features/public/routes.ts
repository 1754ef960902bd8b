import type { Refusal } from '@openslrt/core/contract/problem.ts'
import { publicPaths } from '@openslrt/core/contract/public-pages.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { ok } from '@openslrt/core/kernel/result.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { addressOf } from '../../platform/http/address.ts'
import { languageOf } from '../../platform/http/answers.ts'
import { act } from './acts.ts'
import { checkLetter } from './letter.ts'
import { afterChoice, sendPage, shellOf } from './page.ts'
import type { PublicParts } from './parts.ts'
import { fewestLetters, searchPlaces } from './places.ts'
import { sendProblem } from './problem-page.ts'
import { showProgrammes } from './programmes.ts'
import { showReceipt } from './receipt.ts'
import { leaveReply, openReply } from './reply.ts'
import { replyAct } from './reply-acts.ts'
import { askForLink, openLink } from './reply-door.ts'
import { replyFile } from './reply-file.ts'
import { answerReport, startReport } from './report.ts'
import { endCitizen } from './sessions.ts'
import { openStanding } from './standing.ts'
import { publicSurges, showSurge, showSurges } from './surges.ts'
import { askForSecret, openCase } from './track.ts'

type Run = (parts: PublicParts, request: FastifyRequest, reply: FastifyReply) => Promise<Result<FastifyReply, Refusal>>

/** A page of the public face: anybody may ask for it; what it shows of a case is guarded by the case's secret. */
interface PageRow {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly audit: string
  readonly run: Run
  /** Its address carries a secret: it is asked as seldom as a form is posted. */
  readonly asksSecret?: true
}

const says =
  (run: (...given: Parameters<Run>) => Promise<FastifyReply>): Run =>
  async (...given) =>
    ok(await run(...given))

const rows: readonly PageRow[] = [
  { method: 'GET', path: publicPaths.home, audit: 'HOME_SHOWN', run: says(showHome) },
  { method: 'GET', path: publicPaths.report, audit: 'REPORT_BEGUN', run: says(startReport) },
  { method: 'POST', path: publicPaths.report, audit: 'REPORT_STEP', run: answerReport },
  { method: 'GET', path: publicPaths.receipt, audit: 'RECEIPT_SHOWN', run: says(showReceipt) },
  { method: 'GET', path: publicPaths.track, audit: 'DOOR_SHOWN', run: says(askForSecret) },
  { method: 'POST', path: publicPaths.track, audit: 'DOOR_TRIED', run: says(openCase) },
  { method: 'GET', path: publicPaths.standing, audit: 'CASE_SHOWN', run: says(openStanding) },
  { method: 'POST', path: publicPaths.standing, audit: 'CITIZEN_ACTED', run: act },
  { method: 'POST', path: publicPaths.leave, audit: 'CASE_CLOSED_HERE', run: says(leave) },
  { method: 'GET', path: publicPaths.letter, audit: 'LETTER_CHECKED', run: says(checkLetter), asksSecret: true },
  { method: 'GET', path: publicPaths.reply, audit: 'REPLY_DOOR_SHOWN', run: says(askForLink) },
  { method: 'POST', path: publicPaths.reply, audit: 'REPLY_DOOR_TRIED', run: says(openLink) },
  { method: 'GET', path: publicPaths.replyStanding, audit: 'REPLY_SHOWN', run: says(openReply) },
  { method: 'POST', path: publicPaths.replyStanding, audit: 'REPLY_ACTED', run: replyAct },
  { method: 'GET', path: publicPaths.replyFile, audit: 'REPLY_FILE_SENT', run: replyFile },
  { method: 'POST', path: publicPaths.replyLeave, audit: 'REPLY_CLOSED_HERE', run: says(leaveReply) },
  { method: 'GET', path: publicPaths.programmes, audit: 'PROGRAMMES_SHOWN', run: says(showProgrammes) },
  { method: 'GET', path: publicPaths.offices, audit: 'OFFICES_SOUGHT', run: says(showOffices) },
  { method: 'GET', path: publicPaths.surges, audit: 'SURGES_SHOWN', run: says(showSurges) },
  { method: 'GET', path: publicPaths.surge, audit: 'SURGE_SHOWN', run: says(showSurge) },
]

/** Hangs the public face on the server. Every page works without script; every form posts. */
export function servePublic(app: FastifyInstance, parts: PublicParts): void {
  for (const row of rows) {
    const config =
      row.method === 'POST' || row.asksSecret
        ? { rateLimit: { max: parts.formsPerMinute, timeWindow: '1 minute' } }
        : {}
    app.route({
      method: row.method,
      url: row.path,
      config,
      handler: (request, reply) => answer(row, parts, request, reply),
    })
  }
}

async function answer(
  row: PageRow,
  parts: PublicParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const chosen = row.method === 'GET' ? afterChoice(request, reply, parts.secure) : null
  if (chosen) return chosen
  const said = await row.run(parts, request, reply)
  request.log.info({ audit: row.audit, ok: said.ok }, 'served')
  return said.ok ? said.value : sendProblem(parts, reply, said.error)
}

async function showHome(parts: PublicParts, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  // The front door opens also while the numbers can't be read.
  const lists = await publicSurges(parts).catch(() => [])
  const also = ['offices', 'programmes', ...(lists.length > 0 ? (['surges'] as const) : [])] as const
  return sendPage(parts, reply, 'home', { shell: shellOf(parts, request), also })
}

async function showOffices(parts: PublicParts, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const search = (addressOf(request).query.get('cari') ?? '').slice(0, 100)
  const found = search.trim().length < fewestLetters ? null : await searchPlaces(parts, search, languageOf(request))
  return sendPage(parts, reply, 'offices', { shell: shellOf(parts, request), search, found })
}

async function leave(parts: PublicParts, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  await endCitizen(parts.pools.api, request, reply, parts.secure)
  return reply.redirect(publicPaths.home, 303)
}
