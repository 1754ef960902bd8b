import { testRoutes } from '../testing/routes-spec.ts'
import { closures, nothing, pageFrame, pageNumber, statuses } from '../testing/wire-words.ts'
import { openedRoutes } from './opened.ts'

testRoutes(openedRoutes, {
  list: {
    at: 'GET /api/cases/opened',
    allow: 'case.open',
    audit: 'OPENED_CASES_LISTED',
    query: { strict: 'yes', 'show?': 'open|over|all = "open"', 'page?': pageNumber },
    body: nothing,
    reply: {
      items: [
        {
          district: 'ledger',
          number: 'text',
          openedAt: 'int',
          summary: 'text or null',
          clientMasked: 'text or null',
          category: 'text or null',
          restricted: 'boolean',
          placeName: 'text',
          officeName: 'text',
          status: statuses,
          changedAt: 'int',
          dueAt: 'int or null',
          outlook: 'in-time|at-risk|late or null',
          outcome: 'text or null',
          closure: `${closures} or null`,
        },
      ],
      ...pageFrame,
      open: 'int',
    },
  },
})
