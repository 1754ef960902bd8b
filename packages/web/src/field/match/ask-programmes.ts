import { type Carried, carriedRoutes, mostMarks } from '@openslrt/core/contract/carried.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { marksOf, stampOf, withDelta } from '@openslrt/core/programme/carried-delta.ts'
import type { z } from 'zod'
import { askOnce } from '../../platform/api/ask.ts'
import type { Problem } from '../../platform/api/problem.ts'
import type { Phone } from '../../platform/replica/open-phone.ts'
import type { KeptProgrammes } from '../../platform/replica/phone-db.ts'

/**
 * FIELD-20, FIELD-28 Programmes of the places of this phone, from the server: those that are other than the phone's, with what
 * counts for all. Where nothing is other, only their age is new.
 */
export async function askProgrammes(
  phone: Pick<Phone, 'programmes' | 'keepProgrammes'>,
  ask: Ask = askServer,
): Promise<void> {
  const kept = await phone.programmes()
  const answer = await ask(kept ? await askedWith(kept) : {})
  // Without an answer the phone goes on with those that it has.
  if (!answer.ok) return
  const { stamp, delta, carried } = answer.value
  const had = kept?.carried
  const now = delta && had ? withDelta(had, delta) : (carried ?? had)
  if (!now) return
  // What came out otherwise than the server has it is not kept as if it were the same: all of it is asked for.
  const own = delta ? await stampOf(now, digest) : stamp
  if (own === stamp) await keep(phone, stamp, now)
  else await askAnew(phone, ask)
}

type Asked = z.input<typeof carriedRoutes.programmes.query>
type Said = z.output<typeof carriedRoutes.programmes.reply>
export type Ask = (query: Asked) => Promise<Result<Said, Problem>>
const askServer: Ask = (query) => askOnce(carriedRoutes.programmes, { query })

async function askAnew(phone: Pick<Phone, 'keepProgrammes'>, ask: Ask): Promise<void> {
  const answer = await ask({})
  if (answer.ok && answer.value.carried) await keep(phone, answer.value.stamp, answer.value.carried)
}

async function askedWith({ stamp, carried }: KeptProgrammes): Promise<Asked> {
  const { programmes } = carried
  if (programmes.length === 0 || programmes.length > mostMarks) return { have: stamp }
  return { have: stamp, marks: (await marksOf(programmes, digest)).join(',') }
}

const keep = (phone: Pick<Phone, 'keepProgrammes'>, stamp: string, carried: Carried): Promise<void> =>
  phone.keepProgrammes({ stamp, carried }).catch(() => undefined)

async function digest(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
