import { dayMs } from '@openslrt/core/kernel/instant.ts'
import { z } from 'zod'
import type { Command, Entry } from '../outbox/entry.ts'
import type { KeptFile } from './kept-file.ts'

/** What the phone knows of its commands and of the server, when files are looked through. */
export interface Ground {
  readonly entries: readonly Entry[]
  /** Accepted, and not in a backup yet. */
  readonly accepted: readonly Command[]
  readonly epoch: string
  readonly backedUp: number
  /** The ledger that `backedUp` is told of. */
  readonly district: string
  readonly now: number
}

/** A form that nobody came back to: as long as what was typed in it. */
const draftMs = 14 * dayMs

/**
 * SYNC-45 What becomes of a file by what became of the entry that names it; `gone` where it need not be kept any more. Who
 * owns a file is read from the commands alone, so that a phone which dies between two writes loses neither.
 */
export function settled(file: KeptFile, ground: Ground): KeptFile | 'gone' {
  const owned = file.command === null ? ownedBy(file, ground) : file
  if (owned.state === 'draft') return ground.now - owned.at > draftMs ? 'gone' : owned
  if (owned.state === 'stopped') return owned
  if (isRefused(owned, ground)) return { ...owned, state: 'stopped', why: 'refused' }
  return owned.state === 'sent' ? afterWhole(owned, ground) : owned
}

function ownedBy(file: KeptFile, { entries, accepted }: Ground): KeptFile {
  const all = [...entries.map(({ command }) => command), ...accepted]
  const owner = all.find((command) => namedIn(command).includes(file.id))
  if (!owner) return file
  const { id, subject, district } = owner
  return { ...file, state: 'waiting', command: id, subject, district }
}

const isRefused = ({ command }: KeptFile, { entries }: Ground): boolean =>
  entries.some((entry) => entry.state === 'refused' && entry.command.id === command)

/** Another database may not have it: it is asked. This one has it in a backup once that went beyond the entry of then. */
function afterWhole(file: KeptFile, { epoch, backedUp, district }: Ground): KeptFile | 'gone' {
  if (epoch !== file.epoch) return { ...file, state: 'waiting', have: 0, tries: 0, nextAt: 0 }
  return file.district !== district || backedUp > file.head ? 'gone' : file
}

const named = z.object({
  photos: z.array(z.object({ id: z.string() })).optional(),
  files: z.array(z.object({ id: z.string() })).optional(),
})

/** The files that a command names. */
export function namedIn({ data }: Command): readonly string[] {
  const said = named.safeParse(data)
  return said.success ? [...(said.data.photos ?? []), ...(said.data.files ?? [])].map(({ id }) => id) : []
}

/** SYNC-45 What goes next: the oldest whose entry waits no more, and whose time has come. One at a time, behind all commands. */
export function nextFile(files: readonly KeptFile[], entries: readonly Entry[], now: number): KeptFile | null {
  const held = new Set(entries.filter(({ state }) => state !== 'accepted').map(({ command }) => command.id))
  const due = files.filter(
    ({ state, command, nextAt }) => state === 'waiting' && nextAt <= now && !held.has(command ?? ''),
  )
  return due.toSorted((one, other) => one.at - other.at)[0] ?? null
}

/** Kept until they lie in a backup, and no more of them than this: the oldest go first. */
const mostSentBytes = 50_000_000

/** Whole on the server, and too many: where a backup is never made, or room is short. */
export function spare(files: readonly KeptFile[], most = mostSentBytes): readonly KeptFile[] {
  let room = most
  return files
    .filter(({ state }) => state === 'sent')
    .toSorted((one, other) => other.at - one.at)
    .filter(({ size }) => {
      room -= size
      return room < 0
    })
}
