import { randomUUID } from 'node:crypto'
import type { LoadFileReply } from '@openslrt/core/contract/load.ts'
import { loadFileReply, loadPaths, loadRoutes } from '@openslrt/core/contract/load.ts'
import { noHandOver } from '@openslrt/core/load/load.ts'
import { actorOf } from '../features/account/index.ts'
import type { LoadParts } from '../features/load/parts.ts'
import { workLoads } from '../features/load/work.ts'
import { openFiles } from '../open-files.ts'
import type { Client } from './client.ts'
import type { Answer } from './door.ts'
import type { TestHouse } from './house.ts'

/** What the worker works on loads with. */
export async function loadPartsOf(house: TestHouse): Promise<LoadParts> {
  const { config, ledger, reference, pools } = house.parts
  const { store } = await openFiles(config)
  const actorAt: LoadParts['actorAt'] = (staff, office) => actorOf(pools.api, reference, staff, office)
  const log = {
    error(said: object) {
      throw new Error('a load could not go on', { cause: Reflect.get(said, 'err') })
    },
  }
  return { ledger, reference, worker: pools.worker, store, actorAt, log }
}

/** Sends a file. */
export const sendExtract = (client: Client, file: string | Buffer, name = 'dtsen.csv'): Promise<Answer> =>
  client.raw({
    method: 'POST',
    path: `${loadPaths.file}?name=${encodeURIComponent(name)}`,
    headers: { 'content-type': 'application/octet-stream' },
    body: Buffer.from(file),
  })

/** A file that is taken. */
export async function sentExtract(client: Client, file: string | Buffer, name?: string): Promise<LoadFileReply> {
  const answer = await sendExtract(client, file, name)
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`)
  return loadFileReply.parse(answer.body)
}

/** Opens a load of a file with the mapping that was suggested. */
export async function openedLoad(client: Client, file: LoadFileReply, snapshot = '2026-07-10'): Promise<string> {
  const subject = randomUUID()
  const data = { file: file.id, source: 'DTSEN', snapshot, mapping: file.mapping, place: null, handOver: noHandOver }
  await client.does('load.open', { subject, data })
  return subject
}

export const loadAt = (client: Client, id: string) => client.read(loadRoutes.one, { query: { id } })

/** The whole way of an extract into the registry: sent, tried, started, taken. */
export async function loadedExtract(client: Client, parts: LoadParts, file: string | Buffer, snapshot?: string) {
  const id = await openedLoad(client, await sentExtract(client, file), snapshot)
  await workLoads(parts)
  const checked = await loadAt(client, id)
  await client.does('load.start', { subject: id })
  await workLoads(parts)
  return { id, checked, done: await loadAt(client, id) }
}
