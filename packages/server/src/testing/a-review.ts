import { randomUUID } from 'node:crypto'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { caseData } from '@openslrt/core/testing/moves.ts'
import type { Client } from './client.ts'

const basis = 'SK Kepala Dinas Sosial 2026'
const names = { id: 'Hari pemeriksaan laporan fasilitator', en: 'Days to check what facilitators report' }
const today = (): string => dayIn('Asia/Jakarta', Date.now())

/** A district switches the step on, or off with no days, from today. */
export async function switchReview(admin: Client, days: number, from = today()): Promise<void> {
  const data = { list: 'window', code: 'reviewDays', names, from, data: { days, basis } }
  await admin.does('list.change', { subject: randomUUID(), data })
}

/** A move of a review through its door: its status and its code. */
export async function reviewMove(client: Client, id: string, action: keyof typeof caseData, own: object = {}) {
  const { status, body } = await client.send(`case.${action}`, { subject: id, data: { ...caseData[action], ...own } })
  return [status, body.code] as const
}
export const done = [200, undefined] as const

/** Which cases stand in a tab of somebody's queue. */
export const tabOf = async (client: Client, queue: 'office' | 'due' | 'review' | 'mend'): Promise<readonly string[]> =>
  (await client.read(caseRoutes.queue, { query: { queue } })).items.map(({ id }) => id)

export const cardOf = (client: Client, id: string) => client.read(caseRoutes.card, { query: { district: '34.04', id } })
