import { testRoutes } from '../testing/routes-spec.ts'
import { nothing, officeKinds, placeLevels } from '../testing/wire-words.ts'
import { leagueRoutes } from './league.ts'

const place = { code: 'place', name: 'text', level: placeLevels } as const
const spent = { measured: 'int', half: 'int or null', most: 'int or null' } as const
const line = {
  counts: { 'each "received|taken|late|declined|completed|failed|called-off|open"': 'int' },
  reasons: [{ reason: 'text', n: 'int' }],
  take: spent,
  work: spent,
} as const

testRoutes(leagueRoutes, {
  referrals: {
    at: 'GET /api/figures/referrals',
    allow: 'figures.read',
    audit: 'FIGURES_READ',
    query: { strict: 'yes', 'place?': 'place', 'from?': 'day', 'to?': 'day', 'category?': 'code' },
    body: nothing,
    reply: {
      place,
      above: { 'or null': place },
      period: { from: 'day', to: 'day' },
      at: 'int',
      dayMinutes: 'int',
      opens: 'boolean',
      all: line,
      kinds: [{ ...line, kind: officeKinds }],
      offices: [{ ...line, office: 'id', name: 'text', kind: officeKinds }],
    },
  },
})
