import type { RouteRow } from '@openslrt/core/contract/route.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { z } from 'zod'
import { currentLanguage, t } from '../i18n/use-text.ts'
import { actingOffice } from '../session/session-store.ts'
import { addressOf } from './address.ts'
import { keepAsking } from './keep-asking.ts'
import { type Problem, problemOf, silence, unreadable } from './problem.ts'

export interface Input<Query extends z.ZodType, Body extends z.ZodType> {
  readonly query?: z.input<Query>
  readonly body?: z.input<Body>
}

/** Longer than any answer of ours takes on a bad line; a request that hangs must not hold back what waits behind it. */
const patienceMs = 30_000

/**
 * Asks the server what a row of the contract promises. A session that ended in between is renewed over the screen, and
 * the question asked again: the caller only sees that it took longer.
 */
export function ask<Query extends z.ZodType, Body extends z.ZodType, Reply extends z.ZodType>(
  row: RouteRow<Query, Body, Reply>,
  input: Input<Query, Body> = {},
): Promise<Result<z.output<Reply>, Problem>> {
  return keepAsking(() => askOnce(row, input))
}

/** Asks without renewing a session: for getting in and out. */
export async function askOnce<Query extends z.ZodType, Body extends z.ZodType, Reply extends z.ZodType>(
  row: RouteRow<Query, Body, Reply>,
  input: Input<Query, Body> = {},
): Promise<Result<z.output<Reply>, Problem>> {
  try {
    const response = await fetch(addressOf(row.path, valuesOf(input.query)), requestOf(row.method, input.body))
    const said: unknown = await response.json().catch(() => null)
    if (!response.ok) return no(problemOf(response.status, said, t))
    const reply = row.reply.safeParse(said)
    return reply.success ? ok(reply.data) : no(unreadable(t))
  } catch {
    return no(silence(navigator.onLine, t))
  }
}

function requestOf(method: RouteRow['method'], body: unknown): RequestInit {
  const shared = {
    method,
    credentials: 'same-origin',
    cache: 'no-store',
    signal: AbortSignal.timeout(patienceMs),
  } as const
  if (method === 'GET') return { ...shared, headers: ownHeaders() }
  return {
    ...shared,
    headers: { ...ownHeaders(), 'content-type': 'application/json' },
    body: JSON.stringify(body ?? {}),
  }
}

/**
 * Names the office that the person acts from, for the server gives them that post's rights and no others; and the
 * language that its sentences are to be in.
 */
export function ownHeaders(): Record<string, string> {
  const office = actingOffice()
  return { 'accept-language': currentLanguage(), ...(office !== null && { 'x-office': office }) }
}

const valuesOf = (query: unknown): Record<string, unknown> =>
  typeof query === 'object' && query !== null ? { ...query } : {}
