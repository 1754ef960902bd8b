import { randomUUID } from 'node:crypto'
import { wireOf } from '@openslrt/core/kernel/instant.ts'

/** A front office that the load registers at: who is signed in, where, and for which village. */
export interface Desk {
  readonly cookie: string
  readonly office: string
  readonly district: string
  readonly place: string
}

/** Villages at whose Puskesos the load registers, each in a district of its own: a nation's work is spread like that. */
const villages = [
  '34.04.07.2001',
  '33.10.01.2001',
  '32.05.01.1001',
  '35.05.01.2001',
  '63.03.01.2001',
  '73.01.01.1001',
  '52.01.01.1001',
  '11.07.03.2001',
  '12.01.01.1001',
  '13.01.01.2001',
  '14.01.01.1011',
  '15.01.01.1004',
  '16.01.07.2001',
  '17.01.01.2001',
  '18.01.04.2001',
  '19.01.01.1001',
  '33.01.01.2001',
  '33.25.01.2001',
  '35.01.01.2001',
  '35.20.01.1005',
  '36.01.01.2001',
  '51.01.01.1006',
  '53.01.04.2003',
  '61.01.01.2001',
  '62.01.01.1011',
  '64.01.01.2009',
  '71.01.05.2001',
  '72.01.01.1006',
  '74.01.01.1001',
  '81.01.01.1009',
  '91.03.01.1001',
  '94.01.01.1001',
]
const password = `bench ${randomUUID()}`

/** Makes offices and officers through the doors that an administrator uses, and gives them signed in. */
export async function makeDesks(url: string, adminLink: string): Promise<readonly Desk[]> {
  const token = adminLink.split('#t=')[1] ?? ''
  const admin = await cookieOf(url, '/api/link/accept', { token, name: 'Bench', signInName: 'bench-admin', password })
  const me = await post(url, admin, '/api/me')
  const national = me.posts[0].office
  const desks: Desk[] = []
  for (const place of villages) desks.push(await makeDesk(url, admin, national, place.slice(0, 5), place))
  return desks
}

async function makeDesk(url: string, admin: string, national: string, district: string, place: string): Promise<Desk> {
  const office = randomUUID()
  const staff = randomUUID()
  const order = { v: 1, district, office: national, doneAt: wireOf(Date.now()), base: null }
  await post(url, admin, '/api/offices', {
    ...order,
    id: randomUUID(),
    subject: office,
    data: {
      name: `Puskesos ${place}`,
      kind: 'puskesos',
      level: 'village',
      place,
      parent: null,
      address: '',
      phone: '',
    },
  })
  // One person who may do every step of a lifecycle: the figure is about the machine, not about who does what.
  await post(url, admin, '/api/staff', {
    ...order,
    id: randomUUID(),
    subject: staff,
    data: { name: 'Petugas', post: randomUUID(), office, role: 'coordinator' },
  })
  const link = await post(url, admin, '/api/staff/invite', { staff })
  const cookie = await cookieOf(url, '/api/link/accept', {
    token: link.path.split('#t=')[1],
    name: 'Petugas',
    signInName: `bench-${district}`,
    password,
  })
  return { cookie, office, district, place }
}

async function cookieOf(url: string, path: string, body: object): Promise<string> {
  const response = await fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0]
  if (!response.ok || !cookie) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return cookie
}

interface Answer {
  readonly posts: readonly [{ readonly office: string }]
  readonly path: string
}

async function post(url: string, cookie: string, path: string, body?: object): Promise<Answer> {
  const init = body
    ? { method: 'POST', body: JSON.stringify(body), headers: { cookie, 'content-type': 'application/json' } }
    : { headers: { cookie } }
  const response = await fetch(url + path, init)
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return (await response.json()) as Answer
}
