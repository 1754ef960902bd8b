import { accountRoutes } from '@openslrt/core/contract/account.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import type { Me } from '@openslrt/core/contract/reference-queries.ts'
import { officeId } from '@openslrt/core/kernel/id.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { covers, ledgerOf } from '@openslrt/core/place/code.ts'
import { fewestCharacters, isStrongPassword } from '@openslrt/core/staff/password.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Pool } from 'pg'
import { hashPassword, isPassword } from '../../platform/auth/password.ts'
import { countFailure, forgive, lockedUntil } from '../../platform/auth/queries.ts'
import { digestOf, newToken } from '../../platform/auth/token.ts'
import type { Person, Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import type { Keys } from '../../platform/ledger/keys.ts'
import type { Reference } from '../reference/index.ts'
import type { FirstAdmin } from './first-admin.ts'
import {
  endSessionsOf,
  findCredential,
  findInvitation,
  findSignInName,
  findStaffPlaces,
  isNameTaken,
  saveCredential,
  saveInvitation,
  spendInvitation,
} from './queries.ts'
import type { Sessions } from './sessions.ts'

export interface AccountParts {
  readonly pool: Pool
  readonly keys: Keys
  readonly reference: Reference
  readonly sessions: Sessions
  readonly firstAdmin: FirstAdmin
  readonly isDemo: () => boolean
}

const inviteLifeMs = 3 * 24 * 60 * 60_000
// Hashing a password that nobody has takes as long as checking one, so that timing does not tell who exists.
const nobody = hashPassword('nobody signs in with this')

/** The doors to an account. */
export function accountRoutesOf(parts: AccountParts): readonly Route[] {
  const { pool, sessions } = parts
  return [
    route(accountRoutes.door, async () => ok({ demo: parts.isDemo() })),
    route(accountRoutes.signIn, ({ body, request, response }) =>
      signIn(parts, body.name, body.password, request, response),
    ),
    route(accountRoutes.signOut, async ({ request, response }) => {
      await sessions.end(request, response)
      return ok({})
    }),
    route(accountRoutes.me, async ({ person }) => ok(meOf(parts, person()))),
    route(accountRoutes.link, async ({ body }) => {
      const found = await findInvitation(pool, digestOf(body.token), new Date())
      if (!found) return no({ code: 'link-used' })
      return ok({
        purpose: found.purpose,
        name: found.name,
        signInName: found.staff ? await findSignInName(pool, found.staff) : null,
      })
    }),
    route(accountRoutes.accept, ({ body, response }) => accept(parts, body, response)),
    route(accountRoutes.invite, ({ body, actor }) => invite(parts, body.staff, actor().office)),
  ]
}

async function signIn(
  parts: AccountParts,
  name: string,
  password: string,
  request: FastifyRequest,
  response: FastifyReply,
): Promise<Result<Me, Refusal>> {
  const now = Date.now()
  const guarded = [`name:${name}`, `source:${request.ip}`]
  const until = await lockedUntil(parts.pool, guarded, now)
  if (until !== null) return no({ code: 'locked-out', retryAfter: Math.ceil((until - now) / 1000) })
  const credential = await findCredential(parts.pool, name)
  const right = await isPassword(password, credential?.password ?? (await nobody))
  if (!credential?.active || !right) {
    await countFailure(parts.pool, guarded, now)
    return no({ code: 'sign-in-failed' })
  }
  await forgive(parts.pool, [`name:${name}`])
  return begin(parts, credential.staff, response)
}

async function begin(parts: AccountParts, staff: string, response: FastifyReply): Promise<Result<Me, Refusal>> {
  const person = await parts.sessions.begin(response, staff)
  return person ? ok(meOf(parts, person)) : no({ code: 'sign-in-failed' })
}

/** Who somebody is to their own screen: the offices they may act from, with what they may do at each. */
function meOf({ reference, keys, sessions, isDemo }: AccountParts, person: Person): Me {
  const offices = [...new Set(person.posts.map(({ office }) => office))]
  const posts = offices.flatMap((id) => {
    const office = reference.offices().get(officeId.parse(id))
    const actor = sessions.actorAt(person, id)
    if (!office || !actor) return []
    const district = ledgerOf(office.place)
    const roles = person.posts.filter((post) => post.office === id).map(({ role }) => role)
    return [
      {
        office: office.id,
        officeName: office.name,
        kind: office.kind,
        level: office.level,
        place: office.place,
        placeName: reference.placeName(office.place),
        district,
        zone: reference.zoneOf(district),
        roles,
        permissions: [...actor.permissions],
      },
    ]
  })
  return {
    staff: person.staff,
    name: person.name,
    outboxKey: keys.derive('outbox', person.staff).toString('base64url'),
    demo: isDemo(),
    posts,
  }
}

interface Acceptance {
  readonly token: string
  readonly name: string
  readonly signInName: string
  readonly password: string
}

/** ACCOUNT-1 Uses a one-time link: it makes the first administrator, or sets the sign-in of somebody who was added. */
async function accept(parts: AccountParts, asked: Acceptance, response: FastifyReply): Promise<Result<Me, Refusal>> {
  const { pool } = parts
  const now = new Date()
  const digest = digestOf(asked.token)
  const found = await findInvitation(pool, digest, now)
  if (!found) return no({ code: 'link-used' })
  if (!isStrongPassword(asked.password, asked.signInName)) return no({ code: 'password-weak', least: fewestCharacters })
  if (await isNameTaken(pool, asked.signInName, found.staff)) return no({ code: 'name-taken' })
  if (found.purpose === 'first-admin' && asked.name.length < 2) return no({ code: 'invalid', fields: ['name'] })
  const password = await hashPassword(asked.password)
  if (!(await spendInvitation(pool, digest, now))) return no({ code: 'link-used' })
  const staff = found.staff ?? (await parts.firstAdmin(asked.name))
  await saveCredential(pool, staff, asked.signInName, password, now)
  await endSessionsOf(pool, staff)
  parts.sessions.forget()
  return begin(parts, staff, response)
}

/** ACCOUNT-2 A one-time link for somebody under the acting office: to set a first password, or a new one. */
async function invite(
  parts: AccountParts,
  staff: string,
  office: string,
): Promise<Result<{ path: string; expiresAt: number }, Refusal>> {
  const own = parts.reference.offices().get(officeId.parse(office))
  const places = await findStaffPlaces(parts.pool, staff)
  if (places.length === 0) return no({ code: 'unknown-staff' })
  if (!own || !places.every((place) => covers(own.place, place))) return no({ code: 'wrong-place' })
  const token = newToken()
  const until = new Date(Date.now() + inviteLifeMs)
  const known = await findSignInName(parts.pool, staff)
  await saveInvitation(parts.pool, token.digest, known ? 'reset' : 'invite', staff, until)
  return ok({ path: `/meja/tautan#t=${token.text}`, expiresAt: until.getTime() })
}
