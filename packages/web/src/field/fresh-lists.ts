import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { dayMs } from '@openslrt/core/kernel/instant.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import { askOnce } from '../platform/api/ask.ts'
import type { Phone } from '../platform/replica/open-phone.ts'

/** Lists change a few times a year: once a day is often enough. */
export async function keepListsFresh(phone: Phone, district: string): Promise<void> {
  if ((await phone.listsAge()) < dayMs) return
  const answer = await askOnce(referenceRoutes.lists, { query: { district: ledgerCode.parse(district) } })
  // Without them forms keep the ones they have.
  if (answer.ok) await phone.keepLists(answer.value.lists).catch(() => undefined)
}
