import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { registryCommandData } from '@openslrt/core/contract/registry.ts'
import { aCommand } from '../../testing/a-command.ts'
import { aReplicaFamily } from '../../testing/replica-rows.ts'
import { differingIn, heldBy, isSeen, settled } from './clash.ts'
import { decisions, keepDecisions } from './decisions.ts'

const family = aReplicaFamily({ version: 4, said: { jenis_atap_terluas: '4', sepeda: 2 } })
const given = { jenis_atap_terluas: '1', jenis_lantai_terluas: '5', sepeda: 2 }
const refused = (values: object = given, why: object = {}, kind = 'registry.record') =>
  ({
    state: 'refused',
    command: aCommand(randomUUID(), {
      kind,
      subject: family.id,
      base: 3,
      data: { of: 'family', values, desil: null, way: 'visit', source: 'Kunjungan rumah', ref: null },
    }),
    why: {
      code: 'registry-clash',
      message: '',
      details: { clashes: [{ variable: 'jenis_atap_terluas', stands: '4', given: '1' }] },
      ...why,
    },
  }) as const

test('FIELD-8 of a clash both values are shown: what stands on the phone by now, and what was typed', () => {
  const clash = { variable: 'jenis_atap_terluas', stands: '4', given: '1' }
  assert.deepEqual(differingIn(refused(), family), [clash])
  const later = { ...family, said: { ...family.said, jenis_atap_terluas: '1' } }
  assert.deepEqual(differingIn(refused(), later), [], 'what says the same by now is no clash')
})

test('FIELD-8 where nobody can say what was changed, every value that differs is looked at', () => {
  const stale = refused(given, { code: 'stale', details: {} })
  assert.deepEqual(
    differingIn(stale, family)?.map(({ variable }) => variable),
    ['jenis_atap_terluas', 'jenis_lantai_terluas'],
  )
  const number = refused({ nomor_kartu_keluarga: '3404070101100001' }, { code: 'stale', details: {} })
  assert.match(String(differingIn(number, family)?.[0]?.given), /^3404\*+01$/)
})

test('FIELD-8 of any other refusal, and of any other command, there is nothing to choose', () => {
  assert.equal(differingIn(refused(given, { code: 'not-permitted', details: {} }), family), null)
  assert.equal(differingIn(refused(given, {}, 'visit.done'), family), null)
  assert.equal(differingIn(refused({ unheard: 1 }), family), null)
})

test('FIELD-8 mine goes again as a new command on the version that stands, and the rest goes in any case', () => {
  const old = refused()
  const mine = settled(old, family, { jenis_atap_terluas: 'given' }, 'Dipilih')
  assert.ok(mine && mine.id !== old.command.id)
  assert.deepEqual([mine.base, mine.subject, mine.district], [4, family.id, '34.04'])
  const { values, source } = registryCommandData['registry.record'].data.parse(mine.data)
  assert.deepEqual(values, { jenis_atap_terluas: '1', jenis_lantai_terluas: '5' })
  assert.equal(source, 'Dipilih')
  const theirs = settled(old, family, { jenis_atap_terluas: 'stands' }, 'Dipilih')
  assert.deepEqual(registryCommandData['registry.record'].data.parse(theirs?.data).values, {
    jenis_lantai_terluas: '5',
  })
})

test('FIELD-8 where what stands is kept and nothing else was typed, nothing is sent', () => {
  assert.equal(settled(refused({ jenis_atap_terluas: '1' }), family, { jenis_atap_terluas: 'stands' }, ''), null)
})

test('FIELD-8 nobody decides before the newest values have reached the phone', () => {
  const { command } = refused()
  assert.ok(isSeen(family, command))
  assert.ok(!isSeen({ ...family, version: 3 }, command))
  const view = { family: new Map([[String(family.id), family]]), person: new Map() }
  assert.equal(heldBy(view, command), family)
  assert.equal(heldBy({ ...view, family: new Map() }, command), null)
})

test('FIELD-9 what was chosen is kept, the newest first, fifty at most', async () => {
  assert.deepEqual(await decisions(), [])
  const made = (at: number) => ({ at, label: 'Atap', stands: 'Seng', given: 'Beton', choice: 'given' as const })
  await keepDecisions([made(1)])
  await keepDecisions([made(2)])
  assert.deepEqual(
    (await decisions()).map(({ at }) => at),
    [2, 1],
  )
  await keepDecisions(Array.from({ length: 60 }, (_, at) => made(100 + at)))
  assert.equal((await decisions()).length, 50)
})
