import { testRoutes } from '../testing/routes-spec.ts'
import { nothing, pageFrame, pageNumber } from '../testing/wire-words.ts'
import { workloadRoutes } from './workload.ts'

const load = { open: 'int', late: 'int', today: 'int', week: 'int', later: 'int', none: 'int' } as const

testRoutes(workloadRoutes, {
  officers: {
    at: 'GET /api/workload',
    allow: 'case.assign',
    audit: 'WORKLOAD_READ',
    query: { strict: 'yes', 'office?': 'id' },
    body: nothing,
    reply: {
      office: 'id',
      officeName: 'text',
      items: [
        {
          staff: 'id or null',
          name: 'text or null',
          here: 'boolean',
          away: { 'or null': { until: 'number', standInName: 'text or null' } },
          ...load,
        },
      ],
    },
  },
  offices: {
    at: 'GET /api/workload/offices',
    allow: 'case.assign',
    audit: 'WORKLOAD_OF_OFFICES_READ',
    query: { strict: 'yes', 'page?': pageNumber },
    body: nothing,
    reply: { items: [{ office: 'id', name: 'text', nobody: 'int', ...load }], ...pageFrame },
  },
})
