import type { Me } from '@openslrt/core/contract/reference-queries.ts'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { made } from './draw.ts'
import { drawDesk, sari } from './draw-desk.ts'
import type { Part } from './html.ts'

/** A question that the server answered with a refusal. */
export interface Refused {
  readonly row: { readonly method: string; readonly path: string }
  readonly query?: object
  readonly code?: string
}
export const refusal = { message: 'Server sedang sibuk.', requestId: 'req-7' } as const

/** Draws a part of the desk of which some questions were refused, and no other was answered yet. */
export function drawRefused(node: ReactNode, refused: readonly Refused[], who: Me = sari(), at = '/'): Part {
  const client = new QueryClient({ defaultOptions: { queries: { gcTime: Infinity, retryOnMount: false } } })
  for (const { row, query, code = 'internal' } of refused) {
    const input = query ? { query } : {}
    const queryKey = [row.method, row.path, input, who.posts[0]?.office ?? null]
    const problem = { code, details: {}, ...refusal }
    client
      .getQueryCache()
      .build(client, { queryKey })
      .setState({ status: 'error', error: Object.assign(new Error(code), { problem }), errorUpdatedAt: 1 })
  }
  return drawDesk(made(QueryClientProvider, { client, children: node }), [], who, at)
}
