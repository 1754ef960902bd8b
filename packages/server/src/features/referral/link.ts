import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import type { replyRoutes } from '@openslrt/core/contract/reply.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { referralOffers } from '@openslrt/core/referral/decide.ts'
import type { z } from 'zod'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import { logAccess } from '../../platform/ledger/access-log.ts'
import type { CaseParts } from '../case/index.ts'
import { findCase, referralsOf } from '../case/index.ts'
import { linkSecrets } from './secrets.ts'

type Asked = z.output<typeof replyRoutes.link.body>
type Shown = z.input<typeof replyRoutes.link.reply>

/** REF-21 The secrets of a living link, for whoever could give it anew; that they were shown is written down. */
export async function showLink(
  { ledger }: CaseParts,
  reader: StaffActor,
  { district, case: caseId, referral: id }: Asked,
): Promise<Result<Shown, Refusal>> {
  return inScope(ledger.pool, scopeOf(reader, district), async (client) => {
    const kase = await findCase(client, reader, district, caseId, null)
    const referral = kase && (await referralsOf(client, district, caseId, null)).find((row) => row.id === id)
    if (!kase || !referral) return no({ code: 'not-found' })
    const mayGive = referralOffers(kase, referral, reader).find(({ action }) => action === 'give-link')
    if (mayGive?.refusal) return no(mayGive.refusal)
    const { link, linkUntil: until } = referral
    if (link === null || until === null) return no({ code: 'not-found' })
    await logAccess(client, reader, { district, action: 'link', subject: caseId, reason: '' })
    return ok({ number: kase.number, until, ...linkSecrets(ledger.keys, district, link).secrets })
  })
}
