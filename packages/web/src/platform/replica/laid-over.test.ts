import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { aCommand } from '../../testing/a-command.ts'
import { aReplicaFamily } from '../../testing/replica-rows.ts'
import { laidOver } from './laid-over.ts'
import type { Pending } from './pending.ts'
import { emptyView } from './view.ts'

const family = aReplicaFamily()
const view = { ...emptyView(), family: new Map([[String(family.id), family]]) }
const origin = { way: 'visit', source: 'Kunjungan rumah', ref: null }
const place = '34.04.07.2003'
const waits = (kind: string, subject: string, data: object, state: Pending['state'] = 'waiting'): Pending => ({
  command: aCommand(randomUUID(), { kind, subject, data: { ...data, ...origin } }),
  state,
})
const answered = (values: object, state?: Pending['state']) =>
  waits('registry.record', family.id, { of: 'family', values, desil: null }, state)
const saidNow = (...pending: readonly Pending[]) => laidOver(view, pending).family.get(family.id)?.said

test('FIELD-6 what was answered is shown at once over what the server said, the later answer over the earlier', () => {
  const said = saidNow(answered({ jenis_atap_terluas: '1', sepeda: 0 }, 'sent'), answered({ jenis_atap_terluas: '4' }))
  assert.deepEqual(said, { alamat: 'Jalan Kaliurang km 5', jenis_atap_terluas: '4', sepeda: 0 })
  assert.equal(view.family.get(family.id), family, 'the rows themselves stay as they are')
  assert.equal(laidOver(view, [answered({ sepeda: 1 })]).family.get(family.id)?.version, 3)
})

test('FIELD-6 what was refused is not shown as if it were so, and other commands change no row', () => {
  assert.deepEqual(saidNow(answered({ sepeda: 1 }, 'refused')), family.said)
  assert.equal(laidOver(view, [waits('visit.done', family.id, { values: { sepeda: 1 } })]), view)
  assert.deepEqual(saidNow(waits('registry.record', family.id, { values: 'old' })), family.said)
  assert.deepEqual(saidNow(waits('registry.record', randomUUID(), { values: { sepeda: 1 } })), family.said)
})

test('FIELD-6, FIELD-7 a family recorded here is there before the server knows it, its numbers masked', () => {
  const [home, head] = [randomUUID(), randomUUID()]
  const shown = laidOver(view, [
    waits('registry.add-family', home, { place, values: { alamat: 'RT 04' }, desil: null }),
    waits('registry.add-person', head, {
      place,
      family: home,
      values: { nama: 'Ngatinem', nomor_induk_kependudukan: '3404074101700001' },
    }),
    waits('registry.record', head, { of: 'person', values: { status_kawin: '4' }, desil: null }),
  ])
  assert.equal(shown.family.get(home)?.said['alamat'], 'RT 04')
  const person = shown.person.get(head)
  assert.deepEqual([person?.family, person?.version, person?.said['status_kawin']], [home, 1, '4'])
  assert.match(String(person?.said['nomor_induk_kependudukan']), /^3404\*+01$/)
})

test('FIELD-6 once its row has come back, the row counts and not what was sent', () => {
  const again = waits('registry.add-family', family.id, { place, values: { alamat: 'Lama' }, desil: null }, 'sent')
  assert.deepEqual(saidNow(again), family.said)
})
