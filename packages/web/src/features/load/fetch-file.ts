import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { addressOf } from '../../platform/api/address.ts'
import { ownHeaders } from '../../platform/api/ask.ts'
import { keepAsking } from '../../platform/api/keep-asking.ts'
import { type Problem, problemOf, silence } from '../../platform/api/problem.ts'
import { t } from '../../platform/i18n/use-text.ts'

/** A file that the server sends as it is, asked for by whoever is signed in. */
export function fetchFile(path: string, query: Readonly<Record<string, string>>): Promise<Result<Blob, Problem>> {
  return keepAsking(async () => {
    try {
      const answer = await fetch(addressOf(path, query), {
        headers: ownHeaders(),
        credentials: 'same-origin',
        cache: 'no-store',
      })
      if (answer.ok) return ok(await answer.blob())
      return no(problemOf(answer.status, await answer.json().catch(() => null), t))
    } catch {
      return no(silence(navigator.onLine, t))
    }
  })
}
