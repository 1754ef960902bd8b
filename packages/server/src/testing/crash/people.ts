import { randomUUID } from 'node:crypto'
import { accountRoutes } from '@openslrt/core/contract/account.ts'
import { sleman } from '../a-district-office.ts'
import type { Client, Seat } from '../client.ts'
import { clientAt } from '../client.ts'
import type { Door } from '../door.ts'
import { walkIn } from '../second-step.ts'

const password = 'kopi-tubruk-tanpa-gula'

/** Makes the first administrator, a Puskesos and its people, all through the doors, and gives one client for each. */
export const settleIn = async (door: Door, adminToken: string, many: number): Promise<readonly Client[]> =>
  hireOfficers(door, await enterAsAdmin(door, adminToken), many)

/** The first administrator, through the one-time link. */
export const enterAsAdmin = (door: Door, token: string): Promise<Client> => enter(door, token, 'admin.crash', null)

/** A Puskesos with so many people. */
export async function hireOfficers(door: Door, admin: Client, many: number): Promise<readonly Client[]> {
  const office = await openOffice(admin, {
    name: 'Puskesos Caturtunggal',
    kind: 'puskesos',
    level: 'village',
    place: sleman.caturtunggal,
  })
  const clients: Client[] = []
  for (let nth = 0; nth < many; nth++) clients.push(await hire(door, admin, office, 'coordinator', `petugas.${nth}`))
  return clients
}

/** The manager of the district, at its secretariat. */
export async function hireManager(door: Door, admin: Client): Promise<Client> {
  const at = { name: 'Sekretariat SLRT Sleman', kind: 'secretariat', level: 'district', place: sleman.district }
  return hire(door, admin, await openOffice(admin, at), 'manager', 'manajer')
}

async function openOffice(admin: Client, office: object): Promise<string> {
  const subject = randomUUID()
  await admin.does('office.open', { subject, data: { ...office, parent: null, address: '', phone: '' } })
  return subject
}

async function hire(door: Door, admin: Client, office: string, role: string, signInName: string): Promise<Client> {
  const staff = randomUUID()
  await admin.does('staff.add', {
    subject: staff,
    data: { name: `Petugas ${signInName}`, post: randomUUID(), office, role },
  })
  const { path } = await admin.read(accountRoutes.invite, { body: { staff } })
  return enter(door, path.split('#t=')[1] ?? '', signInName, office)
}

async function enter(door: Door, token: string, signInName: string, office: string | null): Promise<Client> {
  const answer = await clientAt(door, null).ask(accountRoutes.accept, {
    body: { token, name: 'Admin', signInName, password },
  })
  const { cookie, me } = await walkIn(door, answer)
  const seat: Seat = { staff: me.staff, office: office ?? me.posts[0]?.office ?? '', cookie }
  return clientAt(door, seat)
}
