import type { Sent } from './way.ts'

/** What a gateway answered. */
export interface Answered {
  readonly status: number
  readonly body: unknown
}

/** Longer than any gateway takes that is well; what waits behind a slow one must not wait for ever. */
const patienceMs = 10_000

/** Asks a gateway. No answer within ten seconds, or none at all, means that the way is broken. */
export async function post(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string | Uint8Array<ArrayBuffer>,
  patience = patienceMs,
): Promise<Answered | Extract<Sent, { kind: 'broken' }>> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body,
      // Where a gateway sends us on to, the token must not go along.
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    })
    const text = await response.text()
    return { status: response.status, body: parsed(text) }
  } catch (error) {
    return { kind: 'broken', why: reasonOf(error) }
  }
}

export const isAnswer = (said: Answered | Sent): said is Answered => 'status' in said

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Why there was no answer, without the address, which may hold a token. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no answer'
  if (error.name === 'TimeoutError') return 'no answer in time'
  const cause: unknown = error.cause
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return code === '' ? 'no answer' : `no answer (${code})`
}
