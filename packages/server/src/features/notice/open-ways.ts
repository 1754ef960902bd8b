import { readFile } from 'node:fs/promises'
import type { NoticeSettings } from '../../config-notices.ts'
import type { Keys } from '../../platform/ledger/keys.ts'
import { emailWay } from './ways/email.ts'
import type { PushKeys } from './ways/push.ts'
import { pushKeysFrom, pushWay } from './ways/push.ts'
import { smsWay } from './ways/sms.ts'
import type { OpenWays, ReadSecret } from './ways/way.ts'
import { whatsAppWay } from './ways/whatsapp.ts'

/** The ways out of an installation. Browsers can be told as soon as it has an address of its own. */
export function openWays(settings: NoticeSettings, keys: Keys, home: string | null): OpenWays {
  const { smtp, sms, whatsapp } = settings
  return {
    ...(smtp ? { email: emailWay({ ...smtp, password: secretIn(smtp.passwordFile) }) } : {}),
    ...(sms ? { sms: smsWay({ ...sms, token: secretIn(sms.tokenFile) }) } : {}),
    ...(whatsapp ? { whatsapp: whatsAppWay({ ...whatsapp, token: secretIn(whatsapp.tokenFile) }) } : {}),
    ...(home ? { push: pushWay({ keys: pushKeysOf(keys), subject: subjectOf(home) }) } : {}),
  }
}

/** The keys of push services, made like all that people hold in hand: the master key may change, they stay. */
export const pushKeysOf = (keys: Keys): PushKeys => pushKeysFrom(keys.derive('push', 'vapid'))

// Push services take an https address or a mailbox; a trial on one machine has neither.
const subjectOf = (home: string): string => (home.startsWith('https:') ? home : 'mailto:postmaster@localhost')

/** A secret as its file holds it now. */
export const secretIn =
  (file: string | null): ReadSecret =>
  async () => {
    if (file === null) return null
    const text = await readFile(file, 'utf8').catch(() => null)
    return text === null || text.trim() === '' ? null : text.trim()
  }
