import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { registryCommandData } from '@openslrt/core/contract/registry.ts'
import type { Pending } from '../../platform/replica/pending.ts'
import { stillToKeep } from '../still-to-keep.ts'
import { commandsOfNew, faultsOfNew } from './new-family.ts'

const typed = {
  family: randomUUID(),
  person: randomUUID(),
  place: '34.04.07.2003',
  address: ' RT 04 ',
  nama: 'Ngatinem',
  nik: '3404 0741 0170 0001',
  sex: '2',
  birth: '',
}

test('FIELD-7 a family found nowhere is recorded with its first member, who is its head', () => {
  const [family, person, ...rest] = commandsOfNew(typed, true, 'Kunjungan rumah')
  assert.ok(family && person)
  assert.deepEqual(rest, [])
  assert.deepEqual([family.kind, family.subject, family.base], ['registry.add-family', typed.family, null])
  const home = registryCommandData['registry.add-family'].data.parse(family.data)
  assert.deepEqual([home.place, home.values], ['34.04.07.2003', { alamat: 'RT 04' }])
  const head = registryCommandData['registry.add-person'].data.parse(person.data)
  assert.equal(head.family, typed.family)
  assert.deepEqual(head.values, {
    nama: 'Ngatinem',
    nomor_induk_kependudukan: '3404074101700001',
    jenis_kelamin: '2',
    status_hubungan_keluarga: '1',
  })
})

test('FIELD-7 a phone that died between the two makes neither of them twice; what was refused is said again', () => {
  const made = commandsOfNew(typed, true, '')
  const [family, person] = made
  assert.ok(family && person)
  const kindsAfter = (...pending: readonly Pending[]) => stillToKeep(made, pending).map(({ kind }) => kind)
  assert.deepEqual(kindsAfter({ command: family, state: 'waiting' }), ['registry.add-person'])
  assert.deepEqual(kindsAfter({ command: family, state: 'sent' }, { command: person, state: 'waiting' }), [])
  assert.deepEqual(kindsAfter({ command: family, state: 'sent' }, { command: person, state: 'refused' }), [
    'registry.add-person',
  ])
})

test('FIELD-7 one more member of a family that is known is no head, and makes no family', () => {
  const [person, ...rest] = commandsOfNew(typed, false, '')
  assert.deepEqual([person?.kind, rest.length], ['registry.add-person', 0])
  const { values } = registryCommandData['registry.add-person'].data.parse(person?.data)
  assert.ok(!('status_hubungan_keluarga' in values))
})

test('FIELD-7 a village and a name are enough; a number that was begun must be whole', () => {
  assert.deepEqual(faultsOfNew(typed), {})
  assert.deepEqual(faultsOfNew({ ...typed, nik: '' }), {})
  assert.deepEqual(faultsOfNew({ ...typed, place: '', nama: ' ', nik: '3404' }), {
    place: 'ask.new.village.missing',
    nama: 'ask.new.name.missing',
    nik: 'ask.wrong.digits',
  })
})
