import { testRoutes } from '../testing/routes-spec.ts'
import { nothing, pageFrame, pageNumber, statuses } from '../testing/wire-words.ts'
import { doubleRoutes } from './doubles.ts'
import { findRoutes } from './find.ts'
import { registryRoutes } from './registry-queries.ts'

const ofPerson = 'known|moved|dead|merged|erased'
const ofFamily = 'known|moved|gone|merged|erased'
const holder = 'person|family'
const key = { strict: 'yes', district: 'ledger', id: 'id' } as const
const doubts =
  'nik-place|nik-date|nik-birth|nik-sex|nik-serial|nik-twice|kk-place|kk-date|kk-serial|kk-twice|birth-ahead|birth-old|head-young|married-young|diploma-young|pregnant-man|no-head|two-heads|crowded|many'
const reasons =
  'same-nik|same-name|like-name|same-birth|near-birth|same-year|same-village|same-subdistrict|same-kk|same-phone|other-nik|other-birth|other-sex'
const person = {
  id: 'id',
  district: 'ledger',
  name: 'text',
  nik: 'text or null',
  birthDate: 'day or null',
  sex: 'L|P or null',
  place: 'place',
  placeName: 'text',
  family: 'id or null',
  status: ofPerson,
} as const
const elsewhere = [{ district: 'ledger', districtName: 'text', officeName: 'text' }] as const
const why = { score: 'int', reasons: [reasons] } as const
const familyShort = { id: 'id', name: 'text', address: 'text', placeName: 'text', members: 'int' } as const
const ofFamilies =
  'same-card|same-head|like-head|same-members|some-members|same-address|one-village|one-subdistrict|other-card|other-members'
const value = { 'or 1': 'text', 'or 2': 'number', 'or 3': 'boolean', 'or 4': 'null', 'or 5': ['text'] } as const
const head = { id: 'id', version: 'int', name: 'text', placeName: 'text', members: ['text'] } as const

testRoutes(findRoutes, {
  find: {
    at: 'POST /api/registry/find',
    allow: 'registry.read',
    audit: 'PEOPLE_SEARCHED',
    query: nothing,
    // What is typed may be a number or a name: it stands in no address.
    body: { strict: 'yes', text: 'line 2..200', place: 'place or null' },
    reply: {
      items: [person],
      more: 'boolean',
      read: {
        as: 'number|name|nothing|place-needed',
        name: 'text',
        birth: 'day or null',
        year: 'int or null',
        places: [{ code: 'place', name: 'text' }],
      },
      elsewhere,
      limited: 'boolean',
    },
  },
})

testRoutes(doubleRoutes, {
  candidates: {
    at: 'POST /api/registry/candidates',
    allow: 'registry.edit',
    audit: 'PEOPLE_COMPARED',
    query: nothing,
    body: {
      strict: 'yes',
      name: 'line ..200',
      nik: 'nik or null',
      kk: 'nik or null',
      phone: 'phone or null',
      birthDate: 'day or null',
      sex: 'L|P or null',
      place: 'village',
    },
    reply: { items: [{ person, ...why }], elsewhere, limited: 'boolean' },
  },
  list: {
    at: 'GET /api/registry/doubles',
    allow: 'registry.merge',
    audit: 'DOUBLES_LISTED',
    query: { strict: 'yes', 'page?': pageNumber },
    body: nothing,
    reply: { items: [{ id: 'id', first: person, second: person, ...why }], ...pageFrame },
  },
  families: {
    at: 'GET /api/registry/doubles/families',
    allow: 'registry.merge',
    audit: 'FAMILY_DOUBLES_LISTED',
    query: { strict: 'yes', 'page?': pageNumber },
    body: nothing,
    reply: {
      items: [
        { id: 'id', district: 'ledger', first: familyShort, second: familyShort, score: 'int', reasons: [ofFamilies] },
      ],
      ...pageFrame,
    },
  },
  merged: {
    at: 'GET /api/registry/merged',
    allow: 'registry.merge',
    audit: 'MERGES_LISTED',
    query: { strict: 'yes', 'page?': pageNumber },
    body: nothing,
    reply: {
      items: [
        {
          id: 'id',
          district: 'ledger',
          version: 'int',
          of: holder,
          keptName: 'text',
          goneName: 'text',
          placeName: 'text',
          byName: 'text',
          at: 'int',
        },
      ],
      ...pageFrame,
    },
  },
  preview: {
    at: 'GET /api/registry/merge-preview',
    allow: 'registry.merge',
    audit: 'MERGE_PREVIEWED',
    query: { strict: 'yes', district: 'ledger', of: holder, kept: 'id', gone: 'id' },
    body: nothing,
    reply: {
      district: 'ledger',
      of: holder,
      kept: head,
      gone: head,
      fields: [{ field: 'text', kept: value, gone: value, same: 'boolean', take: 'boolean' }],
      follows: [{ table: 'text', n: 'int' }],
      score: 'int',
      reasons: [`${reasons}|${ofFamilies}`],
    },
  },
  // Of the other district's person nothing crosses: no name, no number, no village, no id.
  links: {
    at: 'GET /api/registry/links',
    allow: 'registry.read',
    audit: 'PERSON_LINKS_READ',
    query: { strict: 'yes', 'district?': 'ledger', 'person?': 'id' },
    body: nothing,
    reply: {
      items: [
        {
          id: 'id',
          district: 'ledger',
          version: 'int',
          status: 'asked|confirmed|refused|ended',
          asked: 'boolean',
          otherName: 'text',
          officeName: 'text',
          note: 'text',
          at: 'int',
          answeredAt: 'int or null',
          person: 'id',
          personName: 'text',
          mayAnswer: 'boolean',
          mayEnd: 'boolean',
        },
      ],
    },
  },
})

const percent = 'int 0..100'
const completeness = { known: 'int', asked: 'int', percent }
const told = [{ variable: 'text', code: doubts }] as const
const shown = { 'each "text"': 'anything' }
const familyLine = {
  id: 'id',
  district: 'ledger',
  version: 'int',
  place: 'place',
  placeName: 'text',
  head: 'text',
  members: 'int',
  address: 'text',
  kk: 'text or null',
  desil: 'int or null',
  complete: percent,
  status: ofFamily,
  changedAt: 'int',
} as const
const personCard = {
  id: 'id',
  district: 'ledger',
  version: 'int',
  family: 'id or null',
  place: 'place',
  placeName: 'text',
  name: 'text',
  age: 'int or null',
  status: ofPerson,
  mergedInto: 'id or null',
  today: 'day',
  said: shown,
  completeness,
  doubts: told,
  changedAt: 'int',
} as const
const { choices: _choices, ...asked } = registryRoutes

testRoutes(asked, {
  families: {
    at: 'GET /api/registry/families',
    allow: 'registry.read',
    audit: 'FAMILIES_LISTED',
    query: {
      strict: 'yes',
      'place?': 'place',
      'complete?': 'low|part|whole',
      'desil?': 'text like ^([1-9]|10|none)$',
      'status?': `${ofFamily} = "known"`,
      'page?': pageNumber,
    },
    body: nothing,
    reply: { items: [familyLine], ...pageFrame },
  },
  family: {
    at: 'GET /api/registry/family',
    allow: 'registry.read',
    audit: 'FAMILY_READ',
    query: key,
    body: nothing,
    reply: {
      line: familyLine,
      said: shown,
      completeness,
      doubts: told,
      mergedInto: 'id or null',
      today: 'day',
      members: [personCard],
      cases: [{ id: 'id', district: 'ledger', number: 'text', summary: 'text', status: statuses, registeredAt: 'int' }],
      mayEdit: 'boolean',
      mayReveal: 'boolean',
    },
  },
  person: {
    at: 'GET /api/registry/person',
    allow: 'registry.read',
    audit: 'PERSON_READ',
    query: key,
    body: nothing,
    reply: personCard,
  },
  history: {
    at: 'GET /api/registry/history',
    allow: 'registry.read',
    audit: 'REGISTRY_HISTORY_READ',
    query: { ...key, of: holder, 'variable?': 'line ..320', 'page?': pageNumber },
    body: nothing,
    reply: {
      items: [
        {
          id: 'id',
          at: 'int',
          byName: 'text',
          officeName: 'text',
          way: 'desk|visit|document|import|citizen',
          source: 'text',
          on: 'day or null',
          values: shown,
          was: shown,
        },
      ],
      heard: ['day'],
      ...pageFrame,
    },
  },
  ofCase: {
    at: 'GET /api/registry/of-case',
    allow: 'registry.read',
    audit: 'FAMILIES_OF_CASE_READ',
    query: { strict: 'yes', district: 'ledger', case: 'id' },
    body: nothing,
    reply: { items: [familyLine] },
  },
  // The only door through which a whole number leaves, and never without a reason.
  reveal: {
    at: 'POST /api/registry/reveal',
    allow: 'person.reveal',
    audit: 'REGISTRY_REVEALED',
    query: nothing,
    body: { ...key, of: holder, reason: 'line 5..200' },
    reply: { nik: 'text or null', kk: 'text or null', phone: 'text or null' },
  },
})
