import type { Permission } from '../access/permission.ts'
import type { Line, ShippedItem } from '../lists/item.ts'
import { sinceTheStart } from '../lists/item.ts'
import type { OfficeKind } from '../office/office.ts'
import { meetingList } from './kinds.ts'

type Caller = { readonly offices: OfficeKind[]; readonly rights: Permission[] }
type Shipped = readonly [...line: Line, months: number, callers: readonly Caller[]]

const desks: OfficeKind[] = ['puskesos', 'subdistrict-post', 'secretariat', 'province-office']
const chairs: Permission[] = ['case.assign', 'case.decide']
/** Bappeda leads the teams beside the social agency; it plans by figures and reads no case. */
const planners: Caller = { offices: ['agency'], rights: ['figures.read'] }
const basis = 'Tim koordinasi: Bappeda, Dinas Sosial dan OPD; tim teknis per kabupaten/kota dan provinsi'
const kinds: readonly Shipped[] = [
  [
    'case-conference',
    'Konferensi kasus',
    'Case conference',
    0,
    [{ offices: desks, rights: ['case.handle', 'case.assign'] }],
  ],
  ['technical-team', 'Rapat tim teknis', 'Technical team meeting', 1, [{ offices: desks, rights: chairs }, planners]],
  [
    'coordination-team',
    'Rapat tim koordinasi',
    'Coordination team meeting',
    3,
    [{ offices: ['secretariat', 'province-office', 'national-office'], rights: chairs }, planners],
  ],
]

/** The kinds that a new installation holds; each place may have its own from a day on. */
export const shippedMeetingKinds: readonly ShippedItem[] = kinds.map(([code, id, en, months, callers]) => ({
  list: meetingList,
  code,
  names: { id, en },
  data: { callers: callers.map((caller) => ({ ...caller })), months, basis },
  ...sinceTheStart,
}))
