import { randomUUID } from 'node:crypto'
import { sleman } from './a-district-office.ts'
import type { Client } from './client.ts'
import type { Answer } from './door.ts'

/** How values come to us, where a test says nothing else. */
export const origin = { way: 'visit', source: 'Kunjungan rumah', ref: null } as const

/** A number of the registry that nobody else has. */
export const nikAt = (nth: number): string => `340407450680${String(nth).padStart(4, '0')}`
export const kkAt = (nth: number): string => `340407010110${String(nth).padStart(4, '0')}`

/** Writes a family down as an officer does; gives its id. */
export async function addFamily(by: Client, values: object = {}, place: string = sleman.caturtunggal): Promise<string> {
  const subject = randomUUID()
  await by.does('registry.add-family', { subject, data: { place, values, desil: null, ...origin } })
  return subject
}

/** Writes a person down, in a family or by themselves; gives their id. */
export async function addPerson(
  by: Client,
  values: object,
  { family = null, place = sleman.caturtunggal }: { readonly family?: string | null; readonly place?: string } = {},
): Promise<string> {
  const subject = randomUUID()
  const data = { place, family, values: { nama: 'Siti Aminah', ...values }, ...origin }
  await by.does('registry.add-person', { subject, data })
  return subject
}

/** Says something of a person, or of a family. */
export const says = (
  by: Client,
  of: 'person' | 'family',
  subject: string,
  values: object,
  own: { readonly base?: number; readonly desil?: object | null } = {},
): Promise<Answer> => {
  const { base = null, desil = null } = own
  return by.send('registry.record', { subject, base, data: { of, values, desil, ...origin } })
}

/** What an answer came to: `done`, or the code of the refusal. */
export const cameTo = ({ status, body }: Answer): string => (status === 200 ? 'done' : String(body['code']))
