import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noLetters } from '../letter/unfit.ts'
import { ledgerCode } from '../place/code.ts'
import { setup } from '../testing/actors.ts'
import { ids } from '../testing/ids.ts'
import { listData } from '../testing/list-data.ts'
import type { ListLook, ListMove } from './decide.ts'
import { decideList } from './decide.ts'

const district = ledgerCode.parse('34.04')
const nobodySaid: ListLook = {
  place: district,
  today: '2026-11-22',
  day: '2026-11-22',
  said: [],
  own: [],
  knowsSector: () => true,
  ownDay: null,
  closedAs: null,
  ownHours: null,
  roles: { said: new Map(), heldHere: [] },
  letters: noLetters,
}
const subject = ids.case(1)
/** The one change of the entry, and what its history says. */
function entryOf(move: ListMove, look: Partial<ListLook> = {}) {
  const decided = decideList(move, setup, { ...nobodySaid, ...look })
  assert.ok(decided.ok, decided.ok ? '' : decided.error.code)
  assert.equal(decided.value.changes.length, 1)
  return { change: decided.value.changes[0], say: decided.value.say, action: decided.value.action }
}

test('LISTS-13 the entry of a new item holds the whole of it, under the place that says it', () => {
  const data = listData['list.add']
  const { list, code, names, from } = data
  assert.deepEqual(entryOf({ kind: 'list.add', subject, data }), {
    action: 'list-add',
    change: {
      table: 'listItem',
      id: subject,
      base: 0,
      set: { district, list, code, names, data: data.data, from, says: 'holds' },
    },
    say: { list, code, name: names.id, from },
  })
})

test('LISTS-12 the entry of a closed day names the day and why, and said again changes that row alone', () => {
  const data = listData['calendar.close']
  const { day, ...rest } = data
  const say = { day, name: data.name }
  assert.deepEqual(entryOf({ kind: 'calendar.close', subject, data }), {
    action: 'calendar-close',
    change: { table: 'calendarDay', id: subject, base: 0, set: { district, day, ...rest, closed: true } },
    say,
  })
  const ownDay = { id: ids.case(2), district, version: 3, day, closed: false, name: 'x', basis: '' }
  assert.deepEqual(entryOf({ kind: 'calendar.close', subject, data }, { ownDay }), {
    action: 'calendar-close',
    change: { table: 'calendarDay', id: ids.case(2), base: 3, set: { ...rest, closed: true } },
    say,
  })
})

test('LISTS-12 a day that is opened keeps the name under which it was closed', () => {
  const data = listData['calendar.open']
  const { say } = entryOf({ kind: 'calendar.open', subject, data }, { closedAs: 'Natal' })
  assert.deepEqual(say, { day: data.day, name: 'Natal' })
})

test('LISTS-12 the entry of hours holds the week and its basis from their day on', () => {
  const data = listData['hours.set']
  const { from, ...rest } = data
  assert.deepEqual(entryOf({ kind: 'hours.set', subject, data }), {
    action: 'hours-set',
    change: { table: 'officeHours', id: subject, base: 0, set: { district, from, ...rest } },
    say: { from },
  })
  const ownHours = { id: ids.case(2), district, version: 2, from, week: [], basis: '' }
  assert.deepEqual(entryOf({ kind: 'hours.set', subject, data }, { ownHours }).change, {
    table: 'officeHours',
    id: ids.case(2),
    base: 2,
    set: rest,
  })
})
