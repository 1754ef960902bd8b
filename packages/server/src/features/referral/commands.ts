import type { Actor } from '@openslrt/core/access/actor.ts'
import type { ReferralMove } from '@openslrt/core/contract/referral.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { CaseFile } from '@openslrt/core/referral/decide.ts'
import { decideReferral } from '@openslrt/core/referral/decide.ts'
import type { Beside } from '@openslrt/core/referral/link.ts'
import type { PoolClient } from 'pg'
import type { Handler } from '../../platform/http/order.ts'
import { actOf, commandOf } from '../../platform/http/order.ts'
import { execute } from '../../platform/ledger/execute.ts'
import type { CaseParts } from '../case/index.ts'
import { findCase, grantsOf, referralsOf, selectStaffed } from '../case/index.ts'
import { selectOtherWait } from './queries.ts'
import { linkSecrets } from './secrets.ts'

/** Answers every command whose kind begins with `referral.`. The subject is the case, so that its way stays one way. */
export function referralHandler(parts: CaseParts): Handler {
  return (order, actor, receivedAt) => {
    const { envelope } = order
    const move = actOf<ReferralMove>(order)
    const door = linkDoor(parts, envelope.district, move)
    return execute(parts.ledger, commandOf(order, actor, receivedAt), async (client) => {
      const file = await findFile(client, actor, envelope.district, envelope.subject)
      if (!file) return no({ code: 'not-found' })
      if (envelope.base !== null && envelope.base !== file.case.version) return no({ code: 'stale' })
      const policy = parts.reference.policyFor(envelope.district, receivedAt, Date.parse(envelope.doneAt))
      const beside = { door, ...(await besideOf(client, parts, file, move, actor)) }
      const decided = decideReferral(file, move, actor, policy, beside)
      const before = [file.case, ...file.referrals, ...file.grants]
      return decided.ok ? ok({ decision: decided.value, place: file.case.place, before, relies: [] }) : decided
    })
  }
}

async function findFile(client: PoolClient, actor: Actor, district: string, id: string): Promise<CaseFile | null> {
  const kase = await findCase(client, actor, district, id, null)
  if (!kase) return null
  const referrals = await referralsOf(client, district, id, null)
  const grants = await grantsOf(client, district, id, null)
  return { case: kase, referrals, grants }
}

/** The digests of the link that a move names. Made before the transaction: they need no row. */
function linkDoor({ ledger }: CaseParts, district: string, { data }: ReferralMove): Beside['door'] {
  return 'link' in data && data.link ? linkSecrets(ledger.keys, district, data.link).digests : null
}

async function besideOf(
  client: PoolClient,
  { reference }: CaseParts,
  { case: kase }: CaseFile,
  move: ReferralMove,
  actor: Actor,
): Promise<Pick<Beside, 'answerable' | 'waits'>> {
  // Whoever holds a link sees no other referral: the database says which one the case waits for besides.
  if (actor.kind === 'provider')
    return { answerable: true, waits: await selectOtherWait(client, kase.district, kase.id) }
  if (!('to' in move.data) || !move.data.link) return { answerable: true, waits: null }
  const answering = [...reference.roles(kase.place).values()].filter(({ permissions }) =>
    permissions.includes('referral.answer'),
  )
  const staffed = await selectStaffed(
    client,
    [move.data.to],
    answering.map(({ code }) => code),
  )
  return { answerable: staffed.has(move.data.to), waits: null }
}
