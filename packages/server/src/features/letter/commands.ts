import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { LetterMove } from '@openslrt/core/contract/letter.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { LetterFile } from '@openslrt/core/letter/decide.ts'
import { decideLetter } from '@openslrt/core/letter/decide.ts'
import type { PoolClient } from 'pg'
import type { Handler, Order } from '../../platform/http/order.ts'
import { actOf, commandOf } from '../../platform/http/order.ts'
import type { Plan } from '../../platform/ledger/execute.ts'
import { execute } from '../../platform/ledger/execute.ts'
import type { Keys } from '../../platform/ledger/keys.ts'
import type { CaseParts } from '../case/index.ts'
import { findLetters, placeNamesOf } from './load.ts'
import { selectStaffNames } from './queries.ts'
import { letterRules } from './rules.ts'

/** Answers every command whose kind begins with `letter.`. The subject is the case, so that its way stays one way. */
export function letterHandler(parts: CaseParts): Handler {
  return (order, actor, receivedAt) =>
    execute(parts.ledger, commandOf(order, actor, receivedAt), (client) =>
      actor.kind === 'staff'
        ? decide(parts, client, order, actor, receivedAt)
        : Promise.resolve(no({ code: 'not-permitted', needs: order.row.rights })),
    )
}

async function decide(
  { ledger, reference }: CaseParts,
  client: PoolClient,
  order: Order,
  actor: StaffActor,
  receivedAt: number,
): Promise<Result<Plan, Refusal>> {
  const { envelope } = order
  const { district } = envelope
  const move = actOf<LetterMove>(order)
  const opened = await findLetters(client, actor, district, envelope.subject, await ledger.keys.forDistrict(district))
  if (!opened) return no({ code: 'not-found' })
  if (isStale(opened, move, envelope.base)) return no({ code: 'stale' })
  const file: LetterFile = {
    ...opened,
    places: await placeNamesOf(client, opened.case.place),
    name: (await selectStaffNames(client, [actor.staff])).get(actor.staff) ?? '',
    door: letterDoor(ledger.keys, district, envelope.id),
    digestOf: (text) => ledger.keys.doorDigest(text).toString('hex'),
  }
  const policy = reference.policyFor(district, receivedAt, Date.parse(envelope.doneAt))
  const rules = letterRules(reference, district, policy.day, actor)
  const decided = decideLetter(file, move, actor, policy, rules)
  if (!decided.ok) return decided
  return ok({ decision: decided.value, place: opened.case.place, before: [opened.case, ...opened.letters], relies: [] })
}

/** LETTER-18 Whoever signs, initials, returns or changes a letter does it to the letter that they saw. */
function isStale(
  { case: kase, letters }: Pick<LetterFile, 'case' | 'letters'>,
  move: LetterMove,
  base: number | null,
): boolean {
  if (base !== null && base !== kase.version) return true
  if (!('seen' in move.data)) return false
  const { letter, seen } = move.data
  const found = letters.find(({ id }) => id === letter)
  return found !== undefined && found.version !== seen
}

/** The secret behind a letter's QR code, made from the command that signs it, and the digest that is kept of it. */
export function letterDoor(keys: Keys, district: string, command: string): LetterFile['door'] {
  const random = keys.derive('letter link', `${district}\n${command}`).subarray(0, 24).toString('base64url')
  const secret = `${district.replace('.', '')}.${random}`
  return { path: `/surat/${secret}`, digest: keys.doorDigest(secret).toString('hex') }
}
