import type { noticeCommandData } from '@openslrt/core/contract/notice-tellings.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { decideTelling, mayTell } from '@openslrt/core/notice/by-hand.ts'
import type { z } from 'zod'
import type { Handler } from '../../platform/http/order.ts'
import { commandOf } from '../../platform/http/order.ts'
import { execute } from '../../platform/ledger/execute.ts'
import { relied } from '../../platform/ledger/relied.ts'
import type { CaseParts } from '../case/index.ts'
import { findCase } from '../case/index.ts'
import { holdTelling, noteTold } from './queries-tell.ts'

type TellData = z.infer<(typeof noticeCommandData)['notice.tell']['data']>

/** NOTICE-13 Answers `notice.tell`: the entry and the state of what was to be told are written together. */
export function noticeHandler({ ledger, reference }: CaseParts): Handler {
  return (order, actor, receivedAt) => {
    const { district, subject, doneAt } = order.envelope
    const { delivery, ...telling } = order.data as TellData
    return execute(ledger, commandOf(order, actor, receivedAt), async (client) => {
      const kase = await findCase(client, actor, district, subject, null)
      if (!kase) return no({ code: 'not-found' })
      const lacking = mayTell(kase, actor)
      if (lacking) return no(lacking)
      const state = await holdTelling(client, district, delivery, subject)
      if (state === null) return no({ code: 'not-found' })
      const { day } = reference.policyFor(district, receivedAt, Date.parse(doneAt))
      const decided = decideTelling(kase, state, telling, actor, day)
      if (!decided.ok) return decided
      const by = actor.kind === 'staff' ? actor.staff : null
      await noteTold(client, { district, id: delivery }, telling.result, by, new Date(receivedAt))
      return ok({ decision: decided.value, place: kase.place, before: [kase], relies: relied('case', kase) })
    })
  }
}
