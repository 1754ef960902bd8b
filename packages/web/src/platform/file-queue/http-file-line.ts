import { accountRoutes } from '@openslrt/core/contract/account.ts'
import { partType, uploadPaths, uploadRoutes, uploadState } from '@openslrt/core/contract/upload.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { addressOf } from '../api/address.ts'
import { askOnce, ownHeaders } from '../api/ask.ts'
import { problemOf, silence, unreadable } from '../api/problem.ts'
import { t } from '../i18n/use-text.ts'
import type { FileLine } from './send-file.ts'

/** On a line that carries 64 KiB in less than this a part is worth its try. */
const patienceMs = 60_000

/** The line of a browser. A session that ended is told, not renewed over the screen. */
export const httpFileLine: FileLine = {
  who: async () => {
    const answer = await askOnce(accountRoutes.me)
    return answer.ok ? ok(answer.value.staff) : no(answer.error)
  },
  begin: (body) => askOnce(uploadRoutes.begin, { body: { ...body } }),
  async part({ district, id }, at, bytes) {
    try {
      const response = await fetch(addressOf(uploadPaths.part, { district, id, at }), {
        method: 'POST',
        credentials: 'same-origin',
        cache: 'no-store',
        signal: AbortSignal.timeout(patienceMs),
        headers: { ...ownHeaders(), 'content-type': partType },
        body: bytes,
      })
      const said: unknown = await response.json().catch(() => null)
      if (!response.ok) return no(problemOf(response.status, said, t))
      const reply = uploadState.safeParse(said)
      return reply.success ? ok(reply.data) : no(unreadable(t))
    } catch {
      return no(silence(navigator.onLine, t))
    }
  },
}
