import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keysOf } from '../kernel/keys.ts'
import type { Shape } from '../testing/shape.ts'
import { shapeOf } from '../testing/shape.ts'
import { maySay, need } from '../testing/wire-words.ts'
import type { LetterAction } from './letter.ts'
import { letterMoveData } from './letter.ts'
import { letterRoutes, mostPrinted, printBody } from './letter-queries.ts'
import { publicLetter } from './public-letter.ts'

const kinds = 'registered|recommendation|pbi-reactivation|hardship|referral-slip|visit-report'
const statuses = 'drafted|initialled|returned|issued|handed-over|revoked|replaced'
const which = { strict: 'yes', letter: 'id' } as const
const seen = { ...which, seen: 'int 1..100000' } as const
const typed = { purpose: 'code or null', fields: { 'each "text like ^[a-z-]{1,40}$"': 'line ..2000' } } as const

/** What each move of a letter carries, as the specification writes it. */
const moves: Readonly<Record<LetterAction, Shape>> = {
  draft: { ...which, kind: kinds, ...typed },
  change: { ...seen, ...typed },
  initial: { ...seen, note: maySay },
  return: { ...seen, note: need },
  sign: seen,
  'hand-over': { ...which, to: 'line 1..200', note: maySay },
  revoke: { ...which, note: need },
  replace: { ...which, next: 'id', ...typed },
}

for (const action of keysOf(moves)) {
  test(`WIRE-5 letter.${action} carries what is written down, and refuses the rest`, () => {
    assert.deepEqual(shapeOf(letterMoveData[action]), moves[action])
  })
}

test('WIRE-5 letters have these moves and no others', () => {
  assert.deepEqual(keysOf(letterMoveData).toSorted(), keysOf(moves).toSorted())
})

interface RouteSpec {
  readonly asks: string
  readonly query: Shape
  readonly body: Shape
  readonly reply: Shape
}

/** What may be asked about letters, by whom, and all that goes out. */
const routes: Readonly<Record<keyof typeof letterRoutes, RouteSpec>> = {
  ofCase: {
    asks: 'GET /api/letters/case case.read LETTERS_OF_CASE_READ',
    query: {
      strict: 'yes',
      district: 'ledger',
      id: 'id',
    },
    body: {
      strict: 'yes',
    },
    reply: {
      letters: [
        {
          id: 'id',
          district: 'ledger',
          version: 'int',
          kind: kinds,
          status: statuses,
          office: 'id',
          officeName: 'text',
          number: 'text or null',
          purpose: 'text or null',
          fields: {
            'each "text"': 'text',
          },
          drafterName: 'text',
          steps: [
            {
              act: 'initial|sign',
              post: 'text',
              name: 'text or null',
              at: 'int or null',
            },
          ],
          note: 'text or null',
          draftedAt: 'int',
          issuedAt: 'int or null',
          handedAt: 'int or null',
          handedTo: 'text or null',
          replaces: 'id or null',
          replacedBy: 'id or null',
          offers: [
            {
              action: 'text',
              refusal: 'text or null',
              message: 'text or null',
            },
          ],
        },
      ],
      kinds: [
        {
          kind: kinds,
          refusal: 'text or null',
          message: 'text or null',
          steps: ['text'],
        },
      ],
      purposes: [
        {
          code: 'text',
          name: 'text',
          maxDesil: 'int or null',
        },
      ],
    },
  },
  inbox: {
    asks: 'GET /api/letters/inbox case.read LETTER_INBOX_READ',
    query: {
      strict: 'yes',
      'show?': 'sign|initial|returned|waiting|issued|handed-over = "sign"',
      'page?': 'int 1..10000',
    },
    body: {
      strict: 'yes',
    },
    reply: {
      items: [
        {
          id: 'id',
          district: 'ledger',
          version: 'int',
          caseId: 'id',
          caseNumber: 'text',
          kind: kinds,
          status: statuses,
          number: 'text or null',
          clientMasked: 'text',
          placeName: 'text',
          drafterName: 'text',
          post: 'text',
          changedAt: 'int',
        },
      ],
      total: 'int',
      'more?': 'boolean',
      page: 'int',
      size: 'int',
    },
  },
  paper: {
    asks: 'GET /api/letters/paper case.read LETTER_READ',
    query: {
      strict: 'yes',
      district: 'ledger',
      id: 'id',
    },
    body: {
      strict: 'yes',
    },
    reply: {
      paper: {
        head: {
          over: 'text',
          office: 'text',
          address: 'text',
          logo: { 'or null': { place: 'ledger', file: 'text' } },
        },
        title: 'text',
        number: 'text',
        body: 'text',
        signed: {
          at: 'text',
          post: 'text',
          name: 'text',
          rank: 'text',
          nip: 'text',
        },
        check: 'text',
        day: 'int',
      },
      kind: kinds,
      status: statuses,
      caseId: 'id',
      version: 'int',
    },
  },
  preview: {
    asks: 'POST /api/letters/preview letter.draft LETTER_PREVIEWED',
    query: {
      strict: 'yes',
    },
    body: {
      strict: 'yes',
      district: 'ledger',
      id: 'id',
      kind: kinds,
      purpose: 'code or null',
      fields: {
        'each "text like ^[a-z-]{1,40}$"': 'line ..2000',
      },
    },
    reply: {
      paper: {
        head: {
          over: 'text',
          office: 'text',
          address: 'text',
          logo: { 'or null': { place: 'ledger', file: 'text' } },
        },
        title: 'text',
        number: 'text',
        body: 'text',
        signed: {
          at: 'text',
          post: 'text',
          name: 'text',
          rank: 'text',
          nip: 'text',
        },
        check: 'text',
        day: 'int',
      },
    },
  },
  rules: {
    asks: 'GET /api/letters/rules lists.manage LETTER_RULES_READ',
    query: {
      strict: 'yes',
      district: 'ledger',
    },
    body: {
      strict: 'yes',
    },
    reply: {
      today: 'day',
      rules: [
        {
          list: 'letter-template|letter-chain|letter-number|letter-purpose|letter-signer|letter-logo',
          code: 'text',
          about: 'text',
          now: {
            'or null': {
              place: 'ledger',
              from: 'day',
              says: 'holds|ended|as-above|taken-back',
              names: {
                id: 'text',
                en: 'text',
              },
              data: {
                'each "text"': 'anything',
              },
            },
          },
          said: [
            {
              place: 'ledger',
              from: 'day',
              says: 'holds|ended|as-above|taken-back',
              names: {
                id: 'text',
                en: 'text',
              },
              data: {
                'each "text"': 'anything',
              },
            },
          ],
        },
      ],
      signers: [
        {
          staff: 'id',
          name: 'text',
        },
      ],
      offices: [{ office: 'id', name: 'text', place: 'place', next: 'int' }],
    },
  },
}

for (const name of keysOf(routes)) {
  const { asks, query, body, reply } = routes[name]
  test(`LETTER-17 ${name} is asked and answered as it is written down: nothing else goes out`, () => {
    const row = letterRoutes[name]
    assert.equal(`${row.method} ${row.path} ${row.allow} ${row.audit}`, asks)
    assert.deepEqual([shapeOf(row.query), shapeOf(row.body), shapeOf(row.reply)], [query, body, reply])
  })
}

test('LETTER-26 two hundred letters are printed together at most, each named by district and id', () => {
  assert.equal(mostPrinted, 200)
  assert.deepEqual(shapeOf(printBody), {
    strict: 'yes',
    letters: {
      'list 1..200': {
        strict: 'yes',
        district: 'ledger',
        id: 'id',
      },
    },
  })
})

test('LETTER-25 the check page is told kind, number, day, office and a masked name, and how it stands', () => {
  assert.deepEqual(shapeOf(publicLetter), {
    kind: kinds,
    status: statuses,
    number: 'text',
    issuedAt: 'int',
    office: 'text',
    holder: 'text',
    replacedBy: 'text or null',
    changedAt: 'int',
  })
})
