import type { DestinationStream, Logger } from 'pino'
import { pino } from 'pino'

// Personal data has no business in logs. These are the paths by which it could slip in with a request or an error.
const redacted = [
  'req.headers.cookie',
  'req.headers.authorization',
  '*.nik',
  '*.kk',
  '*.phone',
  '*.password',
  '*.token',
]

/** Opens the log: one JSON line per event, to standard output or where a test wants to read it. */
export const openLog = (level: string, to?: DestinationStream): Logger =>
  to ? pino({ level, redact: redacted }, to) : pino({ level, redact: redacted })
