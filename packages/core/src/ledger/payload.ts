import { z } from 'zod'
import type { Payload } from './entry.ts'
import { tables } from './entry.ts'

const change = z.object({
  table: z.enum(tables),
  id: z.uuid(),
  base: z.int().min(0),
  set: z.record(z.string(), z.json()),
  numbered: z.object({ series: z.string(), pattern: z.string() }).optional(),
})
const stored = z.object({
  v: z.literal(1),
  action: z.string(),
  note: z.string(),
  say: z.record(z.string(), z.json()),
  day: z.iso.date(),
  changes: z.array(change),
})
const withErased = stored.extend({
  erases: z.array(z.object({ seq: z.int().min(1), payload: stored })).optional(),
})

/**
 * LEDGER-4 Reads an entry's payload, whatever version wrote it: older ones are brought up to today's shape here and
 * nowhere else. Throws when it is none: a broken ledger is not a refusal.
 */
export function payload(json: unknown): Payload {
  const { erases, ...read } = withErased.parse(json)
  const own = plain(read)
  return erases ? { ...own, erases: erases.map(({ seq, payload: left }) => ({ seq, payload: plain(left) })) } : own
}

const plain = (read: z.infer<typeof stored>): Payload => ({
  ...read,
  changes: read.changes as unknown as Payload['changes'],
})
