import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keysOf } from '../kernel/keys.ts'
import { meetingData } from '../testing/a-meeting.ts'
import { ids } from '../testing/ids.ts'
import type { MeetingAction } from './meeting.ts'
import { meetingCommandData, mostOffices, mostPoints } from './meeting.ts'

const takes = (action: MeetingAction, own: object): boolean =>
  meetingCommandData[action].safeParse({ ...meetingData[action], ...own }).success
const many = <Item>(n: number, item: Item): readonly Item[] => Array.from({ length: n }, () => item)
const [point] = meetingData.call.points
const seat = { office: ids.office(1), present: true, names: '' }
const line = { point: ids.point(1), text: 'Setuju.' }

for (const action of keysOf(meetingData))
  test(`WIRE-1 meeting.${action} takes what it carries, no field more, and none of its own fields less`, () => {
    assert.ok(takes(action, {}))
    assert.ok(!takes(action, { status: 'closed' }), 'nobody sends a status')
    assert.ok(!takes(action, { version: 1 }))
    for (const field of Object.keys(meetingData[action])) assert.ok(!takes(action, { [field]: undefined }), field)
  })

/** Links that an invitation may carry: whoever presses one goes where it says, so that it goes nowhere but to a page. */
const links: readonly (readonly [link: string, taken: boolean])[] = [
  ['', true],
  ['https://meet.slemankab.go.id/rapat?id=1', true],
  ['  https://meet.slemankab.go.id  ', true],
  ['http://meet.slemankab.go.id', false],
  ['HTTPS://meet.slemankab.go.id', false],
  ['meet.slemankab.go.id', false],
  ['javascript:alert(1)', false],
  [' javascript:alert("https://x")', false],
  ['data:text/html,x', false],
  ['https://', false],
  ['https://a b', false],
  ['https://a\nhttps://b', false],
  ['javascript:1\nhttps://b', false],
  [`https://${'x'.repeat(500)}`, false],
]
for (const [link, taken] of links)
  test(`MEET-1 ${JSON.stringify(link).slice(0, 60)} is ${taken ? 'a' : 'no'} link of an invitation`, () => {
    assert.equal(takes('call', { link }), taken)
    assert.equal(takes('change', { link }), taken)
  })

/** The least and the most of everything that an act of a meeting carries. */
const bounds: readonly (readonly [action: MeetingAction, own: object, taken: boolean])[] = [
  ['call', { points: many(mostPoints, point) }, true],
  ['call', { points: many(mostPoints + 1, point) }, false],
  ['call', { points: [] }, false],
  ['call', { offices: [] }, true],
  ['call', { offices: many(mostOffices, ids.office(1)) }, true],
  ['call', { offices: many(mostOffices + 1, ids.office(1)) }, false],
  ['call', { lasts: 15 }, true],
  ['call', { lasts: 14 }, false],
  ['call', { lasts: 600 }, true],
  ['call', { lasts: 601 }, false],
  ['call', { lasts: 30.5 }, false],
  ['call', { lasts: '60' }, false],
  ['call', { startsAt: '2026-11-02T13:00:00+07:00' }, true],
  ['call', { startsAt: '2026-11-02' }, false],
  ['call', { startsAt: '1899-12-31T23:59:59Z' }, false],
  ['call', { startsAt: '2200-01-01T00:00:00Z' }, false],
  ['call', { startsAt: 0 }, false],
  ['call', { kind: 'Rapat Besar' }, false],
  ['call', { follows: 'none' }, false],
  ['call', { points: [{ ...point, case: null, title: '' }] }, true],
  ['call', { points: [{ ...point, case: { district: '34', id: ids.case(1) } }] }, true],
  ['call', { points: [{ ...point, case: { district: '34.04.07', id: ids.case(1) } }] }, false],
  ['call', { points: [{ ...point, case: ids.case(1) }] }, false],
  ['call', { points: [{ ...point, number: '3404-26-000001' }] }, false],
  ['call', { points: [{ ...point, id: '1' }] }, false],
  ['call', { place: 'x'.repeat(201) }, false],
  ['call', { place: 'Ruang\u0007A' }, false],
  ['cancel', { note: '  ' }, false],
  ['cancel', { note: 'x'.repeat(4001) }, false],
  ['hold', { seats: [] }, true],
  ['hold', { seats: many(mostOffices + 1, seat) }, true],
  ['hold', { seats: many(mostOffices + 2, seat) }, false],
  ['hold', { seats: [{ ...seat, present: 'yes' }] }, false],
  ['hold', { seats: [{ ...seat, names: 'x'.repeat(501) }] }, false],
  ['minute', { minutes: [] }, true],
  ['minute', { minutes: many(mostPoints + 1, line) }, false],
  ['minute', { minutes: [{ ...line, text: '' }] }, true],
  ['minute', { minutes: [{ ...line, text: 'x'.repeat(4001) }] }, false],
  ['minute', { minutes: [{ ...line, point: '__proto__' }] }, false],
  ['decide', { days: 0 }, false],
  ['decide', { days: 250 }, true],
  ['decide', { days: 251 }, false],
  ['decide', { days: -1 }, false],
  ['decide', { text: 'ya' }, false],
  ['decide', { text: 'x'.repeat(1000) }, true],
  ['decide', { text: 'x'.repeat(1001) }, false],
  ['decide', { point: null, person: null }, true],
  ['decide', { office: null }, false],
  ['decide', { task: 'T1' }, false],
  ['close', { note: '' }, false],
  ['task-done', { note: '' }, true],
  ['task-fail', { note: '' }, false],
  ['task-fail', { note: '\n' }, false],
  ['task-reopen', { note: '' }, false],
]
for (const [action, own, taken] of bounds)
  test(`WIRE-3, WIRE-8 meeting.${action} ${taken ? 'takes' : 'refuses'} ${JSON.stringify(own).slice(0, 80)}`, () => {
    assert.equal(takes(action, own), taken)
  })
