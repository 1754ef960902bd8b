import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { needCommandData } from '@openslrt/core/contract/need.ts'
import type { Command } from '../../platform/outbox/entry.ts'
import type { Pending } from '../../platform/replica/pending.ts'
import { emptyView } from '../../platform/replica/view.ts'
import { aCommand } from '../../testing/a-command.ts'
import { aReplicaFamily, aReplicaNeed, aReplicaPerson, aReplicaTaken } from '../../testing/replica-rows.ts'
import { laidNeeds, laidTaken } from './laid.ts'
import { commandsOfNeed } from './need-values.ts'
import { commandOfTaken, firstOf, knownOf } from './taken-values.ts'
import { backOf, holderOf, whoAt } from './who.ts'

const family = aReplicaFamily()
const person = aReplicaPerson({ family: family.id })
const alone = aReplicaPerson({ said: { nama: 'Karto' } })
const view = {
  ...emptyView(),
  family: new Map([[String(family.id), family]]),
  person: new Map([person, alone].map((one) => [String(one.id), one])),
}
const { place } = family
const [programme, other] = [randomUUID(), randomUUID()]
const typed = { id: randomUUID(), who: family.id, kind: 'house', text: ' Atap bocor ', programme: '' }
const waiting = (commands: readonly Command[], state: Pending['state'] = 'waiting'): readonly Pending[] =>
  commands.map((command) => ({ command, state }))
const nameOf = () => 'PKH'

test('FIELD-23 it is asked whom it is about: the family, or one of its people; who lives alone is not asked', () => {
  assert.deepEqual(whoAt(view, person.id, 'Keluarga')?.who, [
    { id: family.id, name: 'Keluarga' },
    { id: person.id, name: 'Sumarni' },
  ])
  assert.deepEqual(whoAt(view, alone.id, 'Keluarga')?.who, [{ id: alone.id, name: 'Karto' }])
  assert.equal(whoAt(view, randomUUID(), 'Keluarga'), null)
  assert.deepEqual(holderOf(view, family.id), { person: null, family: family.id, case: null })
  assert.deepEqual(holderOf(view, person.id), { person: person.id, family: null, case: null })
  assert.deepEqual([backOf(view, person.id), backOf(view, alone.id)], [family.id, alone.id])
})

test('FIELD-23 a need goes as the desk sends it; one with a programme says so on the version that it will have', () => {
  const [recorded, ...more] = commandsOfNeed(view, place, typed)
  assert.deepEqual([recorded?.kind, recorded?.subject, recorded?.base, more], ['need.record', typed.id, null, []])
  assert.equal(needCommandData['need.record'].data.parse(recorded?.data).text, 'Atap bocor')
  const [, matched] = commandsOfNeed(view, place, { ...typed, programme })
  assert.deepEqual([matched?.kind, matched?.subject, matched?.base], ['need.match', typed.id, 1])
  assert.deepEqual(needCommandData['need.match'].data.parse(matched?.data), { programme })
})

test('FIELD-23 a need that waits is shown with its programme, one that was refused is not', () => {
  const pending = waiting(commandsOfNeed(view, place, { ...typed, programme }))
  const [only, ...rest] = laidNeeds(view, pending, 5)
  assert.deepEqual(rest, [])
  assert.deepEqual(
    [only?.row.family, only?.row.place, only?.row.status, only?.row.programme, only?.pending],
    [family.id, place, 'matched', programme, 'waiting'],
  )
  assert.deepEqual(laidNeeds(view, waiting(commandsOfNeed(view, place, typed), 'refused'), 5), [])
  assert.deepEqual(laidNeeds(view, waiting([aCommand('x', { kind: 'need.record', data: { old: true } })]), 5), [])
  const known = aReplicaNeed({ family: family.id })
  const held = { ...view, need: new Map([[String(known.id), known]]) }
  assert.deepEqual(laidNeeds(held, [], 5), [{ row: known, pending: null }])
})

const about = { id: randomUUID(), known: null, place, today: '2026-11-23' }
const answers = { ...firstOf(null, family.id, programme), status: 'receives', amountRight: 'no', since: '2026-01-05' }

test('FIELD-23 what somebody receives is said with the day and by whom; of what was never had nothing more is said', () => {
  const { subject, base, data } = commandOfTaken(view, answers, about)
  assert.deepEqual([subject, base], [about.id, null])
  const said = needCommandData['participation.record'].data.parse(data)
  assert.deepEqual(
    [said.status, said.amountRight, said.since, said.saidBy, said.saidOn, said.reason],
    ['receives', 'no', '2026-01-05', 'person', '2026-11-23', null],
  )
  const never = commandOfTaken(view, { ...answers, status: 'never', until: '2026-02-01', reason: 'moved' }, about)
  const none = needCommandData['participation.record'].data.parse(never.data)
  assert.deepEqual([none.amountRight, none.since, none.until, none.reason], ['unknown', null, null, null])
  const ended = commandOfTaken(view, { ...answers, status: 'stopped', until: '2026-02-01', reason: 'moved' }, about)
  const stop = needCommandData['participation.record'].data.parse(ended.data)
  assert.deepEqual([stop.until, stop.reason], ['2026-02-01', 'moved'])
})

test('FIELD-23 said anew it stays one row, on the version that was seen; what only waits here has none yet', () => {
  const row = aReplicaTaken({ family: family.id, programme, version: 4, useful: 'yes' })
  const held = { ...view, participation: new Map([[String(row.id), row]]) }
  assert.equal(knownOf([row], family.id, programme), row)
  assert.deepEqual([knownOf([row], person.id, programme), knownOf([row], family.id, other)], [null, null])
  const again = commandOfTaken(
    held,
    { ...firstOf(row, family.id, programme), status: 'receives' },
    { ...about, known: row },
  )
  assert.deepEqual([again.subject, again.base], [row.id, 4])
  assert.equal(needCommandData['participation.record'].data.parse(again.data).useful, 'yes')
  const here = laidTaken(view, waiting([commandOfTaken(view, answers, about)]), nameOf)
  assert.deepEqual(
    here.map(({ row: one, pending }) => [one.programmeName, one.family, one.amountRight, pending]),
    [['PKH', family.id, 'no', 'waiting']],
  )
  const known = here[0]?.row ?? null
  const twice = commandOfTaken(view, { ...answers, status: 'never' }, { ...about, id: randomUUID(), known })
  assert.deepEqual([twice.subject, twice.base], [about.id, null], 'whatever version it gets')
  const over = laidTaken(held, waiting([again]), nameOf)
  assert.deepEqual(
    over.map(({ row: one }) => [one.id, one.version, one.status]),
    [[row.id, 4, 'receives']],
  )
  assert.deepEqual(laidTaken(held, waiting([again], 'refused'), nameOf), [{ row, pending: null }])
})
