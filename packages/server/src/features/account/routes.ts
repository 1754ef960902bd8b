import { accountRoutes } from '@openslrt/core/contract/account.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import type { Me } from '@openslrt/core/contract/reference-queries.ts'
import { officeId } from '@openslrt/core/kernel/id.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { ledgerOf } from '@openslrt/core/place/code.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { hashPassword, isPassword } from '../../platform/auth/password.ts'
import { forgive, giveBack, takeGuess } from '../../platform/auth/queries.ts'
import { sourceOf } from '../../platform/http/address.ts'
import type { Person, Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import { acceptLink, giveLink, showLink } from './links.ts'
import type { AccountParts } from './parts.ts'
import { findCredential } from './queries.ts'

// Hashing a password that nobody has takes as long as checking one, so that timing does not tell who exists.
const nobody = hashPassword('nobody signs in with this')

/** The doors to an account. */
export function accountRoutesOf(parts: AccountParts): readonly Route[] {
  const { sessions } = parts
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
    route(accountRoutes.link, ({ body }) => showLink(parts, body.token)),
    route(accountRoutes.accept, async ({ body, response }) => {
      const staff = await acceptLink(parts, body)
      return staff.ok ? begin(parts, staff.value, response) : staff
    }),
    route(accountRoutes.invite, ({ body, actor }) => giveLink(parts, body.staff, actor())),
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
  const [own, source] = [`name:${name}`, `source:${sourceOf(request)}`]
  const until = await takeGuess(parts.pool, [own, source], now)
  if (until !== null) return no({ code: 'locked-out', retryAfter: Math.ceil((until - now) / 1000) })
  const credential = await findCredential(parts.pool, name)
  const right = await isPassword(password, credential?.password ?? (await nobody))
  if (!credential?.active || !right) return no({ code: 'sign-in-failed' })
  await forgive(parts.pool, [own])
  await giveBack(parts.pool, source)
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
