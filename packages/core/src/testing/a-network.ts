import type { NetworkData, NetworkTargetData } from '../contract/network.ts'
import { networkFactId, networkTargetId } from '../kernel/id.ts'
import type { NetworkFactRow, NetworkOfficeRow } from '../network/network.ts'
import type { NetworkTargetRow } from '../network/target.ts'
import { ledgerCode } from '../place/code.ts'
import { monday } from './a-policy.ts'
import { offices } from './an-office.ts'
import { ids } from './ids.ts'

/** The n-th fact that a test says. */
export const factNth = (n: number) => networkFactId.parse(`0192f100-0000-7000-8000-${String(n).padStart(12, '0')}`)

/** What is held of the Puskesos of Caturtunggal, unless told otherwise: it is at work since October, and nothing else is known. */
export const aNetworkOffice = (own: Partial<NetworkOfficeRow> = {}): NetworkOfficeRow => ({
  id: offices.village.id,
  district: ledgerCode.parse('34.04'),
  version: 1,
  state: 'active',
  stateOn: '2026-10-01',
  facts: [],
  grownYear: null,
  cohort: null,
  initiator: null,
  connection: null,
  changedAt: monday,
  ...own,
})

/** That it became active, as it was told. */
export const aNetworkFact = (own: Partial<NetworkFactRow> = {}): NetworkFactRow => ({
  id: factNth(1),
  district: ledgerCode.parse('34.04'),
  version: 1,
  office: offices.village.id,
  about: 'state',
  fromDay: '2026-10-01',
  said: null,
  state: 'active',
  reason: '',
  saidBy: ids.staff(5),
  saidAt: monday,
  ...own,
})

/** The n-th target that a test sets. */
export const targetNth = (n: number) => networkTargetId.parse(`0192f200-0000-7000-8000-${String(n).padStart(12, '0')}`)

/** How many Puskesos there are to be by the end of 2027, as the ministry said it first. */
export const aNetworkTarget = (own: Partial<NetworkTargetRow> = {}): NetworkTargetRow => ({
  id: targetNth(1),
  district: ledgerCode.parse('00'),
  version: 1,
  year: 2027,
  of: 'puskesos',
  count: 9_000,
  fromDay: '2026-11-01',
  reason: '',
  turn: 0,
  saidBy: ids.staff(8),
  saidAt: monday,
  ...own,
})

export const networkTargetData: NetworkTargetData = {
  year: 2027,
  of: 'puskesos',
  count: 9_000,
  from: '2026-11-01',
  reason: 'Anggaran tahun depan bertambah.',
  turn: 0,
}

const dated = { fact: factNth(1), from: '2026-11-01' }
const step = { ...dated, reason: 'Sesuai hasil rapat 1 November.' }

/** For every act about an office of the network, data that the law has nothing against. */
export const networkData: NetworkData = {
  legal: { ...dated, form: 'perbup', number: '28 Tahun 2022', on: '2022-03-01' },
  grown: { ...dated, year: 2018, on: '2018-06-04', cohort: 2018, initiator: 'ministry' },
  funding: { ...dated, source: 'apbd-district', year: 2026, amount: 250_000_000 },
  premises: { ...dated, premises: 'village-hall', words: 'Ruang depan balai desa' },
  devices: { ...dated, computer: 1, laptop: 2, tablet: 0, phone: 1, printer: 1, modem: 0 },
  connection: { ...dated, connection: '4g' },
  site: { ...dated, spot: { lat: -7.7705, long: 110.4089 } },
  plan: step,
  grow: step,
  activate: step,
  release: step,
  lapse: step,
  revive: step,
}
