import type { PpksCommandData } from '../contract/ppks.ts'
import type { PsksCommandData } from '../contract/psks.ts'
import { ppksId, ppksServiceId, psksEventId, psksId, psksPostingId, psksReportId } from '../kernel/id.ts'
import { ledgerCode, placeCode, villageCode } from '../place/code.ts'
import type { PpksRow, PpksServiceRow } from '../ppks/ppks.ts'
import type { PsksEventRow, PsksPostingRow, PsksReportRow, PsksRow } from '../psks/psks.ts'
import { monday } from './a-policy.ts'
import { offices } from './an-office.ts'
import { ids } from './ids.ts'

/** The n-th id of somebody who is helped or helps, or of a part of that, the same in every run. */
export const welfareNth = (n: number): string => `e0000000-0000-4000-8000-${String(n).padStart(12, '0')}`

const at = { district: ledgerCode.parse('34.04'), version: 1 }
const village = villageCode.parse('34.04.07.2001')

/** An old man on his own who was just taken down. Nobody's. */
export const aPpks = (own: Partial<PpksRow> = {}): PpksRow => ({
  ...at,
  id: ppksId.parse(welfareNth(1)),
  place: placeCode.parse(village),
  office: offices.village.id,
  person: null,
  family: null,
  name: 'Karto Wiyono',
  nik: '3404070101400001',
  type: 'neglected-elderly',
  restricted: null,
  since: '2026-10-01',
  caseId: null,
  status: 'received',
  findings: null,
  risks: [],
  assessedBy: null,
  assessedOn: null,
  course: '',
  outcome: null,
  endedOn: null,
  addedAt: monday,
  changedAt: monday,
  ...own,
})

export const aService = (own: Partial<PpksServiceRow> = {}): PpksServiceRow => ({
  ...at,
  id: ppksServiceId.parse(welfareNth(2)),
  ppks: ppksId.parse(welfareNth(1)),
  what: 'Makanan harian',
  office: offices.district.id,
  provider: offices.district.name,
  fromDay: '2026-11-02',
  untilDay: null,
  status: 'planned',
  note: null,
  changedAt: monday,
  ...own,
})

/** A community worker of the village, verified. Nobody's. */
export const aPsks = (own: Partial<PsksRow> = {}): PsksRow => ({
  ...at,
  id: psksId.parse(welfareNth(11)),
  kind: 'community-worker',
  who: 'person',
  place: placeCode.parse(village),
  serves: [placeCode.parse(village)],
  office: offices.village.id,
  staff: null,
  name: 'Sri Wahyuni',
  nik: '3404075203800002',
  phone: '081300002222',
  email: null,
  address: 'Jl. Melati 3',
  fields: '{"education":"SMA"}',
  status: 'verified',
  note: null,
  registeredBy: ids.staff(1),
  verifiedBy: ids.staff(2),
  checkedOn: '2026-01-05',
  registeredAt: monday,
  changedAt: monday,
  ...own,
})

export const aReport = (own: Partial<PsksReportRow> = {}): PsksReportRow => ({
  ...at,
  id: psksReportId.parse(welfareNth(12)),
  psks: psksId.parse(welfareNth(11)),
  month: '2026-10',
  activities: 'Mendampingi lima keluarga.',
  days: 12,
  people: 5,
  status: 'sent',
  note: null,
  sentBy: ids.staff(1),
  sentAt: monday,
  judgedBy: null,
  judgedAt: null,
  ...own,
})

export const anEvent = (own: Partial<PsksEventRow> = {}): PsksEventRow => ({
  ...at,
  id: psksEventId.parse(welfareNth(13)),
  psks: psksId.parse(welfareNth(11)),
  what: 'training',
  title: 'Pelatihan pendampingan lansia',
  onDay: '2026-09-01',
  hours: 16,
  result: 'Lulus',
  addedAt: monday,
  ...own,
})

export const aPosting = (own: Partial<PsksPostingRow> = {}): PsksPostingRow => ({
  ...at,
  id: psksPostingId.parse(welfareNth(14)),
  psks: psksId.parse(welfareNth(11)),
  target: 'village',
  caseId: null,
  caseNumber: null,
  visit: null,
  village: placeCode.parse(village),
  office: offices.village.id,
  task: 'Mendata lansia sendirian',
  fromDay: '2026-11-01',
  untilDay: null,
  endedOn: null,
  result: null,
  madeAt: monday,
  ...own,
})

const about = { type: 'neglected-elderly', since: '2026-10-01', village, name: 'Karto Wiyono', nik: null }
const service = {
  service: ppksServiceId.parse(welfareNth(2)),
  what: 'Makanan harian',
  office: offices.district.id,
  provider: '',
  from: '2026-11-02',
  until: null,
}
const ofService = { service: service.service }
const note = 'Sudah diperiksa.'

/** What each command about a PPKS carries. */
export const ppksData: PpksCommandData = {
  'ppks.receive': { ...about, person: null, family: null, case: null },
  'ppks.correct': { ...about, note },
  'ppks.assess': { findings: 'Tinggal sendiri, sakit.', risks: ['no-carer'], on: '2026-11-01' },
  'ppks.plan': { services: [service] },
  'ppks.add-service': { ...service, service: ppksServiceId.parse(welfareNth(3)) },
  'ppks.begin-service': { ...ofService, note: '' },
  'ppks.finish-service': { ...ofService, note },
  'ppks.stop-service': { ...ofService, note },
  'ppks.monitor': { note, on: '2026-11-02' },
  'ppks.end': { outcome: 'back-home', note: '' },
  'ppks.reassess': { note },
  'ppks.replan': { note },
  'ppks.reopen': { note },
}

const words: PsksCommandData['psks.register'] = {
  kind: 'community-worker',
  place: placeCode.parse(village),
  serves: [placeCode.parse(village)],
  name: 'Sri Wahyuni',
  nik: null,
  phone: '081300002222',
  email: null,
  address: '',
  fields: { education: 'SMA' },
}
const ofReport = { report: psksReportId.parse(welfareNth(12)) }
const posting = psksPostingId.parse(welfareNth(14))

/** What each command about a PSKS carries. */
export const psksData: PsksCommandData = {
  'psks.register': words,
  'psks.change': words,
  'psks.verify': {},
  'psks.send-back': { note },
  'psks.renew': {},
  'psks.end': { note },
  'psks.reopen': { note },
  'psks.report': { ...ofReport, month: '2026-10', activities: 'Mendampingi lima keluarga.', days: 12, people: 5 },
  'psks.accept-report': ofReport,
  'psks.return-report': { ...ofReport, note },
  'psks.add-event': {
    event: psksEventId.parse(welfareNth(13)),
    what: 'training',
    title: 'Pelatihan pendampingan lansia',
    onDay: '2026-09-01',
    hours: 16,
    result: 'Lulus',
  },
  'psks.set-user': { staff: ids.staff(4) },
  'psks.post': {
    posting,
    target: 'village',
    case: null,
    visit: null,
    village,
    task: 'Mendata lansia sendirian',
    from: '2026-11-01',
    until: null,
  },
  'psks.end-posting': { posting, note },
}
