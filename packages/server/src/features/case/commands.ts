import type { Actor } from '@openslrt/core/access/actor.ts'
import type { BlankRow } from '@openslrt/core/blank/blank.ts'
import { blankSeed } from '@openslrt/core/blank/blank.ts'
import type { CaseRow } from '@openslrt/core/case/case.ts'
import { decideCase, isStale } from '@openslrt/core/case/decide.ts'
import type { Surroundings } from '@openslrt/core/case/effects.ts'
import { nothingAround } from '@openslrt/core/case/effects.ts'
import type { Arrival, Door } from '@openslrt/core/case/register.ts'
import { openerOf, registerCase } from '@openslrt/core/case/register.ts'
import type { CaseMove, RegisterData } from '@openslrt/core/contract/case.ts'
import type { OfficeId } from '@openslrt/core/kernel/id.ts'
import { caseId, staffId } from '@openslrt/core/kernel/id.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { officesAbove } from '@openslrt/core/office/office.ts'
import { ledgerOf } from '@openslrt/core/place/code.ts'
import type { PoolClient } from 'pg'
import { readableSecret } from '../../platform/auth/token.ts'
import { inScope } from '../../platform/db/scope.ts'
import type { Handled, Handler, Order, Receipt } from '../../platform/http/order.ts'
import { actOf, commandOf } from '../../platform/http/order.ts'
import type { Ledger } from '../../platform/ledger/execute.ts'
import { execute } from '../../platform/ledger/execute.ts'
import { forgetEntries } from '../../platform/ledger/forget.ts'
import type { Keys } from '../../platform/ledger/keys.ts'
import { relied } from '../../platform/ledger/relied.ts'
import { selectOnDuty } from '../duty/index.ts'
import type { Reference } from '../reference/index.ts'
import { handlingRoles } from '../reference/index.ts'
import { findCase, hangingsOf } from './load.ts'
import { selectStaffAt } from './queries.ts'
import { eraseEntries } from './queries-erase.ts'
import { holdBlob } from './queries-files.ts'
import { selectPresent, selectStaffed } from './queries-pressed.ts'

/** What commands about cases work with. */
export interface CaseParts {
  readonly ledger: Ledger
  readonly reference: Reference
  /** The waiting list of messages that cases are made of. Without it, none is. */
  readonly messages?: MessageBook
  /** The paper forms that cases are typed from. Without it, none is. */
  readonly blanks?: BlankBook
}

/** BLANK-3 Finds a paper form by the number on it, in the ledger that the transaction is in. */
export interface BlankBook {
  find(client: PoolClient, district: string, number: string): Promise<BlankRow | null>
}

/** A case that is just being registered: the command that makes it, and who gives it. */
export interface Registering {
  readonly district: string
  readonly id: string
  readonly command: string
  readonly actor: Actor
  readonly at: number
}

/** INBOUND-6 Messages as the registration and the erasure of a case see them: in the same transaction. */
export interface MessageBook {
  /** Links messages to a case; false where one of them is with somebody else, or done with. */
  take(client: PoolClient, messages: NonNullable<RegisterData['messages']>, registering: Registering): Promise<boolean>
  /** Forgets the messages that a case was made of. */
  forget(client: PoolClient, district: string, caseId: string): Promise<unknown>
}

/** Answers every command whose kind begins with `case.`: the law is a table, so the moves need no file each. */
export function caseHandler(parts: CaseParts): Handler {
  return (order, actor, receivedAt) =>
    order.row.kind === 'case.register'
      ? register(parts, order, actor, receivedAt)
      : move(parts, order, actor, receivedAt)
}

/** Registers a case. The secrets of its receipt are made from the command's id: a repeat hands out the same ones. */
async function register(parts: CaseParts, order: Order, actor: Actor, receivedAt: number): Promise<Handled> {
  const { envelope } = order
  const data = order.data as RegisterData
  const { receipt, digests } = doorOf(parts.ledger.keys, envelope.district, await seedOf(parts, order))
  // Asked before the transaction: inside it, it would wait for a second connection, and all who do so wait for each other.
  const isVillage = await parts.reference.knowsVillage(data.place)
  const reply = await execute(parts.ledger, commandOf(order, actor, receivedAt), async (client) => {
    if (ledgerOf(data.place) !== envelope.district) return no({ code: 'wrong-district' })
    if (!isVillage) return no({ code: 'unknown-place' })
    const policy = parts.reference.policyFor(envelope.district, receivedAt, Date.parse(envelope.doneAt))
    const form = data.form === undefined ? {} : { form: await findBlank(parts, client, envelope.district, data.form) }
    const door = { ...digests, ...(await arrivalOf(client, parts, data, actor)), ...form }
    const decided = registerCase(caseId.parse(envelope.subject), data, actor, door, policy)
    if (!decided.ok) return decided
    const { district, subject: id, id: command } = envelope
    const taken = await takeMessages(parts, client, data, { district, id, command, actor, at: receivedAt })
    return taken
      ? ok({ decision: decided.value, place: data.place, before: [], relies: [] })
      : no({ code: 'message-taken' })
  })
  return reply.status === 'accepted' ? { ...reply, receipt } : reply
}

const findBlank = (
  { blanks }: CaseParts,
  client: PoolClient,
  district: string,
  number: string,
): Promise<BlankRow | null> => blanks?.find(client, district, number) ?? Promise.resolve(null)

/** What a receipt is made of: the command, or the paper form whose slip is in the citizen's hand already. A repeat gets the same. */
async function seedOf(parts: CaseParts, { envelope: { district, id }, data }: Order): Promise<string> {
  const { form } = data as RegisterData
  if (form === undefined) return id
  const found = await inScope(parts.ledger.pool, { ledger: district }, (client) =>
    findBlank(parts, client, district, form),
  )
  return found ? blankSeed(found) : id
}

async function takeMessages(
  { messages }: CaseParts,
  client: PoolClient,
  data: RegisterData,
  registering: Registering,
): Promise<boolean> {
  if (!data.messages) return true
  return messages ? messages.take(client, data.messages, registering) : false
}

async function move(parts: CaseParts, order: Order, actor: Actor, receivedAt: number): Promise<Handled> {
  const { envelope } = order
  const asked = actOf<CaseMove>(order)
  const own = asked.action === 'renew-secret' ? doorOf(parts.ledger.keys, envelope.district, envelope.id) : null
  const reply = await execute(parts.ledger, commandOf(order, actor, receivedAt), async (client) => {
    const kase = await findCase(client, actor, envelope.district, envelope.subject, null)
    if (!kase) return no({ code: 'not-found' })
    if (isStale(kase, asked.action, envelope.base)) return no({ code: 'stale' })
    const around = await surroundings(client, parts, kase, asked, { actor, door: own?.digests ?? null })
    const policy = parts.reference.policyFor(envelope.district, receivedAt, Date.parse(envelope.doneAt))
    const decided = decideCase(kase, asked, actor, policy, around)
    if (!decided.ok) return decided
    if (decided.value.erases) {
      await eraseEntries(client, kase.district, kase.id)
      const { surges = [], help } = around.hangings
      const affected = help.flatMap(({ table, id }) => (table === 'affected' ? [id] : []))
      const seqs = decided.value.erases.map(({ seq }) => seq)
      await forgetEntries(
        client,
        kase,
        { command: envelope.id, seqs, subjects: [], loads: [], surges, affected },
        await parts.ledger.keys.forDistrict(kase.district),
      )
      await parts.messages?.forget(client, kase.district, kase.id)
    }
    const gone = handsOn.has(asked.action) ? { leaves: kase.id } : {}
    const { referrals, attachments, letters, visits, photos } = around.hangings
    return ok({
      decision: decided.value,
      place: kase.place,
      before: [kase, ...referrals, ...attachments, ...letters, ...visits, ...photos],
      relies: relied('case', around.target),
      ...gone,
    })
  })
  // NOTICE-18 Made of the command's id, like those of a registration: a repeat hands out the same ones.
  return own && reply.status === 'accepted' ? { ...reply, receipt: own.receipt } : reply
}

/** Moves after which the actor may no longer see the case: it lies with another office, or became restricted. */
const handsOn: ReadonlySet<string> = new Set(['escalate', 'hand-down', 'appeal', 'restrict'])

/** Whether somebody works where a case that is brought would lie; a desk that registers is staffed by whoever does it. */
async function arrivalOf(
  client: PoolClient,
  { reference }: CaseParts,
  { place, red, restricted }: RegisterData,
  actor: Actor,
): Promise<Arrival> {
  const atDesk = actor.kind === 'staff' && !openerOf(actor, reference.offices())
  const serving = atDesk ? [actor.office] : [...reference.serving(place)].map(({ id }) => id)
  const duty = red ? { duty: await dutyAt(client, reference, serving, { place, restricted }) } : {}
  if (atDesk) return duty
  return { ...duty, staffed: await selectStaffed(client, serving, handlingRoles(reference, place)) }
}

/** CASE-41 Who is on duty at each of these offices now and may work on such a case. */
async function dutyAt(
  client: PoolClient,
  reference: Reference,
  offices: readonly OfficeId[],
  { place, restricted }: Pick<CaseRow, 'place' | 'restricted'>,
): Promise<Surroundings['duty']> {
  const onDuty = await selectOnDuty(client, offices, handlingRoles(reference, place, restricted))
  return new Map(onDuty.map(({ office, staff }) => [office, staff]))
}

/** Where a case goes up to: who works there, and who takes it where it is urgent. */
async function aboveOf(client: PoolClient, reference: Reference, kase: CaseRow): Promise<Surroundings> {
  const above = [...officesAbove(kase.office, reference.offices())].map(({ id }) => id)
  const staffed = await selectStaffed(client, above, handlingRoles(reference, kase.place))
  if (kase.priority !== 'red') return { ...nothingAround, staffed }
  return { ...nothingAround, staffed, duty: await dutyAt(client, reference, above, kase) }
}

/** Who takes a case that becomes urgent where it is, and whether whoever has it is there. */
async function urgentAt(client: PoolClient, reference: Reference, kase: CaseRow): Promise<Surroundings> {
  return {
    ...nothingAround,
    staffHere: await selectPresent(client, kase.office, handlingRoles(reference, kase.place)),
    duty: await dutyAt(client, reference, [kase.office], kase),
  }
}

async function surroundings(
  client: PoolClient,
  { reference, ledger }: CaseParts,
  kase: CaseRow,
  move: CaseMove,
  { actor, door }: { readonly actor: Actor; readonly door: Door | null },
): Promise<Surroundings> {
  switch (move.action) {
    case 'merge':
      return { ...nothingAround, target: await findCase(client, actor, kase.district, move.data.into, null) }
    case 'assign':
    case 'review-hand':
      return {
        ...nothingAround,
        staffHere: new Set((await selectStaffAt(client, kase.office)).map(({ id }) => staffId.parse(id))),
      }
    case 'escalate':
    case 'appeal':
      return aboveOf(client, reference, kase)
    case 'hand-down':
      return kase.priority === 'red'
        ? { ...nothingAround, duty: await dutyAt(client, reference, [move.data.office], kase) }
        : nothingAround
    case 'set-red':
      return urgentAt(client, reference, kase)
    case 'attach':
      return { ...nothingAround, blob: await holdBlob(client, kase.district, move.data.sha256) }
    case 'renew-secret':
      return { ...nothingAround, door }
    case 'erase':
      return { ...nothingAround, hangings: await hangingsOf(client, kase, actor, ledger.keys) }
    default:
      return nothingAround
  }
}

/** The secrets of a case and the digests that are kept of them. The long one names its ledger, for the link that carries it. */
export function doorOf(
  keys: Keys,
  district: string,
  commandId: string,
): { receipt: Receipt; digests: { short: string; long: string } } {
  // Ids of commands are made by senders and are unique in a district only: another district's must not repeat a secret.
  const seed = `${district}\n${commandId}`
  const short = readableSecret(keys.derive('receipt', seed))
  const long = `${district.replace('.', '')}.${keys.derive('receipt link', seed).subarray(0, 24).toString('base64url')}`
  return {
    receipt: { short, long },
    digests: { short: keys.doorDigest(short).toString('hex'), long: keys.doorDigest(long).toString('hex') },
  }
}
