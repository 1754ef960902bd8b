import type { CaseRow, CaseStatus, Clock, GrantRow } from '../case/case.ts'
import type { ExpectedFile, RegisterData } from '../contract/case.ts'
import { dayMs, hourMs } from '../kernel/instant.ts'
import type { LetterRow } from '../letter/letter.ts'
import { ledgerCode, villageCode } from '../place/code.ts'
import type { ReferralRow } from '../referral/referral.ts'
import { monday } from './a-policy.ts'
import { offices } from './an-office.ts'
import { ids } from './ids.ts'

/** What a front office types in: somebody whose health insurance was switched off. */
export const registration = (own: Partial<RegisterData> = {}): RegisterData => ({
  kind: 'complaint',
  category: 'pbi-inactive',
  channel: 'walk-in',
  red: false,
  place: villageCode.parse('34.04.07.2001'),
  summary: 'BPJS PBI tidak aktif sejak Februari',
  story: 'Ditolak saat berobat.',
  client: { name: 'Sumarni', nik: '3404075203600001', kk: '3404070101100001', phone: '081234567890', address: 'RT 4' },
  reporter: { name: 'Budi', phone: null, relation: 'family', anonymous: false },
  contactVia: 'whatsapp',
  contactCare: [],
  restricted: null,
  ...own,
})

/** A file that a phone still has. */
export const anExpectedFile = (own: Partial<ExpectedFile> = {}): ExpectedFile => ({
  id: ids.attachment(1),
  name: 'ktp.jpg',
  sha256: 'ab'.repeat(32),
  size: 2048,
  type: 'image/jpeg',
  ...own,
})

const running: Clock = { startedAt: monday, dueAt: monday + 3 * dayMs, left: null }
const held: Clock = { startedAt: monday, dueAt: null, left: 600 }

/** A case that is as a case in this status is: what the status calls for is there, what it rules out is not. */
export function aCase(status: CaseStatus = 'registered', own: Partial<CaseRow> = {}): CaseRow {
  return { ...registeredCase, ...asStatusAsks[status], status, ...own }
}

const asStatusAsks: Readonly<Record<CaseStatus, Partial<CaseRow>>> = {
  registered: {},
  handling: { assignee: ids.staff(1) },
  returned: { statusBefore: 'handling', missing: 'Fotokopi KK', hop: held, total: held },
  recommended: { assignee: ids.staff(1) },
  answered: { outcome: 'granted', result: 'Kartu sudah aktif.', answeredAt: monday, hop: held, total: held },
  closed: {
    outcome: 'granted',
    result: 'Kartu sudah aktif.',
    answeredAt: monday,
    closedAt: monday,
    visitAt: monday + 30 * dayMs,
    visits: 0,
    closure: 'confirmed',
    satisfaction: 4,
    hop: held,
    total: held,
  },
  duplicate: { statusBefore: 'handling', duplicateOf: ids.case(2), hop: held, total: held },
  cancelled: { hop: held, total: held },
  erased: { hop: held, total: held },
}

const { client, reporter } = registration()
const registeredCase: CaseRow = {
  id: ids.case(1),
  district: ledgerCode.parse('34.04'),
  version: 1,
  number: '3404-26-000001',
  kind: 'complaint',
  category: 'pbi-inactive',
  channel: 'walk-in',
  priority: 'normal',
  place: villageCode.parse('34.04.07.2001'),
  office: offices.village.id,
  registeredOffice: offices.village.id,
  openedBy: null,
  consent: null,
  consentWords: null,
  assignee: null,
  status: 'registered',
  statusBefore: null,
  decision: null,
  summary: 'BPJS PBI tidak aktif sejak Februari',
  story: 'Ditolak saat berobat.',
  clientName: client.name,
  clientNik: client.nik,
  clientKk: client.kk,
  clientPhone: client.phone,
  clientAddress: client.address,
  reporterName: reporter.name,
  reporterPhone: reporter.phone,
  reporterRelation: reporter.relation,
  anonymous: false,
  contactVia: 'whatsapp',
  contactCare: null,
  restricted: null,
  missing: null,
  review: null,
  sentBy: null,
  outcome: null,
  result: null,
  closure: null,
  satisfaction: null,
  promised: null,
  firstMinutes: null,
  duplicateOf: null,
  appeals: [],
  openReferrals: 0,
  waitingOffice: null,
  hop: running,
  total: running,
  registeredAt: monday,
  changedAt: monday,
  answeredAt: null,
  closedAt: null,
  doorShort: 'short',
  doorLong: 'long',
  passed: null,
  remindAt: null,
  remindedAt: null,
  overdueSince: null,
  nudges: null,
  visitAt: null,
  visits: null,
  became: null,
  becameAt: null,
  erasureAskedBy: null,
  erasureAskedAt: null,
  erasureBasis: null,
}

/** A referral of the case to the hospital, open unless told otherwise. */
export const aReferral = (own: Partial<ReferralRow> = {}): ReferralRow => ({
  id: ids.referral(1),
  district: ledgerCode.parse('34.04'),
  version: 1,
  caseId: ids.case(1),
  fromOffice: offices.village.id,
  toOffice: offices.hospital.id,
  status: 'requested',
  asked: 'Mohon surat keterangan perawatan.',
  partOf: null,
  reason: null,
  outcome: null,
  result: null,
  consent: null,
  consentWords: null,
  requestedAt: monday,
  dueAt: monday + 3 * dayMs,
  heldLeft: null,
  remindAt: null,
  overdueSince: null,
  takenAt: null,
  takeMinutes: null,
  workMinutes: null,
  changedAt: monday,
  endedAt: null,
  link: null,
  linkUntil: null,
  linkShort: null,
  linkLong: null,
  ...own,
})

/** The grant that was written with the referral. */
export const aGrant = (own: Partial<GrantRow> = {}): GrantRow => ({
  id: ids.grant(1),
  district: ledgerCode.parse('34.04'),
  version: 1,
  caseId: ids.case(1),
  office: offices.hospital.id,
  referral: ids.referral(1),
  fields: ['story', 'client'],
  until: monday + 90 * dayMs,
  withdrawnAt: null,
  ...own,
})

/** A statement of registration that was drafted at the village, unless told otherwise. */
export const aLetter = (own: Partial<LetterRow> = {}): LetterRow => ({
  id: ids.letter(1),
  district: ledgerCode.parse('34.04'),
  version: 1,
  caseId: ids.case(1),
  kind: 'registered',
  office: offices.village.id,
  status: 'drafted',
  purpose: 'health',
  fields: '{"desil":"2","tanggal-data":"2026-10-01"}',
  drafter: ids.staff(8),
  chain: [{ act: 'sign', post: 'Koordinator' }],
  marks: [],
  note: null,
  number: null,
  serial: null,
  issuedAt: null,
  content: null,
  contentDigest: null,
  holder: '',
  door: null,
  handedAt: null,
  handedTo: null,
  replaces: null,
  replacedBy: null,
  draftedAt: monday,
  changedAt: monday,
  ...own,
})

/** A case that the village passed up while somebody worked on it, before the office above did anything with it. */
export const passedUp = {
  office: offices.district.id,
  assignee: null,
  passed: {
    office: offices.village.id,
    assignee: ids.staff(1),
    status: 'handling',
    decision: null,
    hop: { startedAt: monday, dueAt: monday + 9 * hourMs, left: null },
  },
} as const satisfies Partial<CaseRow>
