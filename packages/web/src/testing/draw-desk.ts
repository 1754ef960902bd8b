import type { Permission } from '@openslrt/core/access/permission.ts'
import { type Me, me } from '@openslrt/core/contract/reference-queries.ts'
import type { RouteRow } from '@openslrt/core/contract/route.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import { OutboxContext } from '../platform/outbox/use-outbox.ts'
import { actingOffice, enter } from '../platform/session/session-store.ts'
import { draw, made } from './draw.ts'
import type { Part } from './html.ts'

/** What the server has said before a part of the desk is drawn: which question, and its answer. */
export interface Answered {
  readonly row: { readonly method: string; readonly path: string }
  readonly input: unknown
  readonly reply: unknown
}

/** An answer as the contract would let it through: a test that makes up another one fails here. */
export const answered = <Query extends z.ZodType, Body extends z.ZodType, Reply extends z.ZodType>(
  row: RouteRow<Query, Body, Reply>,
  query: z.input<Query> | null,
  reply: z.input<Reply>,
): Answered => ({ row, input: query === null ? {} : { query }, reply: row.reply.parse(reply) })

/** Sari of the Puskesos of Caturtunggal, with the rights that a test gives her. */
export const sari = (permissions: readonly Permission[] = []): Me =>
  me.parse({
    staff: ids.staff(1),
    name: 'Sari',
    outboxKey: 'k',
    demo: false,
    posts: [
      {
        office: ids.office(1),
        officeName: 'Puskesos Caturtunggal',
        kind: 'puskesos',
        level: 'village',
        place: '34.04.07.2001',
        placeName: 'Caturtunggal',
        district: '34.04',
        zone: 'Asia/Jakarta',
        roles: ['fo'],
        roleNames: [{ id: 'Petugas depan (FO)', en: 'Front office (FO)' }],
        permissions,
      },
    ],
  })

/** Draws a part of the desk for somebody who is signed in, with the answers that it asks for. */
export function drawDesk(node: ReactNode, answers: readonly Answered[] = [], who: Me = sari(), at = '/'): Part {
  enter(who)
  const client = new QueryClient({ defaultOptions: { queries: { gcTime: Infinity } } })
  for (const { row, input, reply } of answers) client.setQueryData([row.method, row.path, input, actingOffice()], reply)
  return draw(made(QueryClientProvider, { client, children: made(OutboxContext, { value: shut, children: node }) }), at)
}

/** Drawing sends nothing. */
const shut = {
  entries: [],
  durable: false,
  retry: () => {},
  open: () => Promise.reject(new Error('nothing is sent while a page is drawn')),
}
