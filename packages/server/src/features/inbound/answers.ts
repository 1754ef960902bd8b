import { publicPaths } from '@openslrt/core/contract/public-pages.ts'
import { answerText, answerWords, mayHaveReceipt } from '@openslrt/core/inbound/answer.ts'
import { reportFields } from '@openslrt/core/intake/report.ts'
import { minuteMs } from '@openslrt/core/kernel/instant.ts'
import { phoneWays } from '@openslrt/core/notice/contact.ts'
import { z } from 'zod'
import { rowOf } from '../../platform/ledger/tables.ts'
import { doorOf } from '../case/index.ts'
import type { Line, Outcome } from '../notice/index.ts'
import { drain } from '../notice/index.ts'
import { opened } from './open-message.ts'
import type { InboundParts } from './parts.ts'
import { type HeldReply, noteReply, selectCase, takeReplies } from './queries-answers.ts'

/** An answer that its number refuses is tried again this often. */
const mostTries = 3

/** INBOUND-4 Answers senders on the way by which they wrote, as far as it is set up. Gives how many answers were taken. */
export async function sendAnswers(parts: InboundParts, clock: () => number = Date.now): Promise<number> {
  const sent = await Promise.all(phoneWays.map((way) => drain(parts, way, answerLine(parts, way), clock)))
  return sent.reduce((sum, n) => sum + n, 0)
}

const answerLine = (parts: InboundParts, way: (typeof phoneWays)[number]): Line<HeldReply> => ({
  take: (hold) => takeReplies(parts.pool, way, hold),
  async send(send, held) {
    const to = await wordsFor(parts, held)
    if (!to) return { kind: 'void' }
    return send({ id: held.id, district: '00', notice: held.id, subject: '', url: '', ...to })
  },
  settle: (held, outcome, { now, until }) => noteReply(parts.pool, held.id, noteOf(held, outcome, now, until)),
})

const says = z.object({
  office: z.string(),
  missing: z.array(z.enum(reportFields)).default([]),
  district: z.string().optional(),
  case: z.string().optional(),
  command: z.string().optional(),
})

/** To whom and what; null where nothing may be said any more. */
async function wordsFor(
  parts: InboundParts,
  held: HeldReply,
): Promise<{ readonly to: string; readonly text: string } | null> {
  const { from } = opened({ id: held.message, sealed: held.sealed }, await parts.ledger.keys.forDistrict('00'))
  const what = answerWords.find((word) => word === held.what)
  const said = says.parse(held.says)
  const receipt = what === 'registered' ? await receiptFor(parts, said, from) : { number: '', secret: '' }
  if (!what || !receipt) return null
  const url = parts.home ? `${parts.home}${publicPaths.track}` : ''
  return { to: from.replace(/\D/g, ''), text: answerText(what, { ...said, ...receipt, url }) }
}

/** INBOUND-8 Number and secret of the case that a message became, made again from the command that registered it. */
async function receiptFor({ ledger, pool }: InboundParts, said: z.infer<typeof says>, sender: string) {
  const { district, case: id, command } = said
  if (district === undefined || id === undefined || command === undefined) return null
  const row = await selectCase(pool, district, id)
  const kase = row && rowOf('case', row, await ledger.keys.forDistrict(district))
  if (!kase || !mayHaveReceipt(kase, sender)) return null
  const { receipt, digests } = doorOf(ledger.keys, district, command)
  // A secret that was renewed meanwhile is no longer this one.
  if (kase.doorShort !== digests.short) return null
  return { number: kase.number, secret: `${receipt.short.slice(0, 4)}-${receipt.short.slice(4)}` }
}

function noteOf({ tries }: HeldReply, outcome: Outcome, now: number, until: Date | null) {
  const at = new Date(now)
  switch (outcome.kind) {
    case 'taken':
      return { state: 'sent', reference: outcome.reference, problem: null, nextAt: at, untried: false, at } as const
    case 'broken':
      return {
        state: 'waiting',
        reference: null,
        problem: outcome.why,
        nextAt: until ?? at,
        untried: true,
        at,
      } as const
    case 'refused': {
      const nextAt = new Date(now + 5 * minuteMs * 4 ** tries)
      const state = tries < mostTries ? ('waiting' as const) : ('failed' as const)
      return { state, reference: null, problem: outcome.why, nextAt, untried: false, at } as const
    }
    default:
      return { state: 'void', reference: null, problem: null, nextAt: at, untried: false, at } as const
  }
}
