import type { Choice } from '@openslrt/core/contract/public-pages.ts'
import type { PublicReply } from '@openslrt/core/contract/reply.ts'
import type { Lang } from '@openslrt/core/i18n/translate.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import type { ReplyAct } from '@openslrt/core/referral/reply-acts.ts'
import type { Reference } from '../reference/index.ts'

/** The list that a step takes its reason or its outcome from. */
export const listOf = { complete: 'outcome', reject: 'decline', fail: 'unmet' } as const

export const takesChoice = (act: ReplyAct): act is keyof typeof listOf => act in listOf

/** What may be chosen at a step today: outcomes of this kind of case, or reasons. */
export function choicesFor(
  reference: Reference,
  act: ReplyAct,
  { district, kind }: Pick<PublicReply, 'district' | 'kind'>,
  lang: Lang,
  now: number,
): readonly Choice[] {
  if (!takesChoice(act)) return []
  const day = dayIn(reference.zoneOf(district), now)
  return reference
    .list(listOf[act], district, day)
    .filter(({ data }) => !Array.isArray(data['kinds']) || data['kinds'].includes(kind))
    .map(({ code, names }) => ({ value: code, label: names[lang] }))
}
