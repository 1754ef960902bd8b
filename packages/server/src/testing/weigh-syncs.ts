import { createHash, randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { carriedRoutes } from '@openslrt/core/contract/carried.ts'
import { replicaRoutes } from '@openslrt/core/contract/replica.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { marksOf } from '@openslrt/core/programme/carried-delta.ts'
import { shippedProgrammes } from '@openslrt/core/programme/shipped.ts'
import { programmeData } from '@openslrt/core/testing/a-programme.ts'
import { openShippedProgrammes } from '../features/programme/index.ts'
import { aPhone } from './a-phone.ts'
import type { Client } from './client.ts'
import { says } from './families.ts'
import type { TestHouse } from './house.ts'

/** What comes down the line to a phone, in bytes as they are sent: rows and programmes, first, unchanged, and with one change. */
export interface Weights {
  readonly rows: { readonly first: number; readonly none: number; readonly one: number }
  readonly programmes: { readonly first: number; readonly none: number; readonly one: number }
}

export async function weighSyncs(house: TestHouse, walker: Client, manager: Client): Promise<Weights> {
  await openShippedProgrammes(house.parts, shippedProgrammes)
  return { rows: await weighRows(walker), programmes: await weighProgrammes(walker, manager) }
}

async function weighRows(walker: Client): Promise<Weights['rows']> {
  const phone = aPhone(walker)
  const pull = async (): Promise<{ readonly weight: number; readonly done: boolean }> => {
    const { body } = await phone.ask()
    const page = replicaRoutes.pull.reply.parse(body)
    for (const row of page.rows.person) phone.held.person.set(row.id, row)
    phone.cursor = page.cursor
    return { weight: bytesOf(body), done: page.done }
  }
  let page = await pull()
  let first = page.weight
  while (!page.done) {
    page = await pull()
    first += page.weight
  }
  const none = (await pull()).weight
  const [person = ''] = phone.held.person.keys()
  await says(walker, 'person', person, { nama: 'Warga yang Berganti Nama' })
  return { first, none, one: (await pull()).weight }
}

async function weighProgrammes(walker: Client, manager: Client): Promise<Weights['programmes']> {
  const ask = (query: { readonly have?: string; readonly marks?: string }) =>
    walker.read(carriedRoutes.programmes, { query })
  const had = await ask({})
  const marks = (await marksOf(had.carried?.programmes ?? [], digest)).join(',')
  const none = bytesOf(await ask({ have: had.stamp, marks }))
  const data = { ...programmeData['programme.open'], from: dayIn('Asia/Jakarta', Date.now()), name: 'Beras Baru' }
  await manager.does('programme.open', { subject: randomUUID(), data })
  return { first: bytesOf(had), none, one: bytesOf(await ask({ have: had.stamp, marks })) }
}

const bytesOf = (body: unknown): number => gzipSync(JSON.stringify(body)).length
const digest = async (text: string): Promise<string> => createHash('sha256').update(text).digest('hex')
