import assert from 'node:assert/strict'
import { test } from 'node:test'
import { meetingCommandData } from '@openslrt/core/contract/meeting.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import { type CallValues, callFaults, minutesOf, newCall, sittingOf } from './call-values.ts'

const t = sayIn('id')
const picked = { district: '34.04', id: ids.case(1), number: '3404-26-000001' }
const full = (own: Partial<CallValues> = {}): CallValues => ({
  ...newCall([picked], () => ids.point(1)),
  kind: 'case-conference',
  day: '2026-11-24',
  place: 'Aula',
  ...own,
})

/** What people write for an hour, and what it is. */
const hours: readonly (readonly [typed: string, minutes: number | null])[] = [
  ['09.00', 540],
  ['9:30', 570],
  [' 23.59 ', 1439],
  ['0.05', 5],
  ['24.00', null],
  ['09.60', null],
  ['pagi', null],
  ['', null],
]
for (const [typed, minutes] of hours)
  test(`MEET-23 "${typed}" is ${minutes === null ? 'no hour' : `${minutes} minutes after midnight`}`, () => {
    assert.equal(minutesOf(typed), minutes)
  })

test('MEET-23 what is missing in an invitation is said beside its field', () => {
  assert.deepEqual(callFaults(full(), t), {})
  const empty = callFaults({ ...newCall([], () => ''), time: '', link: 'rapat.id' }, t)
  assert.deepEqual(Object.keys(empty).toSorted(), ['day', 'kind', 'link', 'points', 'time'])
  assert.equal(callFaults(full({ place: ' ' }), t).place, t('meeting.form.where.missing'))
  assert.equal(callFaults(full({ place: '', link: 'https://rapat.id/1' }), t).place, undefined)
})

test('MEET-23 an invitation goes out in the hours of the office, and the wire takes it', () => {
  const sent = sittingOf(full({ time: '9.30', offices: [ids.office(7)] }), 'Asia/Makassar')
  assert.equal(sent.startsAt, '2026-11-24T01:30:00.000Z')
  const { points, lasts, offices } = meetingCommandData.change.parse(sent)
  assert.deepEqual([points[0]?.case, lasts, offices], [{ district: '34.04', id: ids.case(1) }, 120, [ids.office(7)]])
})
