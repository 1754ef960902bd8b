import { dayMs, minuteMs } from '@openslrt/core/kernel/instant.ts'

/** SYNC-31 Six digits, and none of those that everybody tries first. */
export const pinDigits = 6
export type PinFault = 'short' | 'easy'

export function faultOf(pin: string): PinFault | null {
  if (!/^\d{6}$/.test(pin)) return 'short'
  return isEasy(pin) ? 'easy' : null
}

/** One digit six times, a run up or down, one pair three times, three digits twice. */
function isEasy(pin: string): boolean {
  const steps = new Set([...pin].slice(1).map((digit, at) => Number(digit) - Number(pin[at])))
  const run = steps.size === 1 && [0, 1, -1].some((step) => steps.has(step))
  return run || /^(\d\d)\1\1$/.test(pin) || /^(\d{3})\1$/.test(pin)
}

/** SYNC-33 After the tenth wrong PIN the vault is emptied. */
export const mostTries = 10
/** People mistype; from here on each wrong PIN costs a wait that doubles. */
const freeTries = 3

/** SYNC-33 How long nobody may try after so many wrong PINs. */
export const waitAfterMs = (tries: number): number =>
  tries < freeTries ? 0 : Math.min(60 * minuteMs, 0.5 * minuteMs * 2 ** (tries - freeTries))

/** SYNC-34 Minutes after which a phone that nobody touches is locked: what may be chosen. */
export const idleChoices = [1, 2, 5, 10, 15] as const
export const idleAtFirst = 5

/** SYNC-34 Whether a phone that was last touched then is to be locked. A clock that was set back locks as well. */
export const isIdle = (touchedAt: number, now: number, minutes: number): boolean =>
  now - touchedAt >= minutes * minuteMs || touchedAt - now > dayMs / 24
