import { testRoutes } from '../testing/routes-spec.ts'
import { nothing, pageFrame, pageNumber } from '../testing/wire-words.ts'
import { roleRoutes } from './role-queries.ts'

const names = { id: 'text', en: 'text' }
const data = { 'each "text"': 'anything' }

testRoutes(roleRoutes, {
  items: {
    at: 'GET /api/roles/items',
    allow: 'staff.manage',
    audit: 'ROLE_ITEMS_READ',
    query: { strict: 'yes', district: 'ledger' },
    body: nothing,
    reply: {
      today: 'day',
      items: [
        {
          code: 'text',
          names,
          data,
          holds: 'boolean',
          place: 'ledger or null',
          mayEnd: 'boolean',
          said: [{ place: 'ledger', own: 'boolean', from: 'day', says: 'holds|ended|as-above', names, data }],
          own: 'boolean',
          people: 'int',
          offices: 'int',
        },
      ],
    },
  },
  holders: {
    at: 'GET /api/roles/holders',
    allow: 'staff.manage',
    audit: 'ROLE_HOLDERS_READ',
    query: { strict: 'yes', district: 'ledger', code: 'code', 'page?': pageNumber },
    body: nothing,
    reply: {
      items: [{ staff: 'id', name: 'text', office: 'id', officeName: 'text', until: 'int or null' }],
      ...pageFrame,
    },
  },
})
