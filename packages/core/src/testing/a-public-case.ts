import type { ToldCase } from '../contract/public-case.ts'
import { dayMs } from '../kernel/instant.ts'
import { ledgerCode } from '../place/code.ts'
import { monday } from './a-policy.ts'
import { ids } from './ids.ts'

/** A case as its citizen sees it, changed where a test says so. */
export const aPublicCase = (own: Partial<ToldCase> = {}): ToldCase => ({
  id: ids.case(1),
  district: ledgerCode.parse('34.04'),
  version: 1,
  number: '3404-26-000001',
  kind: 'complaint',
  category: 'pbi-inactive',
  inReview: false,
  status: 'registered',
  red: false,
  summary: 'BPJS PBI tidak aktif sejak Februari',
  placeName: 'Caturtunggal',
  officeName: 'Puskesos Caturtunggal',
  office: ids.office(1),
  officePhone: '0274 123456',
  level: 'village',
  waitingOffice: null,
  anonymous: false,
  missing: null,
  outcome: null,
  result: null,
  closure: null,
  satisfaction: null,
  registeredAt: monday,
  hopStartedAt: monday,
  dueAt: monday + 3 * dayMs,
  totalDueAt: monday + 10 * dayMs,
  answeredAt: monday,
  closedAt: monday,
  livesOnAs: null,
  appeals: [],
  steps: [{ kind: 'case.register', at: monday, officeName: null }],
  referrals: [],
  outlook: 'in-time',
  ...own,
})
