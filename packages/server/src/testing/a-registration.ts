import { randomUUID } from 'node:crypto'
import type { RegisterData } from '@openslrt/core/contract/case.ts'
import { registration } from '@openslrt/core/testing/a-case.ts'
import type { Client, Sent } from './client.ts'

/** A case that was registered through the door: what a test goes on with. */
export interface Made {
  readonly id: string
  readonly number: string
  readonly receipt: { readonly short: string; readonly long: string }
}

/** Registers a case through the door: core's example, changed where the test says so. */
export async function aCaseBy(client: Client, changes: Partial<RegisterData> = {}, sent: Sent = {}): Promise<Made> {
  const id = sent.subject ?? randomUUID()
  const said = await client.does('case.register', { ...sent, subject: id, data: registration(changes) })
  const { number, receipt } = said
  if (number === undefined || receipt === undefined) throw new Error('a registration without number or receipt')
  return { id, number, receipt }
}
