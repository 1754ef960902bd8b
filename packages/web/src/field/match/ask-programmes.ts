import { carriedRoutes } from '@openslrt/core/contract/carried.ts'
import { askOnce } from '../../platform/api/ask.ts'
import type { Phone } from '../../platform/replica/open-phone.ts'

/** FIELD-20 Programmes of the places of this phone, from the server. Where they are as they were, only their age is new. */
export async function askProgrammes(phone: Pick<Phone, 'programmes' | 'keepProgrammes'>): Promise<void> {
  const kept = await phone.programmes()
  const answer = await askOnce(carriedRoutes.programmes, { query: kept ? { have: kept.stamp } : {} })
  // Without them the phone goes on with those that it has.
  const carried = answer.ok ? (answer.value.carried ?? kept?.carried) : undefined
  if (answer.ok && carried) await phone.keepProgrammes({ stamp: answer.value.stamp, carried }).catch(() => undefined)
}
