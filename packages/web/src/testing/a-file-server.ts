import { createHash } from 'node:crypto'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { Problem } from '../platform/api/problem.ts'
import type { FileLine } from '../platform/file-queue/send-file.ts'

const problem = (code: string, details = {}): Problem => ({ code, message: `kata ${code}`, requestId: null, details })

/** A server that takes files in parts, as the real one does, and a line to it that fails as a test says. */
export function aFileServer(staff: string) {
  const whole = new Map<string, Uint8Array>()
  const halves = new Map<string, number[]>()
  const server = {
    whole,
    staff,
    /** How many requests go through before the line is dead; and whether the last of them lost its answer. */
    line: Number.POSITIVE_INFINITY,
    losesAnswer: false,
    head: 1,
    /** A refusal for every whole file, or nothing. */
    refuses: null as string | null,
    /** How many of the next parts come with a wrong first byte. */
    garbles: 0,
    asked: [] as string[],
    lineOf: (): FileLine => line,
  }
  const through = <T>(work: () => T): T | Problem => {
    server.line -= 1
    if (server.line < 0) return problem('offline')
    const said = work()
    return server.line === 0 && server.losesAnswer ? problem('offline') : said
  }
  const answer = <T>(said: T | Problem) =>
    typeof said === 'object' && said !== null && 'code' in said ? no(said) : ok(said)
  const state = (sha256: string, size: number, have: number) =>
    whole.has(sha256) ? { have: size, whole: true, head: server.head } : { have, whole: false, head: 0 }
  const line: FileLine = {
    who: async () => ok(server.staff),
    begin: async ({ id, sha256, size }) => {
      server.asked.push('begin')
      return answer(
        through(() => {
          if (!halves.has(id)) halves.set(id, [])
          return state(sha256, size, halves.get(id)?.length ?? 0)
        }),
      )
    },
    part: async ({ id, sha256, size }, at, bytes) => {
      server.asked.push(`part ${at}`)
      return answer(
        through(() => {
          const half = halves.get(id)
          if (!half) return problem('not-found')
          if (at === half.length) half.push(...bytes)
          if (server.garbles > 0 && half.length === size) {
            server.garbles -= 1
            half[0] = 1 + (half[0] ?? 0)
          }
          if (half.length < size) return state(sha256, size, half.length)
          const came = Uint8Array.from(half)
          halves.set(id, [])
          if (server.refuses) return problem(server.refuses)
          if (createHash('sha256').update(came).digest('hex') !== sha256) return problem('file-broken')
          whole.set(sha256, came)
          halves.delete(id)
          return state(sha256, size, size)
        }),
      )
    },
  }
  return server
}
export type FileServer = ReturnType<typeof aFileServer>
