import { randomUUID } from 'node:crypto'
import { wireOf } from '@openslrt/core/kernel/instant.ts'
import { codeAt, secretOfKey } from '../packages/server/src/platform/auth/totp.ts'

/** A front office that the load registers at: who is signed in, where, and for which village. */
export interface Desk {
  readonly cookie: string
  readonly office: string
  readonly district: string
  readonly place: string
}

/** Villages at whose Puskesos the load registers, each in a district of its own: a nation's work is spread like that. */
const villages = [
  '11.01.01.2001',
  '11.09.01.2007',
  '11.17.01.2001',
  '12.02.01.1001',
  '12.10.01.1001',
  '12.18.01.2001',
  '12.71.01.1001',
  '13.01.01.2001',
  '13.09.01.2007',
  '13.75.01.1001',
  '14.06.01.1001',
  '15.02.01.2001',
  '15.71.01.1001',
  '16.07.01.1016',
  '16.72.01.1001',
  '17.06.01.2005',
  '18.04.04.1001',
  '18.12.01.1001',
  '19.05.01.1001',
  '21.71.01.1002',
  '32.01.01.1001',
  '32.09.01.2008',
  '32.17.01.2001',
  '32.77.01.1001',
  '33.06.01.2001',
  '33.14.01.2001',
  '33.22.01.2001',
  '33.71.01.1003',
  '34.03.01.2001',
  '35.06.01.2001',
  '35.14.01.2001',
  '35.22.01.2001',
  '35.71.01.1001',
  '35.79.01.1001',
  '36.74.01.1001',
  '51.08.01.2001',
  '52.07.01.2001',
  '53.05.01.1001',
  '53.13.01.2001',
  '53.21.01.2001',
  '61.07.01.2001',
  '62.01.01.1011',
  '62.09.01.1012',
  '63.03.01.2001',
  '63.11.01.2001',
  '64.09.01.1001',
  '65.04.01.2001',
  '71.07.01.1004',
  '71.74.01.1005',
  '72.08.01.1017',
  '73.03.01.1001',
  '73.11.01.1001',
  '73.22.01.2001',
  '74.03.06.1004',
  '74.11.01.1002',
  '75.02.01.2004',
  '76.04.01.1001',
  '81.06.01.2008',
  '82.03.04.2001',
  '91.03.01.1001',
  '91.71.01.1001',
  '93.01.01.1002',
  '94.05.01.2001',
  '95.05.01.2001',
]
const password = `bench ${randomUUID()}`

/** Makes offices and officers through the doors that an administrator uses, and gives them signed in. */
export async function makeDesks(url: string, adminLink: string): Promise<readonly Desk[]> {
  const token = adminLink.split('#t=')[1] ?? ''
  const admin = await adminOf(url, token)
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

/** An administrator sets a second factor up on the way in. */
async function adminOf(url: string, token: string): Promise<string> {
  const at = await cookieOf(url, '/api/link/accept', { token, name: 'Bench', signInName: 'bench-admin', password })
  const { key } = await post(url, at, '/api/second-factor/begin', {})
  const code = codeAt(secretOfKey(key), Date.now())
  return cookieOf(url, '/api/second-factor/confirm', { code }, at)
}

async function cookieOf(url: string, path: string, body: object, before = ''): Promise<string> {
  const response = await fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: before },
    body: JSON.stringify(body),
  })
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0]
  if (!response.ok || !cookie) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return cookie
}

interface Answer {
  readonly posts: readonly [{ readonly office: string }]
  readonly path: string
  readonly key: string
}

async function post(url: string, cookie: string, path: string, body?: object): Promise<Answer> {
  const init = body
    ? { method: 'POST', body: JSON.stringify(body), headers: { cookie, 'content-type': 'application/json' } }
    : { headers: { cookie } }
  const response = await fetch(url + path, init)
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return (await response.json()) as Answer
}
