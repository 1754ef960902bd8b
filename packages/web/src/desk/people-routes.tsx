import type { FamilyCard } from '@openslrt/core/contract/registry-queries.ts'
import type { VisitPage } from '@openslrt/core/contract/visit-queries.ts'
import type { ActivityScreen } from '../features/activity/screens.ts'
import type { ProposalScreen } from '../features/proposal/screens.ts'
import type { DeskRoute } from './desk-route.ts'
import { menuIcon } from './menu-icon.tsx'
import { type Section, sectionsOf } from './sections.tsx'

/** What the card of a family shows beside the family itself. */
const familySections: readonly Section<{ readonly card: FamilyCard }>[] = [
  {
    title: 'match.title',
    needs: ['registry.read'],
    load: async () => ({ Panel: (await import('../features/programme/match-panel.tsx')).FamilyPanel }),
  },
  {
    title: 'need.panel',
    needs: ['registry.read'],
    load: async () => ({ Panel: (await import('../features/need/case-panel.tsx')).FamilyPanel }),
  },
  {
    title: 'visit.title',
    needs: ['visit.do'],
    load: async () => ({ Panel: (await import('../features/visit/about-panel.tsx')).FamilyPanel }),
  },
  { title: 'ppks.menu', needs: ['registry.read'], load: () => import('../features/ppks/family-panel.tsx') },
]
const FamilySections = sectionsOf(familySections)

/** What the page of a visit shows beside the visit itself. */
const visitSections: readonly Section<{ readonly visit: VisitPage }>[] = [
  { title: 'psks.title', needs: ['registry.read'], load: () => import('../features/psks/visit-panel.tsx') },
]
const VisitSections = sectionsOf(visitSections)

/** The screens of proposals are many and small: the first load names them in one word each. */
const proposals =
  (name: ProposalScreen): DeskRoute['load'] =>
  async () =>
    (await import('../features/proposal/screens.ts')).screens[name]()

const activity =
  (name: ActivityScreen): DeskRoute['load'] =>
  async () =>
    (await import('../features/activity/screens.ts')).screens[name]()

/** The screens of the registry and of what is done for its people: the table of routes takes them in whole. */
export const peopleRoutes: readonly DeskRoute[] = [
  {
    path: '/keluarga/cari',
    title: 'find.title',
    load: () => import('../features/registry/find/find-screen.tsx'),
    needs: ['registry.read'],
  },
  {
    path: '/keluarga/ganda',
    title: 'double.title',
    load: () => import('../features/registry/find/doubles-screen.tsx'),
    needs: ['registry.merge'],
  },
  {
    path: '/keluarga/ganda/:district/:kept/:gone',
    title: 'merge.title',
    load: () => import('../features/registry/find/merge-screen.tsx'),
    needs: ['registry.merge'],
  },
  {
    path: '/keluarga',
    title: 'family.title',
    load: () => import('../features/registry/families-screen.tsx'),
    needs: ['registry.read'],
    menu: { icon: menuIcon('HouseHeartIcon') },
  },
  {
    path: '/keluarga/:district/:id',
    title: 'family.title',
    load: async () => {
      const { familyScreen } = await import('../features/registry/family-screen.tsx')
      return { Screen: familyScreen({ Sections: FamilySections }) }
    },
    needs: ['registry.read'],
  },
  {
    path: '/anggota/:district/:id',
    title: 'family.title',
    load: () => import('../features/registry/person-screen.tsx'),
    needs: ['registry.read'],
    under: ['/keluarga'],
  },
  {
    path: '/pemuatan',
    title: 'load.title',
    load: () => import('../features/load/loads-screen.tsx'),
    needs: ['registry.load'],
    under: ['/keluarga'],
  },
  {
    path: '/pemuatan/:id',
    title: 'load.title',
    load: () => import('../features/load/load-screen.tsx'),
    needs: ['registry.load'],
  },
  {
    path: '/usulan',
    title: 'proposal.title',
    load: proposals('list'),
    needs: ['registry.read'],
    menu: { icon: menuIcon('TasklistSendIcon') },
  },
  {
    path: '/usulan/:district/:id',
    title: 'proposal.title',
    load: proposals('one'),
    needs: ['registry.read'],
  },
  {
    path: '/usulkan',
    title: 'proposal.title',
    load: proposals('draft'),
    needs: ['proposal.make'],
    under: ['/usulan'],
  },
  {
    path: '/sptjm/:district/:id',
    title: 'proposal.title',
    load: proposals('sptjm'),
    needs: ['registry.read'],
    under: ['/usulan'],
  },
  {
    path: '/musyawarah',
    title: 'proposal.title',
    load: proposals('meetings'),
    needs: ['registry.read'],
    under: ['/usulan'],
  },
  {
    path: '/musyawarah/:district/:id',
    title: 'proposal.title',
    load: proposals('meeting'),
    needs: ['registry.read'],
  },
  {
    path: '/kiriman',
    title: 'proposal.title',
    load: proposals('batches'),
    needs: ['registry.read'],
    under: ['/usulan'],
  },
  {
    path: '/kiriman/:district/:id',
    title: 'proposal.title',
    load: proposals('batch'),
    needs: ['registry.read'],
  },
  {
    path: '/ketik/:district/:id',
    title: 'proposal.title',
    load: proposals('copy'),
    needs: ['registry.read'],
    under: ['/usulan'],
  },
  {
    path: '/tenggat',
    title: 'proposal.title',
    load: proposals('calendar'),
    needs: ['registry.read'],
    under: ['/usulan'],
  },
  {
    path: '/jawaban',
    title: 'proposal.title',
    load: proposals('answers'),
    needs: ['proposal.make', 'proposal.verify'],
    under: ['/usulan'],
  },
  {
    path: '/program',
    title: 'programme.title',
    load: () => import('../features/programme/list-screen.tsx'),
    needs: ['case.read', 'registry.read', 'programme.manage', 'programme.decide'],
    menu: { icon: menuIcon('HandHeartIcon') },
  },
  {
    path: '/program/:district/:id',
    title: 'programme.title',
    load: () => import('../features/programme/programme-screen.tsx'),
    needs: ['case.read', 'registry.read', 'programme.manage', 'programme.decide'],
  },
  {
    path: '/permohonan',
    title: 'need.applications.title',
    load: () => import('../features/need/applications-screen.tsx'),
    needs: ['programme.decide', 'registry.edit'],
    under: ['/program'],
  },
  {
    path: '/kuota',
    title: 'need.quotas.title',
    load: () => import('../features/need/quotas-screen.tsx'),
    needs: ['programme.manage'],
    under: ['/program'],
  },
  {
    path: '/kebutuhan',
    title: 'need.table.title',
    load: () => import('../features/need/table-screen.tsx'),
    needs: ['figures.read'],
    under: ['/program'],
    menu: { icon: menuIcon('HandHeartIcon') },
  },
  {
    path: '/kebutuhan/:apa',
    title: 'need.table.title',
    load: () => import('../features/need/needs-screen.tsx'),
    needs: ['registry.read'],
  },
  {
    path: '/kunjungan',
    title: 'visit.title',
    load: () => import('../features/visit/visits-screen.tsx'),
    needs: ['visit.do'],
    menu: { icon: menuIcon('LocationPinIcon') },
  },
  {
    path: '/kunjungan/:district/:id',
    title: 'visit.title',
    load: async () => {
      const { visitScreen } = await import('../features/visit/visit-screen.tsx')
      return { Screen: visitScreen({ Sections: VisitSections }) }
    },
    needs: ['visit.do'],
  },
  {
    path: '/rencana',
    title: 'visit.title',
    load: () => import('../features/visit/plan-screen.tsx'),
    needs: ['visit.plan'],
    under: ['/kunjungan'],
  },
  {
    path: '/kegiatan',
    title: 'activity.title',
    load: activity('list'),
    needs: ['visit.plan'],
    menu: { icon: menuIcon('TasklistIcon'), short: 'activity.menu' },
  },
  {
    path: '/kegiatan/cakupan',
    title: 'activity.title',
    load: activity('cover'),
    needs: ['visit.plan'],
  },
  {
    path: '/kegiatan/:siapa',
    title: 'activity.title',
    load: activity('report'),
    needs: ['visit.do'],
    under: ['/kegiatan', '/kunjungan'],
  },
  {
    path: '/ppks',
    title: 'ppks.title',
    load: () => import('../features/ppks/list-screen.tsx'),
    // What may be read there is what the registry may: figures and tabs lead there for who reads and does not handle.
    needs: ['registry.read', 'ppks.handle', 'psks.manage'],
    menu: { icon: menuIcon('HandShakeHeartIcon'), short: 'ppks.menu' },
  },
  {
    path: '/ppks/jumlah',
    title: 'ppks.title',
    load: () => import('../features/ppks/counts-screen.tsx'),
    needs: ['figures.read'],
    under: ['/ppks'],
    menu: { icon: menuIcon('HandShakeHeartIcon'), short: 'ppks.menu' },
  },
  {
    path: '/ppks/:district/:id',
    title: 'ppks.title',
    load: () => import('../features/ppks/card-screen.tsx'),
    needs: ['registry.read'],
  },
  {
    path: '/ppks/psks',
    title: 'psks.title',
    load: () => import('../features/psks/list-screen.tsx'),
    needs: ['registry.read'],
  },
  {
    path: '/ppks/cakupan',
    title: 'psks.title',
    load: () => import('../features/psks/cover-screen.tsx'),
    needs: ['registry.read'],
  },
  {
    path: '/desa/:code',
    title: 'psks.title',
    load: () => import('../features/psks/village-screen.tsx'),
    needs: ['registry.read'],
    under: ['/ppks', '/ppks/jumlah'],
  },
  {
    path: '/ppks/muat',
    title: 'psks.title',
    load: () => import('../features/psks/import-screen.tsx'),
    needs: ['psks.manage'],
  },
  {
    path: '/ppks/psks/:district/:id',
    title: 'psks.title',
    load: () => import('../features/psks/card-screen.tsx'),
    needs: ['registry.read'],
  },
  {
    path: '/ppks/laporan/:district/:id/:report',
    title: 'psks.title',
    load: () => import('../features/psks/report-screen.tsx'),
    needs: ['registry.read'],
  },
  {
    path: '/terdampak',
    title: 'surge.title',
    load: () => import('../features/surge/surges-screen.tsx'),
    needs: ['surge.manage', 'case.register'],
    menu: { icon: menuIcon('LifebuoyIcon'), short: 'surge.menu' },
  },
  {
    path: '/terdampak/:district/:id',
    title: 'surge.title',
    load: () => import('../features/surge/surge-screen.tsx'),
    needs: ['surge.manage', 'case.register'],
  },
  {
    path: '/pengambilan',
    title: 'export-data.title',
    load: () => import('../features/load/exports-screen.tsx'),
    needs: ['registry.load', 'access.review'],
    under: ['/keluarga', '/akses'],
  },
  {
    path: '/urutan',
    title: 'surge.order',
    load: () => import('../features/surge/order-screen.tsx'),
    needs: ['lists.manage'],
    under: ['/daftar'],
  },
]
