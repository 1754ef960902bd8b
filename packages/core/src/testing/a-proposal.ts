import type { MinutesMove, ProposalAction, ProposalData, ProposalMove } from '../contract/proposal.ts'
import { minutesId, proposalBatchId, proposalId } from '../kernel/id.ts'
import { wireOf } from '../kernel/instant.ts'
import { canonical } from '../kernel/json.ts'
import { ledgerCode, placeCode } from '../place/code.ts'
import type { MinutesRow, ProposalBatchRow, ProposalRow } from '../proposal/proposal.ts'
import { targetData } from '../proposal/rules.ts'
import type { ProposalLook } from '../proposal/scene.ts'
import { shippedProposalItems, usualCutOff } from '../proposal/shipped.ts'
import { aPerson } from './a-family.ts'
import { monday } from './a-policy.ts'
import { offices } from './an-office.ts'
import { ids } from './ids.ts'

const nth = (kind: string, n: number): string => `${kind}0000000-0000-4000-8000-${String(n).padStart(12, '0')}`
export const proposalIds = {
  proposal: (n: number) => proposalId.parse(nth('d', n)),
  minutes: (n: number) => minutesId.parse(nth('e', n)),
  batch: (n: number) => proposalBatchId.parse(nth('f', n)),
}
const district = ledgerCode.parse('34.04')
/** The village of the tests. */
export const village = placeCode.parse('34.04.07.2001')
const scan = { file: 'a'.repeat(64), fileName: 'berita-acara.pdf' }
const asked = [{ name: 'jenis_lantai_terluas', before: '3', after: '5' }]
const words = {
  person: aPerson.id,
  family: aPerson.family,
  name: aPerson.name,
  nik: aPerson.nik,
  kk: '3404070101100001',
  programme: null,
  asked,
  reason: 'data-differs',
  note: 'Lantai rumah sekarang tanah.',
}

/** For every act of proposals, data that the law has nothing against. */
export const proposalData: ProposalData = {
  draft: { ...words, kind: 'correction', place: village, case: null, visit: null, capturedAt: wireOf(monday) },
  change: words,
  evidence: { photos: ['b'.repeat(64)], spot: { lat: -7.78, long: 110.39, accuracy: 12 } },
  back: scan,
  resend: { note: '' },
  verify: { note: '', capture: null },
  return: { reason: 'papers-missing', note: 'KK tidak terbaca.' },
  approve: { note: '' },
  'send-back': { reason: 'visit-needed', note: 'Kunjungi dulu.' },
  withdraw: { note: 'Warga membatalkan.' },
  tick: { target: 'siks-ng', fields: ['nama'], done: true },
  accept: { answeredOn: '2026-11-02', note: '' },
  reject: { answeredOn: '2026-11-02', reason: 'desil-above', note: 'Desil 6.' },
  meet: { kind: 'musdes', place: village, day: '2026-11-02', venue: 'Balai desa' },
  minute: {
    venue: 'Balai desa',
    leader: 'Pak Dukuh',
    attendance: [{ name: 'Bu Lurah', post: 'Lurah' }],
    counts: { notFound: 1, wellOff: 2, moved: 3, corrected: 4, prelist: 100, fresh: 5 },
    decisions: 'Semua usulan disepakati.',
    verdicts: [{ proposal: proposalIds.proposal(1), agreed: true, note: '' }],
  },
  sign: scan,
  'call-off': { note: 'Hujan deras.' },
  export: { month: '2026-11', proposals: [proposalIds.proposal(1)] },
}

/** An act with data that the law has nothing against, or with other data. */
export const proposalMove = <Action extends ProposalMove['action']>(
  action: Action,
  own: Partial<ProposalData[Action]> = {},
): ProposalMove => ({ action, data: { ...proposalData[action], ...own } }) as ProposalMove
export const minutesMove = <Action extends MinutesMove['action']>(
  action: Action,
  own: Partial<ProposalData[Action]> = {},
): MinutesMove => ({ action, data: { ...proposalData[action], ...own } }) as MinutesMove

/** A correction of somebody in a village of Sleman, as its facilitator (staff 1) drafted it on Monday. */
export const aProposal = (own: Partial<ProposalRow> = {}): ProposalRow => ({
  id: proposalIds.proposal(1),
  district,
  version: 1,
  kind: 'correction',
  status: 'drafted',
  place: village,
  person: aPerson.id,
  family: aPerson.family,
  name: aPerson.name,
  nik: aPerson.nik,
  kk: '3404070101100001',
  caseId: null,
  visit: null,
  programme: null,
  asked: canonical(asked),
  reason: 'data-differs',
  note: 'Lantai rumah sekarang tanah.',
  photos: null,
  spot: null,
  drafters: [ids.staff(1)],
  office: offices.village.id,
  capturedAt: monday,
  receivedAt: monday,
  capture: 'plausible',
  month: '2026-11',
  backing: null,
  minutes: null,
  file: null,
  fileName: null,
  backedAt: null,
  verifier: null,
  verifiedAt: null,
  approver: null,
  approvedAt: null,
  why: null,
  words: null,
  batch: null,
  exportedAt: null,
  ticks: [],
  answeredOn: null,
  answeredAt: null,
  dueAt: null,
  pressed: 0,
  pressAt: null,
  draftedAt: monday,
  changedAt: monday,
  ...own,
})

/** Minutes that are being written. */
export const someMinutes = (own: Partial<MinutesRow> = {}): MinutesRow => ({
  id: proposalIds.minutes(1),
  district,
  version: 1,
  kind: 'musdes',
  status: 'open',
  place: village,
  office: offices.village.id,
  writer: ids.staff(1),
  day: '2026-11-02',
  venue: 'Balai desa',
  leader: 'Pak Dukuh',
  attendance: canonical(proposalData.minute.attendance),
  counts: proposalData.minute.counts,
  decisions: '',
  verdicts: canonical(proposalData.minute.verdicts),
  file: null,
  fileName: null,
  note: null,
  openedAt: monday,
  signedAt: null,
  changedAt: monday,
  ...own,
})

export const aBatch: ProposalBatchRow = {
  id: proposalIds.batch(1),
  district,
  version: 1,
  month: '2026-11',
  place: placeCode.parse('34.04'),
  office: offices.district.id,
  maker: ids.staff(1),
  size: 1,
  madeAt: monday,
}

/** What a decision looks at, with the lists as they are shipped. */
export const aLook = (own: Partial<ProposalLook> = {}): ProposalLook => ({
  proposal: null,
  minutes: null,
  proposals: new Map(),
  has: (list, code) => shippedProposalItems.some((item) => item.list === list && item.code === code),
  cutOff: () => usualCutOff,
  targets: new Map(
    shippedProposalItems.flatMap(({ code, data }) => {
      const target = targetData.safeParse(data)
      return target.success ? [[code, target.data.fields] as const] : []
    }),
  ),
  filed: true,
  ...own,
})

/** Every act of a proposal, for tests that try them all. */
export const proposalActs: readonly Exclude<
  ProposalAction,
  'draft' | 'meet' | 'minute' | 'sign' | 'call-off' | 'export'
>[] = [
  'change',
  'evidence',
  'back',
  'resend',
  'verify',
  'return',
  'approve',
  'send-back',
  'withdraw',
  'tick',
  'accept',
  'reject',
]
