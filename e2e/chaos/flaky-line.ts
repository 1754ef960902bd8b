import { accountRoutes } from '@openslrt/core/contract/account.ts'
import { batchReply } from '@openslrt/core/contract/envelope.ts'
import { replicaRoutes } from '@openslrt/core/contract/replica.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { Dice } from '../../packages/server/src/demo/seeded.ts'
import type { Client } from '../../packages/server/src/testing/client.ts'
import type { Answer } from '../../packages/server/src/testing/door.ts'
import type { Problem } from '../../packages/web/src/platform/api/problem.ts'
import type { Line } from '../../packages/web/src/platform/replica/sync-ports.ts'

/** How bad a line is: shares of requests that never leave, whose answer never comes, that arrive twice, or once more much later. */
export interface Weather {
  readonly cut: number
  readonly deaf: number
  readonly twice: number
  readonly late: number
}
export const fair: Weather = { cut: 0, deaf: 0, twice: 0, late: 0 }
export const foul: Weather = { cut: 0.12, deaf: 0.12, twice: 0.08, late: 0.08 }

/** The air between phones and the server: its weather, and what still hangs in it. */
export interface Air {
  weather: Weather
  readonly dice: Dice
  /** Requests that somebody gave up on, and that arrive after all when the air lets them go. */
  readonly hanging: (() => Promise<unknown>)[]
  /** Those who wait for a request to be under way. */
  readonly heard: Set<() => void>
}

/** Until so many requests have left phones. */
export const afterRequests = ({ heard }: Air, many: number): Promise<void> =>
  new Promise((go) => {
    let left = many
    const hear = (): void => {
      left -= 1
      if (left > 0) return
      heard.delete(hear)
      go()
    }
    heard.add(hear)
  })

/** Lets what hangs in the air arrive, in an order of its own. */
export async function letGo({ hanging, dice }: Air): Promise<void> {
  while (hanging.length > 0) {
    const [late] = hanging.splice(dice.between(0, hanging.length - 1), 1)
    // Nobody waits for its answer, and the server may be away.
    await late?.().catch(() => undefined)
  }
}

/** A phone's line through that air, to whoever is signed in on it now. */
export function flakyLine(client: () => Client, air: Air): Line {
  const over = async <Value>(
    send: () => Promise<Answer>,
    read: (body: unknown) => Value,
  ): Promise<Result<Value, Problem>> => {
    const { cut, deaf, twice, late } = air.weather
    if (air.dice.chance(cut)) return silent
    for (const hear of air.heard) hear()
    if (air.dice.chance(late)) air.hanging.push(send)
    try {
      if (air.dice.chance(twice)) await send()
      const answer = await send()
      if (air.dice.chance(deaf)) return silent
      return answer.status === 200 ? ok(read(answer.body)) : no(problemIn(answer))
    } catch {
      return silent
    }
  }
  return {
    who: () =>
      over(
        () => client().ask(accountRoutes.me),
        (body) => accountRoutes.me.reply.parse(body).staff,
      ),
    pull: (asked) =>
      over(
        () => client().ask(replicaRoutes.pull, { body: asked }),
        (body) => replicaRoutes.pull.reply.parse(body),
      ),
    marks: (table, after) =>
      over(
        () => client().ask(replicaRoutes.marks, { body: { table, after } }),
        (body) => replicaRoutes.marks.reply.parse(body),
      ),
    post: (commands) => {
      const body = JSON.stringify({ commands })
      const headers = { 'content-type': 'application/json' }
      return over(
        () => client().raw({ method: 'POST', path: '/api/commands', headers, body }),
        (said) => batchReply.parse(said).outcomes,
      )
    },
  }
}

const silent = no<Problem>({ code: 'offline', message: '', requestId: null, details: {} })

const problemIn = ({ body, status }: Answer): Problem => ({
  code: body.code ?? (status >= 500 ? 'unavailable' : 'unreadable'),
  message: body.message ?? '',
  requestId: body.requestId ?? null,
  details: body.details ?? {},
})
