import type { Actor } from '@openslrt/core/access/actor.ts'
import type { ReferralMove } from '@openslrt/core/contract/referral.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { CaseFile } from '@openslrt/core/referral/decide.ts'
import { decideReferral } from '@openslrt/core/referral/decide.ts'
import type { PoolClient } from 'pg'
import type { Handler } from '../../platform/http/order.ts'
import { commandOf } from '../../platform/http/order.ts'
import { execute } from '../../platform/ledger/execute.ts'
import type { CaseParts } from '../case/index.ts'
import { findCase, grantsOf, referralsOf } from '../case/index.ts'

/** Answers every command whose kind begins with `referral.`. The subject is the case, so that its way stays one way. */
export function referralHandler(parts: CaseParts): Handler {
  return (order, actor, receivedAt) => {
    const { envelope, row } = order
    const move = { action: row.kind.slice('referral.'.length), data: order.data } as ReferralMove
    return execute(parts.ledger, commandOf(order, actor, receivedAt), async (client) => {
      const file = await findFile(client, actor, envelope.district, envelope.subject)
      if (!file) return no({ code: 'not-found' })
      if (envelope.base !== null && envelope.base !== file.case.version) return no({ code: 'stale' })
      const policy = parts.reference.policyFor(envelope.district, receivedAt, Date.parse(envelope.doneAt))
      const decided = decideReferral(file, move, actor, policy)
      const before = [file.case, ...file.referrals, ...file.grants]
      return decided.ok ? ok({ decision: decided.value, place: file.case.place, before }) : decided
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
