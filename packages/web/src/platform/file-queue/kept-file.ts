import { uploadType } from '@openslrt/core/contract/upload-limits.ts'
import { photoKind } from '@openslrt/core/visit/visit.ts'
import { z } from 'zod'

/** Why a file is not sent any more, until its person has decided. */
export const stops = ['refused', 'broken', 'unfit'] as const

/** What is known of a file on a phone; its bytes lie beside it. */
export const keptFile = z.object({
  id: z.string(),
  /** The form in which it was taken. */
  form: z.string(),
  kind: photoKind,
  sha256: z.string(),
  size: z.number(),
  type: uploadType,
  /** When it was taken. */
  at: z.number(),
  /**
   * `draft`: its form was not saved yet. `waiting`: for its entry, or for the line. `sent`: the server holds it whole, and it
   * is kept until that lies in a backup. `stopped`: its person decides.
   */
  state: z.enum(['draft', 'waiting', 'sent', 'stopped']),
  /** What was done with it: the command that names it, and what that is about. */
  command: z.string().nullable(),
  subject: z.string(),
  district: z.string(),
  /** How much of it the server has, as it said last. */
  have: z.number(),
  tries: z.number(),
  nextAt: z.number(),
  /** How often it came broken. */
  broken: z.number(),
  why: z.enum(stops).nullable(),
  /** The server's own words, where it took the file for none. */
  words: z.string(),
  /** As of which entry of which database it was whole. */
  head: z.number(),
  epoch: z.string(),
})
export type KeptFile = z.infer<typeof keptFile>

/** What was just taken. */
export type TakenFile = Pick<KeptFile, 'id' | 'form' | 'kind' | 'sha256' | 'size' | 'type' | 'at'>

export const newFile = (taken: TakenFile): KeptFile => ({
  ...taken,
  state: 'draft',
  command: null,
  subject: '',
  district: '',
  have: 0,
  tries: 0,
  nextAt: 0,
  broken: 0,
  why: null,
  words: '',
  head: 0,
  epoch: '',
})

export const isWaiting = ({ state }: KeptFile): boolean => state === 'waiting'
export const isStopped = ({ state }: KeptFile): boolean => state === 'stopped'
/** What of the files still has to go over the line. */
export const bytesLeft = (files: readonly KeptFile[]): number =>
  files.filter(isWaiting).reduce((sum, { size, have }) => sum + size - have, 0)
