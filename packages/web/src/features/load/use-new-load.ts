import { type LoadFileReply, loadFileReply, loadPaths } from '@openslrt/core/contract/load.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { useState } from 'react'
import { addressOf } from '../../platform/api/address.ts'
import { ownHeaders } from '../../platform/api/ask.ts'
import { type Problem, problemOf, silence, unreadable } from '../../platform/api/problem.ts'
import { t } from '../../platform/i18n/use-text.ts'

/** A file on its way to the server, and what the server says of it. */
export function useSentFile() {
  const [file, setFile] = useState<LoadFileReply | null>(null)
  const [share, setShare] = useState<number | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const send = async (chosen: File | null): Promise<void> => {
    setFile(null)
    setProblem(null)
    if (!chosen) return
    setShare(0)
    const sent = await sendFile(chosen, setShare)
    setShare(null)
    if (sent.ok) setFile(sent.value)
    else setProblem(sent.error)
  }
  return { file, share, problem, send }
}

// Only this older way of asking tells how much of a file has gone.
function sendFile(file: File, onShare: (share: number) => void): Promise<Result<LoadFileReply, Problem>> {
  return new Promise((settle) => {
    const request = new XMLHttpRequest()
    const unheard = (): void => settle(no(silence(navigator.onLine, t)))
    request.upload.addEventListener('progress', ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0))
    request.addEventListener('load', () => settle(read(request.status, request.responseText)))
    request.addEventListener('error', unheard)
    request.addEventListener('abort', unheard)
    request.open('POST', addressOf(loadPaths.file, { name: file.name }))
    for (const [name, value] of Object.entries(ownHeaders())) request.setRequestHeader(name, value)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.send(file)
  })
}

function read(status: number, text: string): Result<LoadFileReply, Problem> {
  const said = parsed(text)
  if (status !== 200) return no(problemOf(status, said, t))
  const reply = loadFileReply.safeParse(said)
  return reply.success ? ok(reply.data) : no(unreadable(t))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
