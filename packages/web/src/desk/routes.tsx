import type { CaseCard } from '@openslrt/core/contract/case-queries.ts'
import { lazy } from 'react'
import type { NetworkScreen } from '../features/network/screens.ts'
import type { DeskRoute } from './desk-route.ts'
import { menuIcon } from './menu-icon.tsx'
import { oversightRoutes } from './oversight-routes.tsx'
import { peopleRoutes } from './people-routes.tsx'
import { type Section, sectionsOf } from './sections.tsx'

// After the rest of the card, which most come for.
const Meetings = lazy(async () => ({ default: (await import('../features/meeting/case-panel.tsx')).CasePanel }))
const Letters = lazy(async () => ({ default: (await import('../features/letter/letter-panel.tsx')).LetterPanel }))

/** What the card of a case shows beside the case itself. */
const caseSections: readonly Section<{ readonly card: CaseCard }>[] = [
  { title: 'visit.title', needs: ['visit.do'], load: () => import('../features/visit/about-panel.tsx') },
  { title: 'family.title', needs: ['registry.read'], load: () => import('../features/registry/case-panel.tsx') },
  { title: 'match.title', needs: ['case.read'], load: () => import('../features/programme/match-panel.tsx') },
  { title: 'need.panel', needs: ['registry.read'], load: () => import('../features/need/case-panel.tsx') },
  { title: 'proposal.title', needs: ['registry.read'], load: () => import('../features/proposal/case-panel.tsx') },
  { title: 'ppks.menu', needs: ['registry.read'], load: () => import('../features/ppks/case-panel.tsx') },
  { title: 'psks.title', needs: ['registry.read'], load: () => import('../features/psks/case-panel.tsx') },
]
const Sections = sectionsOf(caseSections)

const network =
  (name: NetworkScreen): DeskRoute['load'] =>
  async () =>
    (await import('../features/network/screens.ts')).screens[name]()

/** Every screen of the desk; here, and in the tables it takes in, features meet. */
export const routes: readonly DeskRoute[] = [
  {
    path: '/antrean',
    title: 'case.queue.title',
    load: () => import('../features/case/queue/queue-screen.tsx'),
    // Whoever only answers referrals holds no cases: their first list is the inbox.
    needs: ['case.register', 'case.handle', 'case.recommend', 'case.decide'],
    menu: { icon: menuIcon('InboxIcon') },
  },
  {
    path: '/rujukan',
    title: 'referral.inbox.title',
    load: () => import('../features/referral/inbox-screen.tsx'),
    needs: ['case.read'],
    menu: { icon: menuIcon('ArrowsSquarepathIcon') },
  },
  {
    path: '/dibuka',
    title: 'opened.title',
    load: () => import('../features/case/opened/opened-screen.tsx'),
    needs: ['case.open'],
    menu: { icon: menuIcon('PersonGroupIcon'), short: 'opened.menu' },
  },
  {
    path: '/buka',
    title: 'open.title',
    load: () => import('../features/case/opened/open-screen.tsx'),
    needs: ['case.open'],
    under: ['/dibuka'],
  },
  {
    path: '/surat',
    title: 'letters.title',
    load: () => import('../features/letter/inbox-screen.tsx'),
    needs: ['letter.draft', 'letter.initial', 'letter.sign', 'case.settle'],
    menu: { icon: menuIcon('FileTextIcon') },
  },
  {
    path: '/surat/:district/:id',
    title: 'letters.title',
    load: () => import('../features/letter/paper-screen.tsx'),
    needs: ['case.read'],
  },
  {
    path: '/konsep',
    title: 'letters.massal',
    load: () => import('../features/letter/draft-many-screen.tsx'),
    needs: ['letter.draft'],
    under: ['/surat'],
  },
  {
    path: '/sampaikan',
    title: 'telling.title',
    load: () => import('../features/case/telling/telling-screen.tsx'),
    needs: ['case.register'],
    menu: { icon: menuIcon('ChatElipsisIcon') },
  },
  {
    path: '/pesan',
    title: 'inbound.title',
    load: () => import('../features/case/inbound/inbound-screen.tsx'),
    needs: ['case.register'],
    menu: { icon: menuIcon('EnvelopeClosedIcon'), short: 'inbound.menu' },
  },
  {
    path: '/pesan/:id',
    title: 'inbound.title',
    load: () => import('../features/case/inbound/message-screen.tsx'),
    needs: ['case.register'],
  },
  {
    path: '/cari',
    title: 'case.search.title',
    load: () => import('../features/case/search/search-screen.tsx'),
    needs: ['case.read'],
  },
  {
    path: '/catat',
    title: 'case.register.title',
    load: () => import('../features/case/register/register-screen.tsx'),
    needs: ['case.register'],
  },
  {
    path: '/teks',
    title: 'intake.title',
    load: () => import('../features/case/intake/text-screen.tsx'),
    needs: ['case.register'],
  },
  {
    path: '/formulir',
    title: 'paper.title',
    load: () => import('../features/case/intake/paper-screen.tsx'),
    needs: ['case.register'],
  },
  {
    path: '/blangko',
    title: 'paper.title',
    load: () => import('../features/case/blank/forms-screen.tsx'),
    needs: ['case.register'],
  },
  {
    path: '/kasus/:district/:id',
    title: 'case.card.title',
    load: async () => {
      const [{ cardScreen }, { referralParts }] = await Promise.all([
        import('../features/case/card/card-screen.tsx'),
        import('../features/referral/card-parts.ts'),
      ])
      return { Screen: cardScreen({ ...referralParts, Letters, Meetings, Sections }) }
    },
    needs: ['case.read'],
  },
  {
    path: '/rapat',
    title: 'meeting.title',
    load: () => import('../features/meeting/meetings-screen.tsx'),
    needs: ['meeting.attend'],
    menu: { icon: menuIcon('PersonGroupIcon') },
  },
  {
    path: '/rapat/:district/:id',
    title: 'meeting.title',
    load: () => import('../features/meeting/meeting-screen.tsx'),
    needs: ['meeting.attend'],
  },
  {
    path: '/undang',
    title: 'meeting.title',
    load: () => import('../features/meeting/call-screen.tsx'),
    needs: ['meeting.attend'],
    under: ['/rapat'],
  },
  {
    path: '/tugas',
    title: 'task.title',
    load: () => import('../features/meeting/tasks-screen.tsx'),
    needs: ['meeting.attend'],
    under: ['/rapat'],
  },
  {
    path: '/bersama',
    title: 'joint.title',
    load: () => import('../features/joint/list-screen.tsx'),
    needs: ['joint.join', 'joint.lead'],
    menu: { icon: menuIcon('HandshakeIcon'), short: 'joint.menu' },
  },
  {
    path: '/bersama/:district/:id',
    title: 'joint.title',
    load: () => import('../features/joint/joint-screen.tsx'),
    needs: ['joint.join'],
  },
  {
    path: '/kendala',
    title: 'challenge.title',
    load: () => import('../features/challenge/list-screen.tsx'),
    needs: ['challenge.report', 'challenge.answer'],
    menu: { icon: menuIcon('FlagCrossIcon') },
  },
  {
    path: '/kendala/lapor',
    title: 'challenge.title',
    load: () => import('../features/challenge/report-screen.tsx'),
    needs: ['challenge.report'],
  },
  {
    path: '/kendala/jumlah',
    title: 'challenge.title',
    load: () => import('../features/challenge/counts-screen.tsx'),
    needs: ['figures.read'],
    under: ['/kendala', '/dasbor'],
  },
  {
    path: '/kendala/:district/:id',
    title: 'challenge.title',
    load: () => import('../features/challenge/card-screen.tsx'),
    needs: ['challenge.report', 'challenge.answer'],
  },
  ...peopleRoutes,
  {
    path: '/beban',
    title: 'workload.title',
    load: () => import('../features/case/workload/workload-screen.tsx'),
    needs: ['case.assign'],
    menu: { icon: menuIcon('TasklistIcon') },
  },
  {
    path: '/piket',
    title: 'duty.title',
    load: () => import('../features/duty/duty-screen.tsx'),
    needs: ['case.read', 'staff.manage'],
    under: ['/petugas'],
  },
  {
    path: '/kantor',
    title: 'office.title',
    load: () => import('../features/office/offices-screen.tsx'),
    needs: ['office.manage'],
    menu: { icon: menuIcon('Buildings3Icon') },
  },
  {
    path: '/petugas',
    title: 'staff.title',
    load: () => import('../features/office/staff-screen.tsx'),
    needs: ['staff.manage'],
    menu: { icon: menuIcon('PersonGroupIcon') },
  },
  {
    path: '/hp',
    title: 'device.title',
    load: () => import('../features/device/devices-screen.tsx'),
    needs: ['staff.manage'],
    under: ['/petugas'],
  },
  {
    path: '/peran',
    title: 'roles.title',
    load: () => import('../features/lists/roles/roles-screen.tsx'),
    needs: ['staff.manage'],
    menu: { icon: menuIcon('KeyHorizontalIcon') },
  },
  {
    path: '/muat/:apa',
    title: 'import.title',
    load: () => import('../features/office/import/import-screen.tsx'),
    needs: ['office.manage', 'staff.manage'],
    under: ['/kantor', '/petugas'],
  },
  {
    path: '/pendampingan',
    title: 'villages.title',
    load: () => import('../features/office/villages-screen.tsx'),
    needs: ['staff.manage'],
    menu: { icon: menuIcon('HouseIcon'), short: 'villages.menu' },
  },
  {
    path: '/daftar',
    title: 'lists.title',
    load: () => import('../features/lists/lists-screen.tsx'),
    needs: ['lists.manage'],
    menu: { icon: menuIcon('BulletListIcon'), short: 'lists.menu' },
  },
  {
    path: '/naskah',
    title: 'letters.rules',
    load: () => import('../features/letter/rules-screen.tsx'),
    needs: ['lists.manage'],
    menu: { icon: menuIcon('FileTextIcon') },
  },
  {
    path: '/kalender',
    title: 'calendar.title',
    load: () => import('../features/lists/calendar-screen.tsx'),
    needs: ['lists.manage'],
    under: ['/daftar'],
  },
  ...oversightRoutes,
  {
    path: '/jaringan',
    title: 'network.title',
    load: network('list'),
    needs: ['figures.read', 'network.write', 'network.target'],
    menu: { icon: menuIcon('Buildings3Icon'), short: 'network.menu' },
  },
  {
    path: '/jaringan/pertumbuhan',
    title: 'network.title',
    load: network('growth'),
    needs: ['figures.read'],
  },
  {
    path: '/jaringan/:district/:id',
    title: 'network.title',
    load: network('one'),
    needs: ['figures.read'],
  },
  {
    path: '/akses',
    title: 'access.title',
    load: () => import('../features/access/office-looks-screen.tsx'),
    needs: ['access.review'],
    menu: { icon: menuIcon('EyeIcon') },
  },
  {
    path: '/akses/:district/:id',
    title: 'access.title',
    load: () => import('../features/access/case-looks-screen.tsx'),
    needs: ['access.review'],
  },
  {
    path: '/warga',
    title: 'export.title',
    load: () => import('../features/access/person-screen.tsx'),
    needs: ['person.export'],
  },
  {
    path: '/retensi',
    title: 'retention.title',
    load: () => import('../features/access/retention-screen.tsx'),
    needs: ['case.decide'],
    menu: { icon: menuIcon('ArchiveIcon'), short: 'retention.menu' },
  },
  {
    path: '/pengiriman',
    title: 'ways.title',
    load: () => import('../features/notice/ways-screen.tsx'),
    needs: ['office.manage'],
    menu: { icon: menuIcon('PaperplaneIcon') },
  },
  { path: '/kabar', title: 'notice.title', load: () => import('../features/notice/notices-screen.tsx') },
  { path: '/akun', title: 'own.title', load: () => import('../features/account/own-account-screen.tsx') },
  { path: '/masuk', title: 'account.title', load: () => import('../features/account/sign-in-screen.tsx'), bare: true },
  {
    path: '/penyedia',
    title: 'provider.back.title',
    load: () => import('../features/account/provider-screen.tsx'),
    bare: true,
  },
  {
    path: '/tautan',
    title: 'account.link.title',
    load: () => import('../features/account/link-screen.tsx'),
    bare: true,
  },
]
