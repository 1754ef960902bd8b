import type { JointCommandData } from '../contract/joint.ts'
import type { JointPartnerRow, JointRow, JointTargetRow, JointTaskRow } from '../joint/joint.ts'
import { jointId, jointPartnerId, jointTargetId, jointTaskId } from '../kernel/id.ts'
import { ledgerCode, villageCode } from '../place/code.ts'
import { monday } from './a-policy.ts'
import { offices } from './an-office.ts'

/** The n-th id of a part of a programme, the same in every run. */
export const jointNth = (n: number): string => `a0000000-0000-4000-8000-${String(n).padStart(12, '0')}`

const district = ledgerCode.parse('34.04')

/** A programme of the secretariat with the hospital and a foundation, a task of the hospital, and one target. */
export const joint: JointRow = {
  id: jointId.parse(jointNth(1)),
  district,
  version: 3,
  name: 'Satu Data Lansia',
  purpose: 'Lansia sendirian dikunjungi.',
  lead: offices.district.id,
  status: 'running',
  agreement: 'PKS/12/2026',
  agreedOn: '2026-01-02',
  validUntil: '2027-01-01',
  offices: [offices.district.id, offices.hospital.id],
  startedAt: monday,
  changedAt: monday,
  endedAt: null,
}
export const partner: JointPartnerRow = {
  id: jointPartnerId.parse(jointNth(2)),
  district,
  version: 2,
  joint: joint.id,
  kind: 'agency',
  office: offices.hospital.id,
  name: offices.hospital.name,
  contact: '',
  fields: ['name', 'need'],
  joinedAt: monday,
  leftAt: null,
}
export const outside: JointPartnerRow = {
  ...partner,
  id: jointPartnerId.parse(jointNth(3)),
  office: null,
  name: 'Yayasan Kasih',
}
export const task: JointTaskRow = {
  id: jointTaskId.parse(jointNth(4)),
  district,
  version: 5,
  joint: joint.id,
  partner: partner.id,
  what: 'Periksa kesehatan',
  dueOn: '2026-11-30',
  status: 'planned',
  note: '',
  changedAt: monday,
}
export const target: JointTargetRow = {
  id: jointTargetId.parse(jointNth(5)),
  district,
  version: 7,
  joint: joint.id,
  caseId: null,
  place: offices.village.place,
  name: 'Mbah Karto',
  nik: null,
  phone: null,
  address: null,
  need: 'Kursi roda',
  status: 'listed',
  partner: null,
  result: null,
  listedAt: monday,
  changedAt: monday,
}

const note = 'Sudah dikerjakan.'
const of = { joint: joint.id }
const programme = {
  name: joint.name,
  purpose: joint.purpose,
  agreement: joint.agreement,
  agreedOn: joint.agreedOn,
  validUntil: joint.validUntil,
}

/** For every command about a programme, data that the law has nothing against when its lead gives it. */
export const jointData: JointCommandData = {
  'joint.start': programme,
  'joint.change': programme,
  'joint.end': { note },
  'joint.add-partner': { ...of, kind: 'ministry', office: offices.health.id, name: '', contact: '', fields: ['name'] },
  'joint.change-partner': { ...of, contact: 'Bu Rina', fields: [] },
  'joint.end-partner': { ...of, note },
  'joint.add-task': { ...of, partner: partner.id, what: 'Periksa', dueOn: '2026-12-01' },
  'joint.begin-task': { ...of, note: '' },
  'joint.finish-task': { ...of, note },
  'joint.drop-task': { ...of, note },
  'joint.reopen-task': { ...of, note },
  'joint.list-target': {
    ...of,
    case: null,
    village: villageCode.parse('34.04.07.2001'),
    name: 'Mbah Karto',
    nik: null,
    phone: null,
    address: '',
    need: '',
  },
  'joint.reach-target': { ...of, partner: null, note },
  'joint.drop-target': { ...of, note },
}
