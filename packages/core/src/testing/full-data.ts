import { doneWithAll } from './a-visit.ts'
import { ids } from './ids.ts'

const nth = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const village = '34.04.07.2001'
const nik = '3404075203600001'
const kk = '3404070101100001'
const origin = { way: 'visit', source: 'Kunjungan rumah', ref: nth(1) }
const client = { name: 'Sumarni', nik, kk, phone: '081234567812', address: 'RT 04' }
const spot = { lat: -7.7753, long: 110.4098, accuracy: 12.5 }
const capturedAt = '2026-11-02T09:00:00.000Z'
const holder = { person: nth(2), family: nth(3), case: ids.case(1) }
const comparison = { fact: 'desil', is: 'at-most', value: 4 }
const rule = {
  all: [
    { ...comparison, base: 'Kepmensos 79/2025' },
    { any: [{ fact: 'agama', is: 'in', value: ['islam', 'kristen'] }, { not: { ask: 'Apakah PNS?' } }] },
    { member: { fact: 'umur', is: 'between', value: [0, 6] } },
    { fact: 'pbi', is: 'eq', value: false },
    { fact: 'nik', is: 'known' },
  ],
}
const criteria = {
  from: '2026-11-02',
  rule,
  legal: 'Perbup 1/2026',
  note: 'Berlaku\nmulai November',
  conflicts: [{ says: 'Desil 5 juga', source: 'Laman Kemensos' }],
  excludes: ['sembako', nth(4)],
}
const service = {
  service: nth(5),
  what: 'Terapi wicara',
  office: ids.office(1),
  provider: 'Sentra',
  from: '2026-11-02',
  until: '2026-12-02',
}
const psks = {
  kind: 'tksk',
  place: '34.04.07',
  serves: ['34.04.07.2001', '34.04.07'],
  name: 'Sri Lestari',
  nik,
  phone: '0274512345',
  email: 'sri@slemankab.go.id',
  address: 'Jl. Kaliurang 12',
  fields: { 'tahun-angkat': '2019' },
}

/** Second examples, with every place filled that may be empty, so that garbage can be put there too. */
export const fullData: readonly (readonly [kind: string, data: unknown])[] = [
  ['case.restrict', { restricted: null, note: 'Sudah terbuka.' }],
  ['case.set-contact', { contactVia: 'none', contactCare: ['no-call', 'shared-phone', 'unsafe'], note: '' }],
  ['letter.draft', { letter: ids.letter(2), kind: 'hardship', purpose: null, fields: {} }],
  ['office.hours', { office: ids.office(1), from: '2026-12-01', week: null }],
  [
    'joint.start',
    { name: 'Genting', purpose: 'Anak sehat', agreement: 'PKS 1', agreedOn: '2026-01-01', validUntil: '2027-01-01' },
  ],
  [
    'joint.list-target',
    {
      joint: nth(6),
      case: ids.case(1),
      village,
      name: 'Mbah Karto',
      nik,
      phone: '081234567890',
      address: 'RT 04',
      need: 'Kursi roda',
    },
  ],
  ['joint.reach-target', { joint: nth(6), partner: nth(7), note: 'Sudah diantar.' }],
  [
    'meeting.call',
    {
      offices: [ids.office(1), ids.office(2)],
      startsAt: '2026-11-02T09:00:00+07:00',
      lasts: 90,
      place: 'Ruang A',
      link: 'https://meet.slemankab.go.id/1',
      points: [
        { id: ids.point(1), case: { district: '34.04', id: ids.case(1) }, title: 'Rujukan' },
        { id: ids.point(2), case: null, title: 'Lain-lain' },
      ],
      kind: 'technical-team',
      follows: ids.meeting(2),
    },
  ],
  [
    'meeting.decide',
    { task: ids.task(1), point: ids.point(1), office: ids.office(1), person: ids.staff(1), text: 'Siapkan', days: 5 },
  ],
  [
    'visit.plan',
    {
      office: ids.office(1),
      assignee: ids.staff(1),
      place: village,
      case: ids.case(1),
      family: nth(3),
      person: nth(2),
      whom: client,
      trigger: 'not-registered',
      ask: 'Atap',
      proposal: 'DTSEN',
      day: '2026-11-04',
    },
  ],
  ['visit.done', doneWithAll],
  ['visit.miss', { reason: 'nobody-home', note: 'Pintu terkunci', spot, capturedAt }],
  [
    'surge.list',
    {
      rows: [1, 2].map((n) => ({
        id: ids.affected(n),
        case: ids.case(n),
        place: village,
        name: 'Sumarni',
        nik,
        phone: '081234567890',
        address: 'RT 04',
        birthDate: '1960-03-12',
        facts: ['chronic', 'disabled'],
        line: n,
      })),
    },
  ],
  [
    'registry.add-family',
    {
      place: village,
      values: { nomor_kartu_keluarga: kk, alamat: 'RT 01', sepeda_motor: 1, 'lokal-makan-dua-kali': true },
      desil: { value: 2, on: '2026-07-10', source: 'DTSEN' },
      ...origin,
    },
  ],
  [
    'registry.add-person',
    { place: village, family: nth(3), values: { nama: 'Sri', penyakit_kronis: ['1', 2] }, ...origin },
  ],
  ['registry.join-family', { family: nth(3), from: nth(8), relation: '3', ...origin }],
  ['registry.mark', { of: 'family', status: 'gone', on: '2026-11-01', ...origin }],
  ['programme.set-criteria', criteria],
  ['need.record', { holder, kind: 'food', text: 'Beras\nhabis' }],
  ['application.draft', { need: nth(9), programme: nth(10), ticked: ['KTP', 'KK'], note: 'Segera', send: true }],
  [
    'participation.record',
    {
      holder,
      programme: nth(10),
      status: 'stopped',
      reason: 'moved',
      since: '2025-01-01',
      until: '2026-01-01',
      amountRight: 'yes',
      onTime: 'no',
      useful: 'unknown',
      saidBy: 'family',
      saidOn: '2026-11-02',
      need: nth(9),
    },
  ],
  [
    'proposal.draft',
    {
      person: nth(2),
      family: nth(3),
      name: 'Sumarni',
      nik,
      kk,
      programme: 'pkh',
      asked: [{ name: 'status_kawin', before: '1', after: '2' }],
      reason: 'data-wrong',
      note: '',
      kind: 'correction',
      place: village,
      case: ids.case(1),
      visit: ids.visit(1),
      capturedAt,
    },
  ],
  ['proposal.evidence', { photos: ['b'.repeat(64), 'c'.repeat(64)], spot: { ...spot, accuracy: null } }],
  ['proposal.verify', { note: 'Foto jelas.', capture: 'trusted' }],
  ['ppks.receive', { type: 'child', since: '2026-01-01', village, name: 'Anak A', nik, ...holder }],
  ['ppks.plan', { services: [service, { ...service, service: nth(11), office: null, until: null }] }],
  ['ppks.assess', { findings: 'Tinggal sendiri.', risks: ['no-carer', 'alone'], on: '2026-11-02' }],
  ['psks.register', psks],
  ['psks.set-user', { staff: ids.staff(1) }],
  [
    'psks.post',
    {
      posting: nth(12),
      target: 'village',
      case: ids.case(1),
      visit: ids.visit(1),
      village,
      task: 'Damping keluarga',
      from: '2026-11-02',
      until: '2026-12-02',
    },
  ],
]
