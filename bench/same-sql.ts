import { randomBytes, randomUUID } from 'node:crypto'
import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { countsOf } from '@openslrt/core/case/counts.ts'
import { registerCase } from '@openslrt/core/case/register.ts'
import { registerData } from '@openslrt/core/contract/case.ts'
import { caseId, officeId, staffId } from '@openslrt/core/kernel/id.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { canonical } from '@openslrt/core/kernel/json.ts'
import { payloadOf } from '@openslrt/core/ledger/entry.ts'
import { changed } from '@openslrt/core/ledger/evolve.ts'
import { placeCode } from '@openslrt/core/place/code.ts'
import type { Pool } from 'pg'
import { openReference } from '../packages/server/src/features/reference/index.ts'
import type { Statement } from '../packages/server/src/platform/db/prepared.ts'
import { scopeOf, scopeSql } from '../packages/server/src/platform/db/scope.ts'
import { openKeys } from '../packages/server/src/platform/ledger/keys.ts'
import { sha256 } from '../packages/server/src/platform/ledger/seal.ts'
import { writeStatement } from '../packages/server/src/platform/ledger/statement.ts'
import { registration } from './orders.ts'
import type { Desk } from './world.ts'

/** The very words that the server sends for one registration: what opens the transaction, and the one statement. */
export interface SameSql {
  readonly open: string
  readonly statement: Statement
  /** Which of the statement's values are the command's id and the case's id: new in every transaction. */
  readonly commandAt: readonly number[]
  readonly subjectAt: readonly number[]
}

/** Makes the SQL of a registration at a desk with the server's own code, for the driver and for pgbench. */
export async function sameSqlFor(desk: Desk, pool: Pool, master: Buffer): Promise<SameSql> {
  const reference = await openReference(pool, () => undefined)
  const keys = await (await openKeys(master, pool)).forDistrict(desk.district)
  const now = Date.now()
  const actor = actorOf(desk)
  const [command, subject] = [randomUUID(), randomUUID()]
  const door = { short: sha256('short').toString('hex'), long: sha256('long').toString('hex') }
  const decided = registerCase(
    caseId.parse(subject),
    registerData.parse(registration(desk.place)),
    actor,
    door,
    reference.policyFor(desk.district, now, now),
  )
  reference.close()
  if (!decided.ok) throw new Error(`the registration was refused: ${decided.error.code}`)
  const { value: decision } = decided
  const plain = Buffer.from(canonical(payloadOf(decision)))
  const salt = randomBytes(16)
  const steps = decision.changes.map((change) => ({ table: change.table, before: null, after: changed(null, change) }))
  const head = {
    district: desk.district,
    commandId: command,
    kind: 'case.register',
    subject,
    place: desk.place,
    office: desk.office,
    actor: `staff:${actor.staff}`,
    doneAt: now,
    receivedAt: now,
    refSeq: 1,
  }
  const statement = writeStatement(
    {
      head,
      on: null,
      salt,
      payload: keys.seal(plain, 'bench'),
      digest: sha256(salt, plain),
      changes: decision.changes,
      groups: [],
      beside: new Map(),
      counts: countsOf('register', steps),
      day: dayIn('Asia/Jakarta', now),
      bodyHash: sha256('body'),
      reply: { status: 'accepted', version: 1 },
      jobs: [],
    },
    keys,
  )
  const at = (wanted: string): readonly number[] =>
    statement.values.flatMap((value, index) => (value === wanted ? [index] : []))
  return {
    open: `begin;${scopeSql(scopeOf(actor, desk.district))}`,
    statement,
    commandAt: at(command),
    subjectAt: at(subject),
  }
}

function actorOf(desk: Desk): StaffActor {
  const office = officeId.parse(desk.office)
  return {
    kind: 'staff',
    staff: staffId.parse(randomUUID()),
    office,
    place: placeCode.parse(desk.place),
    level: 'village',
    permissions: new Set(['case.read', 'case.register']),
    restricted: new Set(),
    sees: 'place',
  }
}
