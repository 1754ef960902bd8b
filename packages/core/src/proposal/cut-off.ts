import { z } from 'zod'
import { lineText } from '../contract/case.ts'
import type { Day, Instant } from '../kernel/instant.ts'
import { dayIn, dayMs, minuteMs } from '../kernel/instant.ts'
import type { Capture } from './proposal.ts'

/** A month of proposals, "2026-11". */
export type Month = string
export const month = z.string().regex(/^(19|2[01])\d\d-(0[1-9]|1[0-2])$/)

/** The list of what closes when: dated data of the nation, a province or a district, like every list. */
export const cutOffList = 'proposal-cut-off'
/** The one item that it needs. */
export const monthly = 'monthly'

// No month has fewer days: a cut-off stands in each of them.
const dayOfMonth = z.int().min(1).max(28)
/** PROPOSAL-20 The last day on which a proposal counts for its month, the day its data is pulled, and the day its operator finalises. */
export const cutOffData = z
  .strictObject({
    closes: dayOfMonth,
    pulled: dayOfMonth,
    finalised: dayOfMonth,
    basis: lineText(300),
  })
  .refine(({ closes, pulled, finalised }) => closes < pulled && pulled <= finalised)
export type CutOff = Pick<z.infer<typeof cutOffData>, 'closes' | 'pulled' | 'finalised'>

/** PROPOSAL-20 The month for which something counts: that of its day in the place's zone, or the next one after the cut-off. */
export function monthOf(zone: string, at: Instant, { closes }: CutOff): Month {
  const day = dayIn(zone, at)
  return Number(day.slice(8)) <= closes ? day.slice(0, 7) : nextMonth(day.slice(0, 7))
}

/** PROPOSAL-20 The days of a month on which something is due. */
export const daysOf = (of: Month, { closes, pulled, finalised }: CutOff): Readonly<Record<keyof CutOff, Day>> => ({
  closes: dayAt(of, closes),
  pulled: dayAt(of, pulled),
  finalised: dayAt(of, finalised),
})

/** How far a device may run ahead of the server before nobody believes it, and how old a capture may be. */
const aheadMs = 10 * minuteMs
const behindMs = 30 * dayMs

/** PROPOSAL-21 Whether the time that a device gave can be so. */
export const captureOf = (capturedAt: Instant, receivedAt: Instant): Capture =>
  capturedAt > receivedAt + aheadMs || capturedAt < receivedAt - behindMs ? 'flagged' : 'plausible'

/** PROPOSAL-21 The moment that counts: when it was taken down, unless that cannot be so and nobody said otherwise. */
export const countsFrom = ({
  capture,
  capturedAt,
  receivedAt,
}: {
  readonly capture: Capture
  readonly capturedAt: Instant
  readonly receivedAt: Instant
}): Instant => (capture === 'plausible' || capture === 'trusted' ? capturedAt : receivedAt)

const dayAt = (of: Month, day: number): Day => `${of}-${String(day).padStart(2, '0')}`

function nextMonth(of: Month): Month {
  const [year = 0, nth = 0] = of.split('-').map(Number)
  return nth === 12 ? `${year + 1}-01` : `${of.slice(0, 4)}-${String(nth + 1).padStart(2, '0')}`
}
