import { sayDate, sayDue, sayExact, sayMoment } from '@openslrt/core/i18n/when.ts'
import type { Instant } from '@openslrt/core/kernel/instant.ts'
import { minuteMs, wireOf } from '@openslrt/core/kernel/instant.ts'
import { useSyncExternalStore } from 'react'
import { useZone } from '../session/use-session.ts'
import { useLanguage } from './use-text.ts'

/** Times as people say them, in the zone of the acting office, from the present moment. */
export interface When {
  readonly now: Instant
  readonly moment: (at: Instant) => string
  readonly date: (at: Instant) => string
  readonly exact: (at: Instant) => string
  readonly due: (at: Instant, workingDaysLeft?: number) => string
  readonly iso: (at: Instant) => string
}

/** Drawn anew every minute, so that "hari ini 14.00" does not grow old on a screen that stays open. */
export function useWhen(): When {
  const lang = useLanguage()
  const zone = useZone()
  const now = useSyncExternalStore(everyMinute, presentMinute, presentMinute)
  return {
    now,
    moment: (at) => sayMoment(at, now, zone, lang),
    date: (at) => sayDate(at, zone, lang),
    exact: (at) => sayExact(at, zone, lang),
    due: (at, workingDaysLeft) => sayDue(at, now, zone, lang, workingDaysLeft),
    iso: wireOf,
  }
}

const presentMinute = (): Instant => Math.floor(Date.now() / minuteMs) * minuteMs

function everyMinute(hear: () => void): () => void {
  const timer = setInterval(hear, minuteMs / 4)
  return () => clearInterval(timer)
}
