import type { DutyLook, DutyMove } from '@openslrt/core/duty/decide.ts'
import { decideDuty } from '@openslrt/core/duty/decide.ts'
import type { DutyRow } from '@openslrt/core/duty/duty.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { OfficeRow } from '@openslrt/core/office/office.ts'
import { ledgerOf } from '@openslrt/core/place/code.ts'
import type { PoolClient } from 'pg'
import type { Handler } from '../../platform/http/order.ts'
import { commandOf, moveOf } from '../../platform/http/order.ts'
import type { Ledger } from '../../platform/ledger/execute.ts'
import { execute } from '../../platform/ledger/execute.ts'
import { holdLedger } from '../../platform/ledger/hold.ts'
import type { Reference } from '../reference/index.ts'
import { handlingRoles } from '../reference/index.ts'
import { selectDuty, selectLeaves, selectTurns, selectWorkers } from './queries.ts'

export interface DutyParts {
  readonly ledger: Ledger
  readonly reference: Reference
}

/** Answers the commands that name who is on duty, and that end a turn. */
export function dutyHandler({ ledger, reference }: DutyParts): Handler {
  return (order, actor, receivedAt) => {
    const { district, base, doneAt } = order.envelope
    const move = moveOf<DutyMove>(order)
    return execute(ledger, commandOf(order, actor, receivedAt), async (client) => {
      // Two who name somebody for the same days at once come one after the other: the later one sees the first turn.
      await holdLedger(client, district)
      const duty = move.kind === 'duty.end' ? await selectDuty(client, move.subject) : null
      const id = move.kind === 'duty.name' ? move.data.office : duty?.office
      const office = (id && reference.offices().get(id)) ?? null
      const { day } = reference.policyFor(district, receivedAt, Date.parse(doneAt))
      const look = { now: receivedAt, day, zone: reference.zoneOf(district), office, duty }
      const decided = decideDuty(move, actor, { ...look, ...(await around(client, reference, office, move)) })
      if (!decided.ok) return decided
      if (office && ledgerOf(office.place) !== district) return no({ code: 'wrong-district' })
      if (isStale(duty, base)) return no({ code: 'stale' })
      return ok({ decision: decided.value, place: district, before: duty ? [duty] : [], relies: [] })
    })
  }
}

const isStale = (duty: DutyRow | null, base: number | null): boolean =>
  base !== null && duty !== null && duty.version !== base

type Around = Pick<DutyLook, 'turns' | 'workers' | 'leaves'>
const nothing: Around = { turns: [], workers: new Map(), leaves: [] }

async function around(
  client: PoolClient,
  reference: Reference,
  office: OfficeRow | null,
  move: DutyMove,
): Promise<Around> {
  if (!office || move.kind !== 'duty.name') return nothing
  const people = await selectWorkers(client, office.id, handlingRoles(reference, office.place))
  return {
    turns: await selectTurns(client, office.id),
    workers: new Map(people.map(({ id, name }) => [id, name])),
    leaves: await selectLeaves(client, office.id, move.data.staff),
  }
}
