import { randomUUID } from 'node:crypto'
import type { DistrictOffices } from './a-district-office.ts'
import { sleman } from './a-district-office.ts'
import type { Client } from './client.ts'

export const note = 'Dikerjakan bersama.'
/** A joint programme as it is begun. */
export const programme = {
  name: 'Rumah Layak Huni',
  purpose: 'Rumah keluarga miskin diperbaiki bersama.',
  agreement: 'PKS/9/2026',
  agreedOn: '2026-01-05',
  validUntil: '2099-12-31',
}
/** Somebody who is named with their village. */
export const person = { case: null, village: sleman.caturtunggal, name: 'Wagiyem', nik: null, phone: null, address: '' }

/** A programme with a hospital and a village in it. */
export interface Programme {
  readonly id: string
  readonly rsud: string
  readonly desa: string
}

/** What a lead does with programmes, through the doors. */
export function programmesOf(lead: Client, offices: Pick<DistrictOffices, 'rsud' | 'caturtunggal'>) {
  const invite = async (joint: string, office: string | null, own: object = {}, by = lead): Promise<string> => {
    const subject = randomUUID()
    const data = { joint, kind: 'agency', office, name: '', contact: '', fields: ['name'], ...own }
    await by.does('joint.add-partner', { subject, data })
    return subject
  }
  const addTask = async (joint: string, partner: string | null, dueOn = '2099-01-01'): Promise<string> => {
    const subject = randomUUID()
    await lead.does('joint.add-task', { subject, data: { joint, partner, what: 'Ukur rumah', dueOn } })
    return subject
  }
  const list = async (joint: string, own: object = {}, by = lead): Promise<string> => {
    const subject = randomUUID()
    await by.does('joint.list-target', { subject, data: { joint, ...person, need: 'Atap', ...own } })
    return subject
  }
  const begun = async (): Promise<Programme> => {
    const id = randomUUID()
    await lead.does('joint.start', { subject: id, data: programme })
    const desa = { kind: 'village' }
    return { id, rsud: await invite(id, offices.rsud), desa: await invite(id, offices.caturtunggal, desa) }
  }
  return { invite, addTask, list, begun }
}
