import { randomUUID } from 'node:crypto'
import { firstAnswer, mostAnswersAnHour } from '@openslrt/core/inbound/answer.ts'
import { isServed, sortMessage } from '@openslrt/core/inbound/sort.ts'
import { type Understood, understand } from '@openslrt/core/inbound/understand.ts'
import { lookUpLetters, villageIn } from '@openslrt/core/intake/place.ts'
import { officeId } from '@openslrt/core/kernel/id.ts'
import { hourMs } from '@openslrt/core/kernel/instant.ts'
import { phoneKey } from '@openslrt/core/person/mask.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import { withoutWildcards } from '../../platform/db/sql.ts'
import { handlingRoles } from '../reference/index.ts'
import { choicesOf } from './choices.ts'
import { about, type Heard, type InboundParts, type Sealed } from './parts.ts'
import { countFrom, insertMessage, isKept, selectPostsOf, selectStaffedAt, selectVillagesNamed } from './queries.ts'

/** More than any gateway sends as one message. */
const mostSigns = 20_000

/** INBOUND-1 Keeps a message once: sealed, with the office that reads it and what its sender is answered. */
export async function keepMessage(parts: InboundParts, heard: Heard, now: number): Promise<boolean> {
  const { pool, ledger } = parts
  if (await isKept(pool, heard)) return false
  const keys = await ledger.keys.forDistrict('00')
  const id = randomUUID()
  const text = heard.text.slice(0, mostSigns)
  const sender = keys.index('phone', phoneKey(heard.from))
  const understood = understand(text, choicesOf(parts.reference, now))
  const sorted = await sort(parts, sender, understood)
  const answered = await countFrom(pool, sender, new Date(now - hourMs))
  const { what, missing } = firstAnswer(sorted, understood)
  const office = sorted.office === null ? '' : (parts.reference.offices().get(sorted.office)?.name ?? '')
  const sealed: Sealed = { from: heard.from, name: heard.name, text }
  return insertMessage(pool, {
    ...heard,
    id,
    sender,
    sealed: keys.seal(Buffer.from(JSON.stringify(sealed)), about(id)),
    reports: understood.reports,
    office: sorted.office,
    sorted: sorted.by,
    sentAt: new Date(heard.sentAt),
    receivedAt: new Date(now),
    reply: answered < mostAnswersAnHour ? { id: randomUUID(), what, says: { office, missing } } : null,
  })
}

/** Where it goes: by who wrote it, by the village that it names, or nowhere yet. */
async function sort(parts: InboundParts, sender: Buffer, { villages }: Understood) {
  const { pool, reference } = parts
  const village = await findVillage(parts, villages)
  const posts = (await selectPostsOf(pool, sender)).flatMap(({ office, role }) => {
    const row = reference.offices().get(officeId.parse(office))
    return row && reference.role(role, row.place)?.permissions.includes('case.register') ? [row] : []
  })
  const serving = village === null ? [] : reference.serving(village)
  const staffed = await selectStaffedAt(
    pool,
    serving.map(({ id }) => id),
    village === null ? [] : handlingRoles(reference, village),
  )
  return sortMessage({ posts, village, serving, staffed })
}

/** INBOUND-2 The real village that is named, among those that some office serves. */
async function findVillage(
  { pool, reference }: InboundParts,
  named: Understood['villages'],
): Promise<PlaceCode | null> {
  for (const { name, subdistrict } of named.slice(0, 6)) {
    const letters = withoutWildcards(name.slice(0, lookUpLetters).toLowerCase())
    if (letters.length < 2) continue
    const found = (await selectVillagesNamed(pool, letters)).filter(({ code }) =>
      isServed(code, reference.serving(code)),
    )
    const meant = villageIn(name, subdistrict, found)
    if (meant) return meant.value.code
  }
  return null
}
