import { z } from 'zod'
import { sha256 } from '../../platform/ledger/seal.ts'
import type { Heard } from './parts.ts'

// Kinds and their parts as the Cloud API sends them; whatever else a later release adds is kept by its kind.
const said = z.object({ body: z.string() })
const captioned = z.object({ caption: z.string().optional(), filename: z.string().optional() })
const message = z.object({
  id: z.string().min(1),
  from: z.string().regex(/^\+?\d{5,20}$/),
  timestamp: z.union([z.string(), z.number()]).optional(),
  type: z.string().max(40).default('unknown'),
  text: said.optional().catch(undefined),
  image: captioned.optional().catch(undefined),
  video: captioned.optional().catch(undefined),
  document: captioned.optional().catch(undefined),
  button: z.object({ text: z.string() }).optional().catch(undefined),
  location: z
    .object({
      latitude: z.number(),
      longitude: z.number(),
      name: z.string().optional(),
      address: z.string().optional(),
    })
    .optional()
    .catch(undefined),
})
type Message = z.infer<typeof message>

const contact = z.object({ wa_id: z.string(), profile: z.object({ name: z.string() }) })
const value = z.object({ messages: z.array(z.unknown()).optional(), contacts: z.array(z.unknown()).optional() })
const callback = z.object({
  entry: z.array(z.object({ changes: z.array(z.object({ value: value.catch({}) })) })),
})

/** INBOUND-1 The messages of a callback, whatever they are of; what names no sender is none. */
export function readWhatsAppMessages(body: unknown, now: number): readonly Heard[] {
  const read = callback.safeParse(body)
  if (!read.success) return []
  const values = read.data.entry.flatMap(({ changes }) => changes.map((change) => change.value))
  return values.flatMap(({ messages = [], contacts = [] }) => {
    const names = new Map(parsed(contact, contacts).map(({ wa_id, profile }) => [wa_id, profile.name]))
    return parsed(message, messages).map((one) => heardOf(one, names.get(one.from) ?? '', now))
  })
}

const heardOf = (one: Message, name: string, now: number): Heard => ({
  way: 'whatsapp',
  reference: nameOf(one.id),
  from: one.from,
  name: name.slice(0, 100),
  kind: kindOf(one.type),
  text: textOf(one),
  sentAt: sentAt(Number(one.timestamp) * 1000, now),
})

/** All that is told in words: of a picture its caption, of a place where it is. */
function textOf({ text, image, video, document, button, location }: Message): string {
  const captions = [image, video, document].flatMap((one) => [one?.filename, one?.caption])
  const place = location && [location.name, location.address, `${location.latitude}, ${location.longitude}`]
  return [text?.body, button?.text, ...captions, ...(place ?? [])].filter((part) => part).join('\n')
}

/** A clock that is far ahead, or says nothing, is not believed. */
export const sentAt = (at: number, now: number): number => (at > 0 && at <= now ? at : now)

/** A name of any length and signs as an index takes it. */
export const nameOf = (reference: string): string =>
  /^\P{C}{1,200}$/u.test(reference) ? reference : sha256(reference).toString('hex')

/** A kind as a column and a sentence can hold it. */
export const kindOf = (type: string): string => type.toLowerCase().replace(/[^a-z0-9_-]/g, '') || 'unknown'

/** What fits a schema, of whatever came. */
export const parsed = <Schema extends z.ZodType>(
  schema: Schema,
  all: readonly unknown[],
): readonly z.output<Schema>[] =>
  all.flatMap((one) => {
    const read = schema.safeParse(one)
    return read.success ? [read.data] : []
  })
