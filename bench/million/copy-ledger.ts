import { createHash, randomBytes } from 'node:crypto'
import type { Client } from 'pg'
import type { DistrictKeys, Keys } from '../../packages/server/src/platform/ledger/keys.ts'
import type { StoredEntry } from '../../packages/server/src/platform/ledger/queries.ts'
import { entriesAfter } from '../../packages/server/src/platform/ledger/queries.ts'
import { sha256 } from '../../packages/server/src/platform/ledger/seal.ts'
import { headText } from '../../packages/server/src/platform/ledger/statement.ts'

/** A ledger that others are made from: its entries opened, with what each was answered. */
export interface Source {
  readonly district: string
  readonly entries: readonly Opened[]
  /** Ids that mean the same everywhere: offices and people of the nation and the province. */
  readonly shared: ReadonlySet<string>
}

interface Opened {
  readonly entry: StoredEntry
  readonly text: string
  readonly reply: string
}

/** Reads a district's whole ledger with its answers. */
export async function readSource(owner: Client, keys: Keys, district: string): Promise<Source> {
  const districtKeys = await keys.forDistrict(district)
  const entries = await entriesAfter(owner, district, 0, 1_000_000)
  const answers = await owner.query<{ id: string; reply: string }>(
    'select command_id as id, reply::text as reply from command_outcome where district = $1',
    [district],
  )
  const replies = new Map(answers.rows.map(({ id, reply }) => [id, reply]))
  const above = await owner.query<{ id: string }>(
    'select distinct subject as id from ledger where district = any($1) union select id from post where district = any($1)',
    [['00', district.slice(0, 2)]],
  )
  return {
    district,
    shared: new Set(above.rows.map(({ id }) => id)),
    entries: entries.map((entry) => ({
      entry,
      text: districtKeys.open(entry.payload ?? Buffer.alloc(0), `entry ${entry.command_id}`).toString(),
      reply: replies.get(entry.command_id) ?? '{}',
    })),
  }
}

/** A district that gets a ledger, and its villages by sub-district. */
export interface Target {
  readonly district: string
  readonly villages: readonly string[]
}

/**
 * Writes the same year of work into another district: other ids, places and numbers, sealed under that district's own
 * keys, chained as the application chains it. Rows and counters are then made by a rebuild, which proves every entry.
 */
export async function copyLedger(owner: Client, source: Source, target: Target, keys: DistrictKeys): Promise<void> {
  const say = translation(source, target)
  let hash = sha256(target.district)
  const rows = source.entries.map(({ entry, text, reply }, at) => {
    const seq = at + 1
    const plain = Buffer.from(say(text))
    const salt = randomBytes(16)
    const open = openFacts(entry, target.district, say)
    const digest = sha256(salt, plain)
    hash = sha256(hash, digest, `${seq}${headText(open)}`)
    const payload = keys.seal(plain, `entry ${open.commandId}`)
    return { entry, open, seq, salt, payload, digest, hash, reply: say(reply) }
  })
  const hex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`
  for (let from = 0; from < rows.length; from += together) {
    const part = rows.slice(from, from + together)
    await insert(
      owner,
      'ledger',
      part.map(({ entry, open, seq, salt, payload, digest, hash: own }) => ({
        district: target.district,
        seq,
        command_id: open.commandId,
        kind: entry.kind,
        subject: open.subject,
        place: open.place,
        office: open.office,
        actor: open.actor,
        done_at: entry.done_at,
        received_at: entry.received_at,
        ref_seq: entry.ref_seq,
        salt: hex(salt),
        payload: hex(payload),
        digest: hex(digest),
        hash: hex(own),
      })),
    )
    await insert(
      owner,
      'command_outcome',
      part.map(({ entry, open, digest, reply }) => ({
        district: target.district,
        command_id: open.commandId,
        actor: open.actor,
        body_hash: hex(digest),
        reply: JSON.parse(reply),
        answered_at: entry.received_at,
      })),
    )
  }
  await owner.query('update district_head set seq = $2, hash = $3 where district = $1', [
    target.district,
    rows.length,
    hash,
  ])
}

const together = 2_000

async function insert(owner: Client, table: string, rows: readonly object[]): Promise<void> {
  await owner.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1::json)`, [
    JSON.stringify(rows),
  ])
}

const openFacts = (entry: StoredEntry, district: string, say: (text: string) => string) => ({
  district,
  commandId: say(entry.command_id),
  kind: entry.kind,
  subject: say(entry.subject),
  place: say(entry.place),
  office: entry.office === null ? null : say(entry.office),
  actor: say(entry.actor),
  doneAt: entry.done_at.getTime(),
  receivedAt: entry.received_at.getTime(),
  refSeq: Number(entry.ref_seq),
})

/** Puts one district's ids, places, numbers and digests where another's stood. */
function translation({ district, shared }: Source, target: Target): (text: string) => string {
  const known = new Map<string, string>()
  const placed = new Map<string, string>()
  const digits = (code: string): string => code.replace('.', '')
  const pattern = new RegExp(
    `[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{64}|\\b${district.replace('.', '\\.')}(?:\\.\\d\\d\\.\\d{4}|\\.\\d\\d)?\\b|\\b${digits(district)}-(?=\\d\\d-\\d{6})`,
    'g',
  )
  const another = (found: string): string => {
    if (found.endsWith('-')) return `${digits(target.district)}-`
    if (found.startsWith(district) && found.length <= 13) return placeFor(found, target, district, placed)
    if (shared.has(found)) return found
    const made = createHash('sha256').update(found).update(target.district).digest('hex')
    if (found.length === 64) return made
    return `${made.slice(0, 8)}-${made.slice(8, 12)}-8${made.slice(13, 16)}-8${made.slice(17, 20)}-${made.slice(20, 32)}`
  }
  return (text) =>
    text.replace(pattern, (found) => {
      const before = known.get(found)
      if (before !== undefined) return before
      const made = another(found)
      known.set(found, made)
      return made
    })
}

/** Villages take turns: each of the source's lies in one of the target's, and a sub-district in that of some village. */
function placeFor(found: string, { district, villages }: Target, from: string, placed: Map<string, string>): string {
  if (found === from) return district
  const village = placed.get(found) ?? villages[placed.size % villages.length] ?? district
  placed.set(found, village)
  return found.length === 8 ? village.slice(0, 8) : village
}
