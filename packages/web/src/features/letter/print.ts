import { letterPaths } from '@openslrt/core/contract/letter-queries.ts'
import { runPaths } from '@openslrt/core/contract/letter-runs.ts'
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

/** Fetches one letter as a PDF. */
export const fetchPaper = ({ district, id }: PrintedLetter): Promise<Result<Blob, Problem>> =>
  fetchPdf(addressOf(letterPaths.pdf, { district, id }))

/** Fetches one part of what many letters became. */
export const fetchPart = (id: string, part: number): Promise<Result<Blob, Problem>> =>
  fetchPdf(addressOf(runPaths.pdf, { id, part }))

function fetchPdf(address: string): Promise<Result<Blob, Problem>> {
  return keepAsking(async () => {
    try {
      const answer = await fetch(address, {
        method: 'GET',
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

/** Hands a PDF to the person as a file. */
export function savePdf(name: string, pdf: Blob): void {
  const address = URL.createObjectURL(pdf)
  const link = document.createElement('a')
  link.href = address
  link.download = name.replaceAll('/', '-')
  link.click()
  URL.revokeObjectURL(address)
}
