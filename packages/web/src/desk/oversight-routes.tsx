import type { FiguresScreen } from '../features/figures/screens.ts'
import type { IndependenceScreen } from '../features/independence/screens.ts'
import type { DeskRoute } from './desk-route.ts'
import { menuIcon } from './menu-icon.tsx'

/** The first load names the screens of figures in one word each. */
const figures =
  (name: FiguresScreen): DeskRoute['load'] =>
  async () =>
    (await import('../features/figures/screens.ts')).screens[name]()

const independence =
  (name: IndependenceScreen): DeskRoute['load'] =>
  async () =>
    (await import('../features/independence/screens.ts')).screens[name]()

/** Figures, and how far districts stand on their own feet: what officers and those above them look over. */
export const oversightRoutes: readonly DeskRoute[] = [
  {
    path: '/dasbor',
    title: 'figures.title',
    load: figures('board'),
    needs: ['figures.read'],
    menu: { icon: menuIcon('BarChartIcon') },
  },
  {
    path: '/kondisi',
    title: 'condition.title',
    load: figures('conditions'),
    needs: ['figures.read'],
    under: ['/dasbor'],
  },
  {
    path: '/kemandirian',
    title: 'independence.title',
    load: independence('home'),
    needs: ['figures.read'],
    under: ['/dasbor'],
  },
  {
    path: '/kemandirian/instrumen',
    title: 'independence.title',
    load: independence('instrument'),
    needs: ['figures.read'],
    under: ['/dasbor'],
  },
  {
    path: '/kemandirian/:district/:id',
    title: 'independence.title',
    load: independence('result'),
    needs: ['figures.read'],
    under: ['/dasbor'],
  },
  {
    path: '/kemandirian/isi/:district/:id',
    title: 'independence.title',
    load: independence('fill'),
    needs: ['independence.assess'],
    under: ['/dasbor'],
  },
  {
    path: '/kemandirian/periksa/:district/:id',
    title: 'independence.title',
    load: independence('judge'),
    needs: ['independence.verify'],
    under: ['/dasbor'],
  },
  {
    path: '/peringkat',
    title: 'league.title',
    load: figures('league'),
    needs: ['figures.read'],
    under: ['/dasbor'],
  },
  {
    path: '/indikator',
    title: 'indicator.title',
    load: figures('indicators'),
    needs: ['figures.read'],
    under: ['/dasbor'],
  },
  {
    path: '/katalog',
    title: 'catalogue.title',
    load: figures('catalogue'),
    needs: ['figures.read'],
    under: ['/dasbor'],
  },
]
