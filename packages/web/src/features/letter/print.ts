import { letterPaths } from '@openslrt/core/contract/letter-queries.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { addressOf } from '../../platform/api/address.ts'
import { ownHeaders } from '../../platform/api/ask.ts'
import { keepAsking } from '../../platform/api/keep-asking.ts'
import { type Problem, problemOf, silence } from '../../platform/api/problem.ts'
import { t } from '../../platform/i18n/use-text.ts'

/** A letter as it is named where it is printed. */
export interface PrintedLetter {
  readonly district: string
  readonly id: string
}

/** Fetches one letter as a PDF, or many as one. */
export function fetchPaper(letters: readonly PrintedLetter[]): Promise<Result<Blob, Problem>> {
  const [first] = letters
  if (letters.length === 1 && first)
    return fetchPdf(addressOf(letterPaths.pdf, { district: first.district, id: first.id }), { method: 'GET' })
  const body = JSON.stringify({ letters: letters.map(({ district, id }) => ({ district, id })) })
  return fetchPdf(letterPaths.print, { method: 'POST', body })
}

function fetchPdf(address: string, request: { method: string; body?: string }): Promise<Result<Blob, Problem>> {
  return keepAsking(async () => {
    try {
      const type: Record<string, string> = request.body === undefined ? {} : { 'content-type': 'application/json' }
      const answer = await fetch(address, {
        ...request,
        headers: { ...ownHeaders(), ...type },
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

/** Hands a PDF to the person as a file. */
export function savePdf(name: string, pdf: Blob): void {
  const address = URL.createObjectURL(pdf)
  const link = document.createElement('a')
  link.href = address
  link.download = name.replaceAll('/', '-')
  link.click()
  URL.revokeObjectURL(address)
}
