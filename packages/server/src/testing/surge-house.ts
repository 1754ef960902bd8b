import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { surgeRoutes } from '@openslrt/core/contract/surge-queries.ts'
import type { SurgeId } from '@openslrt/core/kernel/id.ts'
import { surgeId } from '@openslrt/core/kernel/id.ts'
import { dayIn, dayMs } from '@openslrt/core/kernel/instant.ts'
import { surgeData } from '@openslrt/core/testing/a-surge.ts'
import { actorOf } from '../features/account/index.ts'
import { caseHandler } from '../features/case/index.ts'
import { surgeHandler } from '../features/surge/commands.ts'
import { workSurges } from '../features/surge/work.ts'
import { aDistrictOffice, sleman } from './a-district-office.ts'
import type { Client } from './client.ts'
import type { Answer } from './door.ts'
import { startTestHouse } from './house.ts'

/** Columns of a file as districts send it. */
export const heads = ['Nama', 'NIK', 'Tgl Lahir', 'Desa', 'Kecamatan', 'Alamat', 'No HP', 'Kronis', 'Darurat']
export const nikOf = (n: number): string => `34040701019${String(n).padStart(5, '0')}`
/** One row of it, with other words in some cells. */
export const line = (n: number, own: Readonly<Record<number, string>> = {}): readonly string[] =>
  [`Warga ${n}`, nikOf(n), '01/02/1980', 'Caturtunggal', 'Depok', `RT ${n}`, '081234567812', '', ''].map(
    (cell, at) => own[at] ?? cell,
  )
export const csv = (rows: readonly (readonly string[])[]): Buffer =>
  Buffer.from([heads, ...rows].map((cells) => cells.join(';')).join('\n'))

const now = Date.now()
/** A day so many days from today, in Sleman. */
export const day = (on: number): string => dayIn('Asia/Jakarta', now + on * dayMs)
export const codeOf = ({ status, body }: Answer) => [status, body.code]

/** A house in which affected lists are run: its offices and people, and what they do with lists. */
export async function startSurgeHouse() {
  const house = await startTestHouse({ logLevel: 'silent' })
  const offices = await aDistrictOffice(house)
  const manager = await house.staffAt(offices.secretariat, 'manager')
  const { ledger, pools, reference } = house.parts
  const parts = {
    ledger,
    reference,
    worker: pools.worker,
    surge: surgeHandler({ ledger, reference }),
    cases: caseHandler({ ledger, reference }),
    actorAt: (staff: string, office: string) => actorOf(pools.api, reference, staff, office),
    log: { error: (...said: readonly unknown[]) => assert.fail(String(said)) },
  }
  const { district } = sleman
  const started = async (own: object = {}, by: Client = manager): Promise<SurgeId> => {
    const id = surgeId.parse(randomUUID())
    const at = [offices.caturtunggal, offices.secretariat]
    const slots = { offices: at, days: [day(0), day(1)], perDay: 3, isPublic: false }
    await by.does('surge.start', { subject: id, data: { ...surgeData.start, ...slots, day: day(-3), ...own } })
    return id
  }
  const load = (id: string, file: Buffer, by: Client = manager) =>
    by.ask(surgeRoutes.load, { body: { district, id, file: file.toString('base64') } })
  const work = () => workSurges(parts, 60_000)
  /** Gives slots and opens cases, as whoever runs the list asks for it. */
  const opened = async (id: string): Promise<void> => {
    await manager.read(surgeRoutes.work, { body: { district, id } })
    await work()
  }
  /** A list with people on it, their slots and their cases. */
  const filled = async (file: readonly (readonly string[])[], own: object = {}): Promise<SurgeId> => {
    const id = await started(own)
    await load(id, csv(file))
    await work()
    await opened(id)
    return id
  }
  const page = (id: string, by: Client = manager) => by.read(surgeRoutes.one, { query: { district, id } })
  const rows = async (id: string, show: string, by: Client = manager) =>
    (await by.read(surgeRoutes.rows, { query: { district, id, show } })).items
  const fo = await house.staffAt(offices.caturtunggal, 'fo')
  const desk = await house.staffAt(offices.caturtunggal, 'coordinator')
  const neighbour = await house.staffAt(offices.maguwoharjo, 'coordinator')
  return {
    house,
    parts,
    offices,
    district,
    manager,
    fo,
    desk,
    neighbour,
    started,
    load,
    work,
    opened,
    filled,
    page,
    rows,
  }
}
