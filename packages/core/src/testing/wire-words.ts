/** The words that the wire knows, as the specification writes them: apart from the lists that the program reads. */
export const kinds = 'service|complaint|question|suggestion'
export const statuses = 'registered|handling|returned|recommended|answered|closed|duplicate|cancelled|erased'
export const closures = 'settled|confirmed|no-word|not-completed'
export const priorities = 'normal|raised|red'
export const relations = 'self|family|neighbour|rt-rw|officer|volunteer|other'
export const contactWays = 'none|whatsapp|phone|sms|visit'
export const grantFields = 'story|client|identity|contact|files|history'
export const referralStatuses =
  'requested|accepted|rejected|in-progress|on-hold|completed|failed|cancelled|entered-in-error'
export const levels = 'village|subdistrict|district|province|nation'
export const placeLevels = 'nation|province|district|subdistrict|village'
export const officeKinds = 'puskesos|subdistrict-post|secretariat|province-office|national-office|agency|provider'
export const restrictedKinds =
  'child-in-law|child-violence|child-protection|sex-work|minority|former-inmate|hiv|narcotics|trafficking|violence'
export const countedQueues = 'office|review|mend|decision|mine|due|citizen|referred|visits'
export const queues = `${countedQueues}|all`
export const measures =
  'registered|responded|handled|on-time|answered|settled|confirmed|no-word|disputed|escalated|returned|reopened|referred|referral-accepted|referral-completed|referral-declined|satisfied|visited|better|open|late|at-risk|stale|visit-late'
export const dueWindows = 'late|today|week|later|none'
export const citizenActs = 'complete|confirm|dispute|reopen|appeal|cancel'

/** Nothing is taken where this stands. */
export const nothing = { strict: 'yes' } as const
/** A page number in an address; the first page where it is left out. */
export const pageNumber = 'int 1..10000'
/** What every list in pages says besides its rows. */
export const pageFrame = { total: 'int', 'more?': 'boolean', page: 'int', size: 'int' } as const
/** Words that must be said, and words that may be. */
export const need = 'line 1..4000'
export const maySay = 'line ..4000'

/** Who is signed in, as every door to an account says it. */
export const me = {
  staff: 'id',
  name: 'text',
  outboxKey: 'text',
  demo: 'boolean',
  posts: [
    {
      office: 'id',
      officeName: 'text',
      kind: officeKinds,
      level: levels,
      place: 'place',
      placeName: 'text',
      district: 'ledger',
      zone: 'text',
      roles: ['text'],
      roleNames: [{ id: 'text', en: 'text' }],
      permissions: ['text'],
    },
  ],
} as const
