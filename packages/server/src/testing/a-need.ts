import { randomUUID } from 'node:crypto'
import { programmeId } from '@openslrt/core/kernel/id.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { programmeData } from '@openslrt/core/testing/a-programme.ts'
import { sleman } from './a-district-office.ts'
import type { Client } from './client.ts'
import type { TestHouse } from './house.ts'

/** A family of a village with its head, past every door: what belongs to the registry is proven there. */
export async function aFamilyIn(house: TestHouse, place: string = sleman.caturtunggal, name = 'Siti Aminah') {
  const [person, family] = [randomUUID(), randomUUID()]
  await house.owner(
    `insert into family (district, id, version, seq, place, address, said, desil_source, status, complete, added_at, changed_at)
      values ($1, $2, 1, 1, $3, '', '{}', '', 'known', 0, now(), now())`,
    [place.slice(0, 5), family, place],
  )
  await house.owner(
    `insert into person (district, id, version, seq, place, family, name, name_key, said, status, complete, added_at, changed_at)
      values ($1, $2, 1, 1, $3, $4, $5, $5, '{"status_hubungan_keluarga": "1"}', 'known', 0, now(), now())`,
    [place.slice(0, 5), person, place, family, name],
  )
  return { person, family }
}
export type Holding = { readonly person: string | null; readonly family: string | null; readonly case?: string | null }

/** A programme of the district on which an office decides. */
export async function aProgrammeOf(manager: Client, office: string, name = 'Program Sembako') {
  const programme = programmeId.parse(randomUUID())
  const { 'programme.open': usual } = programmeData
  const today = dayIn('Asia/Jakarta', Date.now())
  await manager.does('programme.open', { subject: programme, data: { ...usual, name, office, from: today } })
  return { programme }
}
export type Named = Awaited<ReturnType<typeof aProgrammeOf>>

/** What officers do about needs, through the doors. */
export function needsOf(client: Client) {
  const record = async (holder: Holding, kind = 'food-card', text = 'Belum pernah menerima.'): Promise<string> => {
    const subject = randomUUID()
    await client.does('need.record', { subject, data: { holder: { case: null, ...holder }, kind, text } })
    return subject
  }
  const apply = async (need: string, programme: Named, own: object = {}): Promise<string> => {
    const subject = randomUUID()
    const data = { need, ...programme, ticked: ['KTP'], note: '', send: true, ...own }
    await client.does('application.draft', { subject, data })
    return subject
  }
  const setQuota = async (programme: Named, places: number, own: object = {}): Promise<string> => {
    const subject = randomUUID()
    const year = { from: '2000-01-01', until: '2199-12-31' }
    await client.does('quota.set', { subject, data: { ...programme, place: sleman.district, ...year, places, ...own } })
    return subject
  }
  return { record, apply, setQuota }
}
