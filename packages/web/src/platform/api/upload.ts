import { uploadReply } from '@openslrt/core/contract/case-queries.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { z } from 'zod'
import { t } from '../i18n/use-text.ts'
import { addressOf } from './address.ts'
import { ownHeaders } from './ask.ts'
import { keepAsking } from './keep-asking.ts'
import { type Problem, problemOf, silence, unreadable } from './problem.ts'

export type Uploaded = z.output<typeof uploadReply>

/** Sends a file; the digest that comes back is what a command then names. `onShare` hears how much has gone, 0 to 1. */
export function upload(
  district: string,
  file: File,
  onShare: (share: number) => void = () => {},
  path = '/api/files',
): Promise<Result<Uploaded, Problem>> {
  return keepAsking(() => sendFile(addressOf(path, { district }), file, onShare))
}

// Only this older way of asking tells how much of a file has gone.
function sendFile(address: string, file: File, onShare: (share: number) => void): Promise<Result<Uploaded, Problem>> {
  return new Promise((settle) => {
    const request = new XMLHttpRequest()
    const unheard = (): void => settle(no(silence(navigator.onLine, t)))
    request.upload.addEventListener('progress', ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0))
    request.addEventListener('load', () => settle(read(request.status, request.responseText)))
    request.addEventListener('error', unheard)
    request.addEventListener('abort', unheard)
    request.open('POST', address)
    for (const [name, value] of Object.entries(ownHeaders())) request.setRequestHeader(name, value)
    const form = new FormData()
    form.set('file', file)
    request.send(form)
  })
}

function read(status: number, text: string): Result<Uploaded, Problem> {
  const said = parsed(text)
  if (status < 200 || status > 299) return no(problemOf(status, said, t))
  const reply = uploadReply.safeParse(said)
  return reply.success ? ok(reply.data) : no(unreadable(t))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
