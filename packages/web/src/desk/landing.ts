import type { RoleCode } from '@openslrt/core/access/shipped-roles.ts'
import { keysOf } from '@openslrt/core/kernel/keys.ts'
import type { DeskRoute } from './routes.tsx'

/**
 * SEAT-5 Where each role begins after signing in. The order decides for who holds several: work on cases comes before
 * administration, and that before figures. A surveyor or verifier comes for one case and looks for it.
 */
const landings: Readonly<Record<RoleCode, string>> = {
  manager: '/beban',
  supervisor: '/beban',
  'agency-head': '/antrean?queue=decision',
  'section-head': '/antrean',
  coordinator: '/antrean',
  bo: '/antrean',
  fo: '/antrean',
  facilitator: '/antrean',
  'village-operator': '/antrean',
  province: '/antrean',
  national: '/antrean',
  provider: '/rujukan',
  verifier: '/cari',
  approver: '/cari',
  surveyor: '/cari',
  admin: '/kantor',
  leader: '/dasbor',
  planner: '/dasbor',
  ministry: '/dasbor',
  partner: '/dasbor',
}

/** The page that the desk opens for these roles: their own, or the first of the menu where that is not open to them. */
export function landingOf(roles: readonly string[], open: readonly DeskRoute[]): string | undefined {
  const own = keysOf(landings)
    .filter((role) => roles.includes(role))
    .map((role) => landings[role])
  return own.find((page) => open.some(({ path }) => path === page.split('?')[0])) ?? open.find(({ menu }) => menu)?.path
}
