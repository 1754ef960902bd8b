import type { UploadState } from '@openslrt/core/contract/upload.ts'
import type { UploadType } from '@openslrt/core/contract/upload-limits.ts'
import { partBytes } from '@openslrt/core/contract/upload-limits.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { mayPass, type Problem } from '../api/problem.ts'
import type { KeptFile } from './kept-file.ts'

export interface Announced {
  readonly district: string
  readonly id: string
  readonly sha256: string
  readonly size: number
  readonly type: UploadType
}

/** The line to the server, as files use it. */
export interface FileLine {
  /** Whose session this is: two people on one phone share its cookies. */
  readonly who: () => Promise<Result<string, Problem>>
  readonly begin: (file: Announced) => Promise<Result<UploadState, Problem>>
  readonly part: (file: Announced, at: number, bytes: Uint8Array<ArrayBuffer>) => Promise<Result<UploadState, Problem>>
}

/** What came of sending a file. */
export type Sent =
  | { readonly kind: 'whole'; readonly head: number }
  | { readonly kind: 'later'; readonly why: Problem | null }
  | { readonly kind: 'broken' }
  | { readonly kind: 'unfit'; readonly why: Problem }

/**
 * SYNC-41 Asks how far the server has a file, and sends on from there. Whatever the server answers is true: a part that was
 * taken twice, or not at all, only moves the place from which to go on. `onHave` hears each step.
 */
export async function sendFile(
  line: FileLine,
  { district, id, sha256, size, type }: KeptFile,
  bytes: Uint8Array<ArrayBuffer>,
  onHave: (have: number) => Promise<void>,
): Promise<Sent> {
  const file = { district, id, sha256, size, type }
  let state = await line.begin(file)
  let stuck = 0
  while (state.ok && !state.value.whole && stuck < 2) {
    const { have } = state.value
    await onHave(have)
    state = await sendOn(line, file, have, bytes)
    stuck = state.ok && state.value.have <= have ? stuck + 1 : 0
  }
  if (!state.ok) return failed(state.error)
  return state.value.whole ? { kind: 'whole', head: state.value.head } : { kind: 'later', why: null }
}

async function sendOn(
  line: FileLine,
  file: Announced,
  have: number,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Result<UploadState, Problem>> {
  const said = await line.part(file, have, bytes.slice(have, have + partBytes))
  // Ended, or given up, while the part was on its way: how far it is is asked once more.
  return said.ok || said.error.code !== 'not-found' ? said : line.begin(file)
}

function failed(why: Problem): Sent {
  if (mayPass(why.code)) return { kind: 'later', why }
  return why.code === 'file-broken' ? { kind: 'broken' } : { kind: 'unfit', why }
}
