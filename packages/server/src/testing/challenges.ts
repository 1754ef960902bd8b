import { randomUUID } from 'node:crypto'
import { challengeRoutes } from '@openslrt/core/contract/challenge-queries.ts'
import { noticeRoutes } from '@openslrt/core/contract/notice-queries.ts'
import { dayIn, dayMs } from '@openslrt/core/kernel/instant.ts'
import { challengeData } from '@openslrt/core/testing/a-challenge.ts'
import { challengeHandler, pressChallenges } from '../features/challenge/index.ts'
import { dispatchAll } from '../features/notice/dispatch.ts'
import { openOffice } from './a-district-office.ts'
import type { Client } from './client.ts'
import type { Answer } from './door.ts'
import type { TestHouse } from './house.ts'
import { noticePartsOf } from './notice-house.ts'

/** The offices of a nation with two provinces, and two districts in one of them. */
export async function aNation(house: TestHouse) {
  const office = (name: string, kind: string, level: string, place: string, parent: string | null) =>
    openOffice(house, { name, kind, level, place, parent })
  const nation = await office('Sekretariat Nasional', 'national-office', 'nation', '00', null)
  const province = await office('Dinas Sosial DIY', 'province-office', 'province', '34', nation)
  const other = await office('Dinas Sosial Jawa Tengah', 'province-office', 'province', '33', nation)
  const sleman = await office('Sekretariat SLRT Sleman', 'secretariat', 'district', '34.04', province)
  const bantul = await office('Sekretariat SLRT Bantul', 'secretariat', 'district', '34.02', province)
  const caturtunggal = await office('Puskesos Caturtunggal', 'puskesos', 'village', '34.04.07.2001', sleman)
  const maguwoharjo = await office('Puskesos Maguwoharjo', 'puskesos', 'village', '34.04.07.2002', sleman)
  return { nation, province, other, sleman, bantul, caturtunggal, maguwoharjo } as const
}

/** Somebody at each of them. */
export async function peopleOf(house: TestHouse, offices: Awaited<ReturnType<typeof aNation>>) {
  return {
    coordinator: await house.staffAt(offices.caturtunggal, 'coordinator'),
    neighbour: await house.staffAt(offices.maguwoharjo, 'coordinator'),
    manager: await house.staffAt(offices.sleman, 'manager'),
    bantul: await house.staffAt(offices.bantul, 'manager', '34.02'),
    province: await house.staffAt(offices.province, 'province', '34.04'),
    otherProvince: await house.staffAt(offices.other, 'province', '34.04'),
    nation: await house.staffAt(offices.nation, 'national', '34.04'),
  } as const
}

const today = dayIn('Asia/Jakarta', Date.now())
const reportData = { ...challengeData['challenge.report'], since: today }
/** Data of each step, with days that fit today. */
export const stepData = {
  ...challengeData,
  'challenge.report': reportData,
  'challenge.answer': { ...challengeData['challenge.answer'], on: today },
}

type Step = keyof typeof stepData

/** What tests do with challenges. */
export function challengesOf(house: TestHouse) {
  const { ledger, reference, pools } = house.parts
  const handle = challengeHandler({ ledger, reference })
  const act = (who: Client, step: string, subject: string, own: object = {}, base: number | null = null) =>
    who.send(`challenge.${step}`, { subject, base, data: { ...stepData[`challenge.${step}` as Step], ...own } })
  const did = async (who: Client, step: string, subject: string, own: object = {}): Promise<void> => {
    const answer = await act(who, step, subject, own)
    if (answer.status !== 200) throw new Error(`${step}: ${answer.status} ${answer.text}`)
  }
  return {
    handle,
    act,
    did,
    reported: async (who: Client, own: object = {}): Promise<string> => {
      const subject = randomUUID()
      await did(who, 'report', subject, own)
      return subject
    },
    card: (who: Client, id: string, district = '34.04') => who.read(challengeRoutes.one, { query: { district, id } }),
    list: (who: Client, query: Readonly<Record<string, string | number>> = {}) =>
      who.read(challengeRoutes.list, { query: { show: 'all', ...query } }),
    press: (days: number) => pressChallenges(pools.worker, handle, Date.now() + days * dayMs),
    /** What somebody was told of a challenge, as the bell shows it. */
    told: async (id: string, who: Client): Promise<readonly string[]> => {
      await dispatchAll(noticePartsOf(house), Date.now())
      const { items } = await who.read(noticeRoutes.list, { query: { show: 'all' } })
      return items.filter(({ about }) => about?.id === id).map(({ what }) => what)
    },
  }
}

/** How an answer came out: done, or the code of its refusal. */
export const cameTo = ({ status, body }: Answer): string => (status === 200 ? 'done' : String(body['code']))
