import { noticeLine, noticePath } from '@openslrt/core/contract/notice-queries.ts'
import { publicPaths } from '@openslrt/core/contract/public-pages.ts'
import { sayNotice } from '@openslrt/core/i18n/say-notice.ts'
import type { Lang } from '@openslrt/core/i18n/translate.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { sayDue } from '@openslrt/core/i18n/when.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import type { Wording } from '@openslrt/core/notice/contact.ts'
import { fillSms } from '@openslrt/core/notice/fill.ts'
import { citizenSlots } from '@openslrt/core/notice/says.ts'
import { noticeLines } from '@openslrt/core/notice/templates.ts'
import type { Reference } from '../reference/index.ts'
import type { InHand } from './queries-send.ts'
import { says } from './says.ts'

/** The words of a message. */
export interface Words {
  readonly subject: string
  readonly text: string
  readonly url: string
}

// An empty message must go out to nobody, whatever became of a list.
const shipped: ReadonlyMap<string, string> = new Map(noticeLines.map(([code, id]) => [code, id]))

type Told = Pick<InHand, 'district' | 'case_id' | 'number' | 'what' | 'says'> & Partial<Pick<InHand, 'about'>>

/** What a citizen reads: the place's own template, in Indonesian, and in one text message where it can be. */
export function citizenWords(
  reference: Reference,
  home: string | null,
  told: Told,
  wording: Wording,
  now: number,
): Words {
  const zone = reference.zoneOf(told.district)
  const code = wording === 'bare' ? 'bare' : told.what
  const template = reference.list('notice', told.district, dayIn(zone, now)).find((item) => item.code === code)
  const url = home ? `${home}${publicPaths.track}` : ''
  const slots = citizenSlots(told.number, says.parse(told.says), { zone, now, url })
  return { subject: '', text: fillSms(template?.names.id ?? shipped.get(code) ?? '', slots), url }
}

/** What an officer reads outside the desk: what happened and to which number, and nothing of the matter. */
export function staffMessage(
  reference: Reference,
  home: string | null,
  told: Told & { readonly notice: string },
  lang: Lang,
  now: number,
): Words {
  const zone = reference.zoneOf(told.district)
  const line = noticeLine.parse({
    id: told.notice,
    district: told.district,
    case: told.case_id,
    about: told.about ?? null,
    number: told.number,
    what: told.what,
    at: now,
    read: false,
    ...says.parse(told.says),
  })
  const said = sayNotice(line, sayIn(lang), lang, (at) => sayDue(at, now, zone, lang))
  const url = home ? `${home}/meja${noticePath(line)}` : ''
  // What is no case has no number.
  const subject = told.number === '' ? said : `${told.number}: ${said}`
  return { subject, text: [subject, url].join('\n').trim(), url }
}
