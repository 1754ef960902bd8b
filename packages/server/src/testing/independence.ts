import { randomUUID } from 'node:crypto'
import { independenceRoutes } from '@openslrt/core/contract/independence-queries.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { answersOfAll } from '@openslrt/core/testing/an-assessment.ts'
import { aDistrictOffice, openOffice } from './a-district-office.ts'
import type { Client } from './client.ts'
import type { Answer } from './door.ts'
import type { TestHouse } from './house.ts'

export const thisYear = Number(dayIn('Asia/Jakarta', Date.now()).slice(0, 4))
/** What came of a question or command: done, or the code of the refusal. */
export const cameTo = ({ status, body }: Answer): string => (status === 200 ? 'done' : String(body['code']))

/** Sleman and Bantul, their province and the nation, with whoever assesses, verifies and signs. */
export async function independenceHouse(house: TestHouse) {
  const offices = await aDistrictOffice(house)
  const open = (name: string, kind: string, level: string, place: string) =>
    openOffice(house, { name, kind, level, place })
  const bantul = await open('Sekretariat Bantul', 'secretariat', 'district', '34.02')
  const diy = await open('Dinas Sosial DIY', 'province-office', 'province', '34')
  const bali = await open('Dinas Sosial Bali', 'province-office', 'province', '51')
  const nation = await open('Sekretariat Nasional', 'national-office', 'nation', '00')
  const at = (office: string, role: string) => house.staffAt(office, role)
  return {
    offices: { ...offices, bantul, diy, bali, nation },
    manager: await at(offices.secretariat, 'manager'),
    head: await at(offices.secretariat, 'agency-head'),
    leader: await at(offices.secretariat, 'leader'),
    neighbour: await at(bantul, 'manager'),
    province: await at(diy, 'province'),
    other: await at(bali, 'province'),
    nation: await at(nation, 'national'),
  }
}

export interface Assessed {
  readonly subject: string
  readonly district: string
}

/** What one of these people does about an assessment, in the ledger of its district. */
export const act = (by: Client, kind: string, of: Assessed, data: object = {}, base: number | null = null) =>
  by.send(`independence.${kind}`, { ...of, base, data })

/** An assessment of Sleman for a year, filled with one level all over, as far along as is asked for. */
export async function assessed(
  people: Pick<Awaited<ReturnType<typeof independenceHouse>>, 'manager' | 'province' | 'head'>,
  year: number,
  upTo: 'drafted' | 'submitted' | 'verified' | 'signed',
  level = 2,
): Promise<Assessed> {
  const of = { subject: randomUUID(), district: '34.04' }
  const answers = answersOfAll(level, 'Tertulis di laporan dinas.')
  const way: readonly (readonly [who: Client, kind: string, data: object])[] = [
    [people.manager, 'draft', { year }],
    [people.manager, 'save', { answers }],
    [people.manager, 'submit', {}],
    [people.province, 'judge', { answers }],
    [people.province, 'verify', {}],
    [people.head, 'sign', {}],
  ]
  const steps = { drafted: 2, submitted: 3, verified: 5, signed: 6 }
  for (const [who, kind, data] of way.slice(0, steps[upTo])) await who.does(`independence.${kind}`, { ...of, data })
  return of
}

export const pageFor = (who: Client, { subject, district }: Assessed) =>
  who.read(independenceRoutes.one, { query: { district, id: subject } })
export const mayRead = async (who: Client, { subject, district }: Assessed): Promise<number> =>
  (await who.ask(independenceRoutes.one, { query: { district, id: subject } })).status
