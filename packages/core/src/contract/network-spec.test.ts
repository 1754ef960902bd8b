import { testRoutes } from '../testing/routes-spec.ts'
import { nothing, pageFrame, pageNumber } from '../testing/wire-words.ts'
import { networkGrowthRoutes } from './network-growth.ts'
import { networkRoutes } from './network-queries.ts'

const strict = { strict: 'yes' } as const
const states = 'planned|growing|active|independent|lapsed'
const shows = `${states}|unsaid`
const kinds = 'secretariat|puskesos'
const initiators = 'ministry|province|district|village'
const connections = 'none|2g|3g|4g|fixed'
const year = 'int 2010..2100'
const count = 'int 0..999'

const said = {
  'or 1': { about: 'legal', form: 'perda|perbup|perwali|sk|perdes', number: 'text like ^\\P{Cc}*$ 1..120', on: 'day' },
  'or 2': { about: 'grown', year, on: 'day or null', cohort: `${year} or null`, initiator: initiators },
  'or 3': {
    about: 'funding',
    source: 'apbn|apbd-province|apbd-district|dana-desa|other',
    year,
    amount: 'int 1..10000000000000 or null',
  },
  'or 4': { about: 'premises', premises: 'own|lent|rented|village-hall|none', words: 'line ..200' },
  'or 5': {
    about: 'devices',
    computer: count,
    laptop: count,
    tablet: count,
    phone: count,
    printer: count,
    modem: count,
  },
  'or 6': { about: 'connection', connection: connections },
  'or 7': { about: 'site', spot: { strict: 'yes', lat: 'number', long: 'number' } },
} as const
const line = {
  district: 'ledger',
  id: 'id',
  name: 'text',
  kind: kinds,
  place: 'place',
  placeName: 'text',
  within: 'text',
  state: `${states} or null`,
  stateOn: 'day or null',
  grownYear: 'int or null',
  cohort: 'int or null',
  initiator: `${initiators} or null`,
  connection: `${connections} or null`,
} as const
const filter = {
  ...strict,
  'show?': shows,
  'kind?': kinds,
  'cohort?': 'int 2000..2100',
  'initiator?': initiators,
  'connection?': connections,
  'place?': 'place',
  'q?': 'line ..60',
} as const

testRoutes(networkRoutes, {
  list: {
    at: 'GET /api/network/list',
    allow: 'figures.read',
    audit: 'NETWORK_LISTED',
    query: { ...filter, 'page?': pageNumber },
    body: nothing,
    reply: { ...pageFrame, items: [line], place: 'place', placeName: 'text', counts: { [`each "${shows}"`]: 'int' } },
  },
  one: {
    at: 'GET /api/network/one',
    allow: 'figures.read',
    audit: 'NETWORK_OFFICE_READ',
    query: { ...strict, district: 'ledger', id: 'id' },
    body: nothing,
    reply: {
      ...line,
      version: 'int',
      address: 'text',
      phone: 'text',
      open: 'boolean',
      facts: [{ from: 'day', said }],
      posts: [{ role: 'text', names: { id: 'text', en: 'text' }, people: 'int' }],
      history: [
        {
          id: 'id',
          about: 'legal|grown|funding|premises|devices|connection|site or state',
          fromDay: 'day',
          said: { 'or null': said },
          state: `${states} or null`,
          reason: 'text',
          saidBy: 'text',
          saidAt: 'int',
        },
      ],
      older: 'boolean',
      today: 'day',
      says: 'boolean',
      acts: ['plan|grow|activate|release|lapse|revive'],
    },
  },
  table: {
    at: 'GET /api/network/table',
    allow: 'figures.read',
    audit: 'NETWORK_TABLE_TAKEN',
    query: { ...filter, 'after?': 'id' },
    body: nothing,
    reply: { items: [line], next: 'id or null' },
  },
})

const counts = { district: 'int', puskesos: 'int' } as const
const byState = { [`each "${shows}"`]: 'int' }
testRoutes(networkGrowthRoutes, {
  growth: {
    at: 'GET /api/network/growth',
    allow: 'figures.read',
    audit: 'NETWORK_GROWTH_READ',
    query: { ...strict, 'place?': 'place' },
    body: nothing,
    reply: {
      place: 'place',
      placeName: 'text',
      today: 'day',
      now: counts,
      undated: counts,
      states: { district: byState, puskesos: byState },
      years: [{ ...counts, year: 'int' }],
      targets: [
        {
          id: 'id',
          district: 'ledger',
          placeName: 'text',
          year: 'int',
          of: 'district|puskesos',
          count: 'int',
          fromDay: 'day',
          reason: 'text',
          turn: 'int',
          saidBy: 'text',
          saidAt: 'int',
          own: 'boolean',
          last: 'boolean',
          reached: 'int or null',
        },
      ],
      sets: 'boolean',
    },
  },
})
