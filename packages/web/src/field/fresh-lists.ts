import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { dayMs } from '@openslrt/core/kernel/instant.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import { askOnce } from '../platform/api/ask.ts'
import type { Phone } from '../platform/replica/open-phone.ts'
import { session } from '../platform/session/session-store.ts'

/** FIELD-11 Lists change a few times a year: once a day is often enough. */
export async function keepListsFresh(phone: Phone, district: string): Promise<void> {
  await keepFamilyListsFresh(phone, district)
  if ((await phone.listsAge()) < dayMs) return
  const answer = await askOnce(referenceRoutes.lists, { query: { district: ledgerCode.parse(district) } })
  // Without them forms keep the ones they have.
  if (answer.ok) await phone.keepLists(answer.value.lists).catch(() => undefined)
}

/** FIELD-11, FIELD-20 What families are asked, and what they can have. */
async function keepFamilyListsFresh(phone: Phone, district: string): Promise<void> {
  if (!readsFamilies()) return
  const old = (kept: { readonly at: number } | null): boolean => !kept || Date.now() - kept.at >= dayMs
  // What their doors are like weighs much, and is read once a day.
  if (old(await phone.programmes())) await (await import('./match/ask-programmes.ts')).askProgrammes(phone)
  if (!old(await phone.choices())) return
  const { askChoices } = await import('./ask/ask-choices.ts')
  const choices = await askChoices(district)
  if (choices) await phone.keepChoices(choices).catch(() => undefined)
}

/** A surveyor may not ask families, and is not given what they are asked. */
function readsFamilies(): boolean {
  const { me, office } = session()
  return me?.posts.some((post) => post.office === office && post.permissions.includes('registry.read')) ?? false
}

/** FIELD-11 Whether all lies on the phone that its person's forms choose from, of whatever age. */
export async function listsLieOn(phone: Phone): Promise<boolean> {
  const kept = await Promise.all([phone.lists(), ...(readsFamilies() ? [phone.choices(), phone.programmes()] : [])])
  return kept.every(Boolean)
}
