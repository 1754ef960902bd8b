import type { NeedCommandData } from '../contract/need.ts'
import { applicationId, needId, participationId, programmeId, quotaId } from '../kernel/id.ts'
import type { ProgrammeFacts } from '../need/facts.ts'
import type { ApplicationRow, NeedRow, ParticipationRow, QuotaRow } from '../need/need.ts'
import type { HolderFacts, NeedFile } from '../need/scene.ts'
import { ledgerCode, nation, placeCode } from '../place/code.ts'
import { aFamily, aPerson } from './a-family.ts'
import { monday } from './a-policy.ts'
import { offices } from './an-office.ts'
import { ids } from './ids.ts'

/** The n-th id of a part of a need, the same in every run. */
export const needNth = (n: number): string => `d0000000-0000-4000-8000-${String(n).padStart(12, '0')}`

const district = ledgerCode.parse('34.04')
export const sleman = placeCode.parse('34.04')
const day = '2026-11-02'

/** A programme of the nation, for which the social agency of the district decides. */
export const someProgramme: ProgrammeFacts = {
  id: programmeId.parse(needNth(900)),
  home: nation,
  name: 'Program Sembako',
  open: true,
  office: offices.district.id,
  papers: ['KTP', 'KK'],
}

export const aHolder: HolderFacts = {
  person: aPerson.id,
  family: aFamily.id,
  caseId: null,
  place: aPerson.place,
  name: aPerson.name,
  restricted: false,
}

export const aNeed = (own: Partial<NeedRow> = {}): NeedRow => ({
  id: needId.parse(needNth(1)),
  district,
  version: 1,
  person: aPerson.id,
  family: aFamily.id,
  caseId: null,
  place: aPerson.place,
  kind: 'food-card',
  text: 'Belum pernah menerima sembako.',
  status: 'recorded',
  programme: null,
  standing: 0,
  reason: null,
  note: null,
  day,
  office: offices.village.id,
  by: `staff:${ids.staff(1)}`,
  recordedAt: monday,
  settledAt: null,
  changedAt: monday,
  ...own,
})

export const anApplication = (own: Partial<ApplicationRow> = {}): ApplicationRow => ({
  id: applicationId.parse(needNth(2)),
  district,
  version: 1,
  need: aNeed().id,
  person: aPerson.id,
  family: aFamily.id,
  caseId: null,
  place: aPerson.place,
  kind: 'food-card',
  programme: someProgramme.id,
  programmeHome: someProgramme.home,
  programmeName: someProgramme.name,
  name: aPerson.name,
  from: offices.village.id,
  office: offices.district.id,
  status: 'sent',
  papers: someProgramme.papers,
  ticked: ['KTP'],
  quota: null,
  ticket: null,
  reason: null,
  note: null,
  decidedBy: null,
  dueDay: '2026-11-20',
  dueAt: monday,
  remindAt: monday,
  overdueSince: null,
  draftedAt: monday,
  sentAt: monday,
  decidedAt: null,
  changedAt: monday,
  ...own,
})

export const aQuota = (own: Partial<QuotaRow> = {}): QuotaRow => ({
  id: quotaId.parse(needNth(3)),
  district,
  version: 1,
  programme: someProgramme.id,
  programmeHome: someProgramme.home,
  programmeName: someProgramme.name,
  place: sleman,
  from: '2026-01-01',
  until: '2026-12-31',
  places: 2,
  granted: 0,
  shared: 0,
  waiting: 0,
  lastTicket: 0,
  office: offices.district.id,
  changedAt: monday,
  ...own,
})

export const aParticipation = (own: Partial<ParticipationRow> = {}): ParticipationRow => ({
  id: participationId.parse(needNth(4)),
  district,
  version: 1,
  person: aPerson.id,
  family: aFamily.id,
  caseId: null,
  place: aPerson.place,
  programme: someProgramme.id,
  programmeName: someProgramme.name,
  status: 'receives',
  reason: null,
  since: '2026-01-01',
  until: null,
  amountRight: 'yes',
  onTime: 'unknown',
  useful: 'yes',
  saidBy: 'family',
  saidOn: day,
  by: `staff:${ids.staff(1)}`,
  changedAt: monday,
  ...own,
})

/** What a command finds when nothing is in its way. */
export const aNeedFile = (own: Partial<NeedFile> = {}): NeedFile => ({
  need: null,
  application: null,
  participation: null,
  granted: [],
  holder: aHolder,
  programme: someProgramme,
  twice: false,
  quota: null,
  owed: false,
  around: [],
  line: [],
  knowsPlace: true,
  ...own,
})

const note = 'Sudah diperiksa.'
const programme = { programme: someProgramme.id }
const holder = { person: aPerson.id, family: aFamily.id, case: null }

/** For every command about needs, data that the law has nothing against when the right office gives it. */
export const needData: NeedCommandData = {
  'need.record': { holder, kind: 'food-card', text: 'Belum pernah menerima sembako.' },
  'need.match': programme,
  'need.meet': { note },
  'need.fail': { reason: 'no-programme', note: '' },
  'need.reopen': { note },
  'application.draft': { need: aNeed().id, ...programme, ticked: ['KTP'], note: '', send: true },
  'application.tick': { ticked: ['KTP', 'KK'] },
  'application.send': { note: '' },
  'application.grant': { note: '' },
  'application.refuse': { reason: 'not-eligible', note: '' },
  'application.withdraw': { note },
  'application.release': { note },
  'participation.record': {
    holder,
    ...programme,
    status: 'receives',
    reason: null,
    since: '2026-01-01',
    until: null,
    amountRight: 'yes',
    onTime: 'unknown',
    useful: 'yes',
    saidBy: 'family',
    saidOn: day,
    need: null,
  },
  'quota.set': { ...programme, place: sleman, from: '2026-01-01', until: '2026-12-31', places: 2 },
}
