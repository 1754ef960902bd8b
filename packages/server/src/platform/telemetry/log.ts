import type { DestinationStream, Logger, LoggerOptions } from 'pino'
import { pino } from 'pino'

// Personal data has no business in logs. These are the paths by which it could slip in with a request or an error.
const redacted = ['*.headers.cookie', '*.headers.authorization', '*.nik', '*.kk', '*.phone', '*.password', '*.token']

/** Opens the log: one JSON line per event, to standard output or where a test wants to read it. */
export function openLog(level: string, to?: DestinationStream): Logger {
  const options: LoggerOptions = { level, redact: redacted, serializers: { err: factsOf } }
  return to ? pino(options, to) : pino(options)
}

/** What PostgreSQL says besides its sentence. `detail` and `where` are not among these: they quote the failing row. */
const told = ['code', 'severity', 'schema', 'table', 'column', 'constraint', 'routine', 'statusCode'] as const
/** Data exceptions: their sentence quotes the value that could not be read. */
const quotesValue = /^22/

/** An error as a log may hold it: what broke and where, never the row or the value it broke on. */
export function factsOf(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { type: typeof error }
  const known = new Map(Object.entries(error))
  const facts = Object.fromEntries(told.flatMap((name) => (known.has(name) ? [[name, known.get(name)]] : [])))
  const quotes = quotesValue.test(String(known.get('code') ?? ''))
  const message = quotes ? 'a value that the database could not read' : error.message
  const at = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const cause = error.cause === undefined ? {} : { cause: factsOf(error.cause) }
  return { type: error.name, message, ...facts, ...cause, stack: at.join('\n') }
}
