import { randomUUID } from 'node:crypto'
import { accountRoutes } from '@openslrt/core/contract/account.ts'
import { sleman } from '../a-district-office.ts'
import type { Client, Seat } from '../client.ts'
import { clientAt } from '../client.ts'
import type { Door } from '../door.ts'
import { walkIn } from '../second-step.ts'

const password = 'kopi-tubruk-tanpa-gula'

/** Makes the first administrator, a Puskesos and its people, all through the doors, and gives one client for each. */
export async function settleIn(door: Door, adminToken: string, many: number): Promise<readonly Client[]> {
  const admin = await enter(door, adminToken, 'admin.crash', null)
  const puskesos = randomUUID()
  const office = {
    name: 'Puskesos Caturtunggal',
    kind: 'puskesos',
    level: 'village',
    place: sleman.caturtunggal,
    parent: null,
    address: '',
    phone: '',
  }
  await admin.does('office.open', { subject: puskesos, data: office })
  const clients: Client[] = []
  for (let nth = 0; nth < many; nth++) clients.push(await hire(door, admin, puskesos, nth))
  return clients
}

async function hire(door: Door, admin: Client, office: string, nth: number): Promise<Client> {
  const staff = randomUUID()
  await admin.does('staff.add', {
    subject: staff,
    data: { name: `Petugas ${nth}`, post: randomUUID(), office, role: 'coordinator' },
  })
  const { path } = await admin.read(accountRoutes.invite, { body: { staff } })
  return enter(door, path.split('#t=')[1] ?? '', `petugas.${nth}`, office)
}

async function enter(door: Door, token: string, signInName: string, office: string | null): Promise<Client> {
  const answer = await clientAt(door, null).ask(accountRoutes.accept, {
    body: { token, name: 'Admin', signInName, password },
  })
  const { cookie, me } = await walkIn(door, answer)
  const seat: Seat = { staff: me.staff, office: office ?? me.posts[0]?.office ?? '', cookie }
  return clientAt(door, seat)
}
