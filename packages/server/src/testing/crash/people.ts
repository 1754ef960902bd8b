import { randomUUID } from 'node:crypto'
import { accountRoutes } from '@openslrt/core/contract/account.ts'
import { secondFactorRoutes } from '@openslrt/core/contract/second-factor.ts'
import { codeAt } from '../../platform/auth/totp.ts'
import { sleman } from '../a-district-office.ts'
import type { Client } from '../client.ts'
import { clientAt } from '../client.ts'
import type { Door } from '../door.ts'
import type { Entered } from '../second-step.ts'
import { cookieIn, walkIn } from '../second-step.ts'

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
  for (let nth = 0; nth < many; nth++)
    clients.push(await hire(door, admin, { office, role: 'coordinator', post: randomUUID() }, `petugas.${nth}`))
  return clients
}

/** The manager of the district, at its secretariat. */
export async function hireManager(door: Door, admin: Client): Promise<Client> {
  const at = { name: 'Sekretariat SLRT Sleman', kind: 'secretariat', level: 'district', place: sleman.district }
  return hire(door, admin, { office: await openOffice(admin, at), role: 'manager', post: randomUUID() }, 'manajer')
}

/** Somebody with an app for codes, who comes in again after a restore has ended their session. */
export interface Returning {
  client: Client
  again(): Promise<void>
}

/** The first administrator, with what their app holds. */
export async function enterToStay(door: Door, token: string): Promise<Returning> {
  const name = 'admin.tetap'
  const { cookie, me, secret, codes } = await acceptLink(door, token, name)
  const papers = [...codes]
  const office = me.posts[0]?.office ?? ''
  const seated = (own: string): Client => clientAt(door, { staff: me.staff, office, cookie: own })
  const returning: Returning = {
    client: seated(cookie),
    async again() {
      const entering = await clientAt(door, null).ask(accountRoutes.signIn, { body: { name, password } })
      const half = clientAt(door, { staff: '', office: '', cookie: cookieIn(entering) })
      // A code of the app holds for half a minute and once: soon after the last one only those on paper do.
      const code = papers.pop() ?? codeAt(secret ?? new Uint8Array(), Date.now())
      const entered = await half.ask(secondFactorRoutes.enter, { body: { code } })
      if (entered.status !== 200) throw new Error(`the administrator was not let in: ${entered.text}`)
      returning.client = seated(cookieIn(entered) || cookieIn(entering))
    },
  }
  return returning
}

/** Somebody who goes to villages, with the post that these are named for. */
export interface Walker {
  readonly client: Client
  readonly post: string
  readonly signInName: string
}

/** Facilitators of a district, at its secretariat: which villages they go to is said of their posts. */
export async function hireWalkers(door: Door, admin: Client, many: number): Promise<readonly Walker[]> {
  const at = { name: 'Sekretariat SLRT Sleman', kind: 'secretariat', level: 'district', place: sleman.district }
  const office = await openOffice(admin, at)
  const walkers: Walker[] = []
  for (let nth = 0; nth < many; nth++) {
    const [signInName, post] = [`fasilitator.${nth}`, randomUUID()]
    walkers.push({
      client: await hire(door, admin, { office, role: 'facilitator', post }, signInName),
      post,
      signInName,
    })
  }
  return walkers
}

/** The same person through the door once more: a restore ends every session. */
export async function signInAgain(door: Door, { client, signInName }: Walker): Promise<Client> {
  const answer = await clientAt(door, null).ask(accountRoutes.signIn, { body: { name: signInName, password } })
  const { cookie, me } = await walkIn(door, answer)
  return clientAt(door, { staff: me.staff, office: client.office ?? '', cookie })
}

async function openOffice(admin: Client, office: object): Promise<string> {
  const subject = randomUUID()
  await admin.does('office.open', { subject, data: { ...office, parent: null, address: '', phone: '' } })
  return subject
}

interface Post {
  readonly office: string
  readonly role: string
  readonly post: string
}

async function hire(door: Door, admin: Client, post: Post, signInName: string): Promise<Client> {
  const staff = randomUUID()
  await admin.does('staff.add', { subject: staff, data: { name: `Petugas ${signInName}`, ...post } })
  const { path } = await admin.read(accountRoutes.invite, { body: { staff } })
  return enter(door, path.split('#t=')[1] ?? '', signInName, post.office)
}

async function enter(door: Door, token: string, signInName: string, office: string | null): Promise<Client> {
  const { cookie, me } = await acceptLink(door, token, signInName)
  return clientAt(door, { staff: me.staff, office: office ?? me.posts[0]?.office ?? '', cookie })
}

async function acceptLink(door: Door, token: string, signInName: string): Promise<Entered> {
  const body = { token, name: 'Admin', signInName, password }
  return walkIn(door, await clientAt(door, null).ask(accountRoutes.accept, { body }))
}
