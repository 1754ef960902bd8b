import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type OfficeLine, officeLine } from '@openslrt/core/contract/reference-queries.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import { officeGroups } from './office-groups.ts'

const line = (nth: number, name: string, own: object = {}): OfficeLine =>
  officeLine.parse({
    id: ids.office(nth),
    name,
    district: '34.04',
    version: 1,
    kind: 'agency',
    level: 'district',
    place: '34.04',
    placeName: 'Sleman',
    parent: null,
    active: true,
    address: '',
    phone: '',
    staff: 0,
    ...own,
  })
const national = { level: 'nation', district: '00', place: '00', placeName: 'Indonesia' }

const offices = [
  line(1, 'Kementerian Sosial', national),
  line(2, 'Direktorat Jenderal Rehabilitasi Sosial', { ...national, parent: ids.office(1) }),
  line(3, 'Sentra Antasena', { ...national, kind: 'provider', parent: ids.office(2), address: 'Magelang' }),
  line(4, 'BPJS Kesehatan', { ...national, kind: 'provider' }),
  line(5, 'Dinas Sosial Sleman'),
  line(6, 'RSUD Sleman', { kind: 'provider' }),
]

test('REF-32 offices of the place stand first, those of the nation in groups of their own', () => {
  const groups = officeGroups(offices, new Set(), sayIn('id'))
  assert.deepEqual(
    groups.map(({ name, options }) => [name, ...options.map(({ label }) => label)]),
    [
      ['Dinas atau badan', 'Dinas Sosial Sleman'],
      ['Penyedia layanan', 'RSUD Sleman'],
      ['Kementerian dan lembaga pusat', 'Kementerian Sosial', 'Direktorat Jenderal Rehabilitasi Sosial'],
      ['Penyedia layanan pusat', 'Sentra Antasena', 'BPJS Kesehatan'],
    ],
  )
})

test('REF-32 beside an office stands where it belongs, and whether it answers by link', () => {
  const answering = new Set<string>([ids.office(5), ids.office(4)])
  const hints = officeGroups(offices, answering, sayIn('id')).flatMap(({ options }) => options.map(({ hint }) => hint))
  assert.deepEqual(hints, [
    'Sleman',
    'Sleman · lewat tautan',
    'lewat tautan',
    'Kementerian Sosial · lewat tautan',
    'Magelang · lewat tautan',
    '',
  ])
})
