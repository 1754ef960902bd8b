import { randomUUID } from 'node:crypto'
import { officeId, postId } from '@openslrt/core/kernel/id.ts'
import type { OfficeMove } from '@openslrt/core/office/decide.ts'
import { decideOffice, noPostBeside } from '@openslrt/core/office/decide.ts'
import { nation, nationPlace } from '@openslrt/core/place/code.ts'
import type { Pool } from 'pg'
import { newToken } from '../../platform/auth/token.ts'
import type { Ledger } from '../../platform/ledger/execute.ts'
import { execute } from '../../platform/ledger/execute.ts'
import { sha256 } from '../../platform/ledger/seal.ts'
import type { Reference } from '../reference/index.ts'
import { hasAdministrator, saveInvitation, voidInvitations } from './queries.ts'

/** Makes the first administrator with a post at the national office, and gives their id. */
export type FirstAdmin = (name: string) => Promise<string>

const linkLifeMs = 24 * 60 * 60_000

/** The one-time link that makes the first administrator; null once there is one. Every start voids the one before. */
export async function firstAdminLink(pool: Pool): Promise<string | null> {
  if (await hasAdministrator(pool)) return null
  const token = newToken()
  const now = new Date()
  await voidInvitations(pool, 'first-admin', now)
  const link = { purpose: 'first-admin', staff: null, office: null, issuer: null } as const
  await saveInvitation(pool, token.digest, link, new Date(now.getTime() + linkLifeMs))
  return `/meja/tautan#t=${token.text}`
}

/** The set-up writes the nation's ledger like anybody else: the office and the person are commands with an actor. */
export function makeFirstAdmin(ledger: Ledger, reference: Reference): FirstAdmin {
  return async (name) => {
    const national = [...reference.offices().values()].find(({ kind }) => kind === 'national-office')
    const office = national?.id ?? officeId.parse(randomUUID())
    if (!national) {
      const data = {
        name: 'Sekretariat Nasional SLRT',
        kind: 'national-office',
        level: 'nation',
        place: nationPlace,
        parent: null,
        address: '',
        phone: '',
      } as const
      await write(ledger, reference, { kind: 'office.open', subject: office, data })
      await reference.refresh()
    }
    const staff = randomUUID()
    await write(ledger, reference, {
      kind: 'staff.add',
      subject: staff,
      data: { name, post: postId.parse(randomUUID()), office, role: 'admin' },
    })
    return staff
  }
}

async function write(ledger: Ledger, reference: Reference, move: OfficeMove): Promise<void> {
  const now = Date.now()
  const command = {
    id: randomUUID(),
    kind: move.kind,
    district: nation,
    subject: move.subject,
    actor: { kind: 'setup' },
    doneAt: now,
    receivedAt: now,
    bodyHash: sha256(move.kind, move.subject),
  } as const
  const { day } = reference.policyFor(nation, now, now)
  const reply = await execute(ledger, command, async () => {
    const look = {
      now,
      day,
      offices: reference.offices(),
      roles: reference.roles,
      knowsPlace: () => true,
      staff: null,
      post: null,
      posts: [],
      zone: 'Asia/Jakarta',
      ...noPostBeside,
    }
    const decided = decideOffice(move, command.actor, look)
    return decided.ok
      ? { ok: true, value: { decision: decided.value, place: nationPlace, before: [], relies: [] } }
      : decided
  })
  if (reply.status === 'refused') throw new Error(`the set-up was refused: ${reply.refusal.code}`)
}
