import type { Instant } from '../kernel/instant.ts'
import { minuteMs } from '../kernel/instant.ts'

/** What an invitation says, in the words of its reader. */
export interface Invitation {
  readonly id: string
  /** How often it was changed: calendars take the newest. */
  readonly version: number
  readonly title: string
  readonly text: string
  readonly where: string
  readonly startsAt: Instant
  readonly lasts: number
  readonly now: Instant
}

/** MEET-20 A meeting as a file that calendars read: iCalendar, RFC 5545, one event in UTC, lines of 75 octets at most. */
export const calendarFile = ({ id, version, title, text, where, startsAt, lasts, now }: Invitation): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//OpenSLRT//Rapat//ID',
    'BEGIN:VEVENT',
    `UID:${id}`,
    `SEQUENCE:${version}`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(startsAt)}`,
    `DTEND:${stamp(startsAt + lasts * minuteMs)}`,
    `SUMMARY:${escaped(title)}`,
    `LOCATION:${escaped(where)}`,
    `DESCRIPTION:${escaped(text)}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
    .map(folded)
    .join('')

const stamp = (at: Instant): string => `${new Date(at).toISOString().replace(/[-:]|\.\d+/g, '')}`
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n')

/** A longer line goes on after a line break and a space; no letter is cut in two. */
function folded(line: string): string {
  const encoder = new TextEncoder()
  let [out, size] = ['', 0]
  for (const letter of line) {
    const more = encoder.encode(letter).length
    if (size + more > 74) [out, size] = [`${out}\r\n `, 1]
    out += letter
    size += more
  }
  return `${out}\r\n`
}
