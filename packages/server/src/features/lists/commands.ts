import type { Envelope } from '@openslrt/core/contract/envelope.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { noLetters } from '@openslrt/core/letter/unfit.ts'
import type { ListLook, ListMove } from '@openslrt/core/lists/decide.ts'
import { decideList } from '@openslrt/core/lists/decide.ts'
import type { PoolClient } from 'pg'
import type { Handler } from '../../platform/http/order.ts'
import { commandOf, moveOf } from '../../platform/http/order.ts'
import type { Ledger } from '../../platform/ledger/execute.ts'
import { execute } from '../../platform/ledger/execute.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { Reference } from '../reference/index.ts'
import { closuresIn, saidOf, saidOfRoles } from '../reference/index.ts'
import { letterLook } from './letter-look.ts'
import { selectOwnDay, selectOwnHours, selectOwnItems } from './queries.ts'
import { selectHeldHere } from './queries-roles.ts'

export interface ListParts {
  readonly ledger: Ledger
  readonly reference: Reference
}

/** Answers the commands that change lists, the calendar and office hours. */
export function listHandler({ ledger, reference }: ListParts): Handler {
  return async (order, actor, receivedAt) => {
    const { envelope } = order
    const move = moveOf<ListMove>(order)
    const reply = await execute(ledger, commandOf(order, actor, receivedAt), async (client) => {
      const look = {
        ...placeLook(reference, envelope.district, receivedAt, Date.parse(envelope.doneAt)),
        ...(await aroundOf(client, move, envelope.district, reference)),
      }
      if (isStale(envelope, move, look)) return no({ code: 'stale' })
      const decided = decideList(move, actor, look)
      const before = [...look.own, look.ownDay, look.ownHours].filter((row) => row !== null)
      return decided.ok ? ok({ decision: decided.value, place: envelope.district, before, relies: [] }) : decided
    })
    if (reply.status === 'accepted') await reference.refresh()
    return reply
  }
}

/** What a decision about a place's lists looks at, whichever item it is about. */
export const placeLook = (
  reference: Reference,
  place: Envelope['district'],
  now: number,
  doneAt: number,
): Pick<ListLook, 'place' | 'today' | 'day' | 'knowsSector'> => ({
  place,
  today: dayIn(reference.zoneOf(place), now),
  day: reference.policyFor(place, now, doneAt).day,
  knowsSector: (code, day) => reference.list('sector', place, day).some((sector) => sector.code === code),
})

type Around = Pick<ListLook, 'said' | 'own' | 'ownDay' | 'closedAs' | 'ownHours' | 'roles' | 'letters'>
export const noRoles: ListLook['roles'] = { said: new Map(), heldHere: [] }
const nothing: Around = {
  said: [],
  own: [],
  ownDay: null,
  closedAs: null,
  ownHours: null,
  roles: noRoles,
  letters: noLetters,
}

/** The rows that a command may change, read in its own transaction: a moved one is then seen at the next try. */
async function aroundOf(
  client: PoolClient,
  move: ListMove,
  place: Envelope['district'],
  reference: Reference,
): Promise<Around> {
  switch (move.kind) {
    case 'list.add':
    case 'list.change':
    case 'list.end':
    case 'list.take-back': {
      const { list, code } = move.data
      const own = await selectOwnItems(client, place, list, code)
      const said = await saidOf(client, list, code)
      const roles = list === 'role' ? await rolesAround(client, place) : noRoles
      const letters = 'names' in move.data ? await letterLook(client, place, move.data, reference) : noLetters
      return { ...nothing, said, own: own.map((row) => rowOf('listItem', row, null)), roles, letters }
    }
    case 'calendar.close':
    case 'calendar.open': {
      const row = await selectOwnDay(client, place, move.data.day)
      const ownDay = row && rowOf('calendarDay', row, null)
      return { ...nothing, ownDay, closedAs: closedAs(reference, place, move.data.day) }
    }
    case 'hours.set': {
      const row = await selectOwnHours(client, place, move.data.from)
      return { ...nothing, ownHours: row && rowOf('officeHours', row, null) }
    }
  }
}

/** Roles as they were said up to now, by whichever process, and those that people of the place hold. */
const rolesAround = async (client: PoolClient, place: string): Promise<ListLook['roles']> => ({
  said: await saidOfRoles(client),
  heldHere: await selectHeldHere(client, place),
})

/** Under which name a place is closed on a day; null when it is open. */
export function closedAs(reference: Reference, place: string, day: string): string | null {
  const closure = closuresIn(reference.closures(), place).get(day)
  return closure?.closed ? closure.name : null
}

/** Whether somebody looked at a row that has moved since. Hours are one row for each day, whoever makes it first. */
function isStale({ base, subject }: Envelope, { kind }: ListMove, { own, ownDay, ownHours }: Around): boolean {
  if (base === null) return false
  if (kind === 'hours.set') return (ownHours?.version ?? 0) !== base
  return [...own, ownDay].every((row) => row === null || row.id !== subject || row.version !== base)
}
