import type { RegistryCommandData } from '../contract/registry.ts'
import { aFamily } from './a-family.ts'

const origin = { way: 'visit', source: 'Kunjungan rumah', ref: null } as const

/** For every command about people and families, data that the law has nothing against in the village of `aFamily`. */
export const registryData: RegistryCommandData = {
  'registry.add-family': {
    place: aFamily.place,
    values: { nomor_kartu_keluarga: '3404070101100002', alamat: 'RT 01 RW 02', sepeda_motor: 1 },
    desil: { value: 2, on: '2026-07-10', source: 'DTSEN' },
    ...origin,
  },
  'registry.add-person': {
    place: aFamily.place,
    family: null,
    values: { nama: 'Sri Rahayu', jenis_kelamin: '2', tanggal_lahir: '1990-04-12' },
    ...origin,
  },
  'registry.record': { of: 'person', values: { status_kawin: '2', agama: 'islam' }, desil: null, ...origin },
  'registry.join-family': { family: aFamily.id, relation: '3', ...origin },
  'registry.leave-family': { ...origin },
  'registry.mark': { of: 'person', status: 'moved', on: '2026-11-01', ...origin },
}
