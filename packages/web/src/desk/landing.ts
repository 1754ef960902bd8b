import type { Permission } from '@openslrt/core/access/permission.ts'
import type { DeskRoute } from './desk-route.ts'

type Has = (permission: Permission) => boolean
interface Landing {
  readonly page: string
  readonly whose: (has: Has) => boolean
}

/**
 * SEAT-5 Where a person begins after signing in: as their rights say, not as their role is called, so that a role that an
 * office made begins where its work does. Work on cases comes before administration, and that before figures.
 */
const landings: readonly Landing[] = [
  // Who has the last word on data, or shares work out without deciding on it, looks first at who has how much to do.
  { page: '/beban', whose: (has) => has('case.erase') || sharesOut(has) },
  // Who initials and signs, and does no case work, comes for what waits for that.
  { page: '/surat', whose: (has) => (has('letter.initial') || has('letter.sign')) && !has('case.handle') },
  { page: '/antrean?queue=decision', whose: (has) => has('case.decide') && !has('case.handle') },
  { page: '/antrean', whose: (has) => has('case.register') || has('case.handle') || has('case.recommend') },
  { page: '/rujukan', whose: (has) => has('referral.answer') },
  // Who goes out, and does nothing else with cases, comes for the way.
  { page: '/kunjungan', whose: (has) => has('visit.do') },
  // Who only decides on what programmes were asked for.
  { page: '/permohonan', whose: (has) => has('programme.decide') && !has('figures.read') && !has('case.read') },
  // Who comes for one case looks for it.
  { page: '/cari', whose: (has) => has('case.read') },
  { page: '/kantor', whose: (has) => has('office.manage') },
  { page: '/petugas', whose: (has) => has('staff.manage') },
  { page: '/daftar', whose: (has) => has('lists.manage') },
  { page: '/dasbor', whose: (has) => has('figures.read') },
  // Single rights over the registry, without the right to read in it.
  { page: '/permohonan', whose: (has) => has('registry.edit') && !has('registry.read') },
  { page: '/keluarga/ganda', whose: (has) => has('registry.merge') && !has('registry.read') },
  { page: '/pemuatan', whose: (has) => has('registry.load') && !has('registry.read') },
  { page: '/usulkan', whose: (has) => has('proposal.make') && !has('registry.read') },
]

const sharesOut = (has: Has): boolean => has('case.assign') && has('case.handle') && !has('case.decide')

/** The page that the desk opens for who holds these rights: the first that is open to them, or the first of the menu. */
export function landingOf(permissions: readonly string[], open: readonly DeskRoute[]): string | undefined {
  const has: Has = (permission) => permissions.includes(permission)
  const own = landings.filter(({ whose }) => whose(has)).map(({ page }) => page)
  return own.find((page) => open.some(({ path }) => path === page.split('?')[0])) ?? open.find(({ menu }) => menu)?.path
}
