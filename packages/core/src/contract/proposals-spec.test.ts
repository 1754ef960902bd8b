import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keysOf } from '../kernel/keys.ts'
import { proposalData } from '../testing/a-proposal.ts'
import { testRoutes } from '../testing/routes-spec.ts'
import type { Shape } from '../testing/shape.ts'
import { shapeOf } from '../testing/shape.ts'
import { maySay, need, nothing, pageFrame, pageNumber } from '../testing/wire-words.ts'
import type { ProposalAction } from './proposal.ts'
import { proposalClockData, proposalCommandData } from './proposal.ts'
import { proposalRoutes } from './proposal-queries.ts'
import { publicProposal } from './public-proposal.ts'

type Fields = Readonly<Record<string, Shape>>
const strict = { strict: 'yes' } as const
const kinds = 'new|correction|eligibility|move|death|double|not-found|programme|objection|withdrawal'
const statuses = 'drafted|backed|verified|approved|exported|accepted|rejected|returned|withdrawn'
const steps =
  'change|evidence|back|resend|verify|return|approve|send-back|withdraw|export|tick|accept|reject|warn|escalate|overdue'
const shows = 'to-back|to-verify|to-approve|to-export|returned|unanswered|late|all'
const field = shapeOf(proposalCommandData.tick.shape.fields)
const month = shapeOf(proposalCommandData.export.shape.month)
const value = shapeOf(proposalCommandData.draft.shape.asked.element.shape.before)

test('WIRE-5 values, fields and months are bounded', () => {
  assert.equal(value, 'line ..200 or null')
  for (const [name, fits] of [
    ['nama', true],
    ['id_meteran_PLN', true],
    ['AC', true],
    ['x', false],
    ['', false],
    ['nama lengkap', false],
    ['1nama', false],
    ['a'.repeat(61), false],
  ] as const)
    assert.equal(proposalCommandData.tick.shape.fields.safeParse([name]).success, fits, name)
  for (const [said, fits] of [
    ['2026-11', true],
    ['2026-00', false],
    ['2026-13', false],
    ['26-11', false],
  ] as const)
    assert.equal(proposalCommandData.export.shape.month.safeParse(said).success, fits, said)
})

const whom = {
  person: 'id or null',
  family: 'id or null',
  name: 'line 1..200',
  nik: 'nik or null',
  kk: 'nik or null',
  programme: 'code or null',
  asked: {
    'list ..60': {
      ...strict,
      name: shapeOf(proposalCommandData.draft.shape.asked.element.shape.name),
      before: value,
      after: value,
    },
  },
  reason: 'code',
  note: maySay,
}
const scan = { ...strict, file: 'sha256', fileName: 'line 1..200' }
const count = 'int 0..100000'
const counts: Fields = { notFound: count, wellOff: count, moved: count, corrected: count, prelist: count, fresh: count }

/** What each act carries, as the specification writes it. */
const acts: Readonly<Record<ProposalAction, unknown>> = {
  draft: {
    ...strict,
    ...whom,
    kind: kinds,
    place: 'place',
    case: 'id or null',
    visit: 'id or null',
    capturedAt: 'moment',
  },
  change: { ...strict, ...without(whom, ['nik', 'kk']), 'nik?': 'nik or null', 'kk?': 'nik or null' },
  evidence: {
    ...strict,
    photos: { 'or null': { 'list ..6': 'sha256' } },
    spot: { 'or null': { ...strict, lat: 'number', long: 'number', accuracy: 'number or null' } },
  },
  back: scan,
  resend: { ...strict, note: maySay },
  verify: { ...strict, note: maySay, capture: 'trusted|received or null' },
  return: { ...strict, reason: 'code', note: maySay },
  approve: { ...strict, note: maySay },
  'send-back': { ...strict, reason: 'code', note: maySay },
  withdraw: { ...strict, note: need },
  tick: { ...strict, target: 'code', fields: field, done: 'boolean' },
  accept: { ...strict, answeredOn: 'day', note: maySay },
  reject: { ...strict, answeredOn: 'day', reason: 'code', note: maySay },
  meet: { ...strict, kind: 'musdes|muskel', place: 'place', day: 'day', venue: 'line 3..200' },
  minute: {
    ...strict,
    venue: 'line 3..200',
    leader: 'line ..200',
    attendance: { 'list ..200': { ...strict, name: 'line 1..200', post: 'line ..200' } },
    counts: { ...strict, ...counts },
    decisions: maySay,
    verdicts: { 'list ..200': { ...strict, proposal: 'id', agreed: 'boolean', note: 'line ..200' } },
    'files?': {
      'list ..1': {
        ...strict,
        id: 'id',
        name: 'line 1..200',
        sha256: 'sha256',
        size: 'int 1..3000000',
        type: 'image/jpeg|image/png',
      },
    },
  },
  sign: scan,
  'call-off': { ...strict, note: need },
  export: { ...strict, month, proposals: { 'list 1..200': 'id' } },
}
function without(of: Readonly<Record<string, unknown>>, names: readonly string[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(of).filter(([name]) => !names.includes(name)))
}
for (const action of keysOf(acts))
  test(`WIRE-5 proposal.${action} carries what is written down, and refuses the rest`, () => {
    assert.deepEqual(shapeOf(proposalCommandData[action]), acts[action])
  })

test('WIRE-5 proposals have these acts and no others, and the clock says nothing more', () => {
  assert.deepEqual(keysOf(proposalCommandData).toSorted(), keysOf(acts).toSorted())
  assert.deepEqual(shapeOf(proposalClockData), strict)
})

/** Left out, these stay as they are. */
const mayBeLeftOut: ReadonlySet<string> = new Set(['change nik', 'change kk'])
for (const action of keysOf(proposalData))
  test(`WIRE-1 proposal.${action} takes what it carries, no field more, and none of its own fields less`, () => {
    const [schema, data] = [proposalCommandData[action], proposalData[action]]
    assert.ok(schema.safeParse(data).success)
    assert.ok(!schema.safeParse({ ...data, tambahan: 1 }).success)
    for (const name of Object.keys(data)) {
      const left = without({ ...data }, [name])
      assert.equal(schema.safeParse(left).success, mayBeLeftOut.has(`${action} ${name}`), `without ${name}`)
      assert.ok(!schema.safeParse({ ...data, [name]: { salah: true } }).success, `wrong ${name}`)
    }
  })

const line: Fields = {
  id: 'id',
  district: 'ledger',
  version: 'int',
  kind: kinds,
  status: statuses,
  place: 'place',
  placeName: 'text',
  name: 'text',
  month,
  capturedAt: 'int',
  flagged: 'boolean',
  backing: 'minutes|sptjm or null',
  dueAt: 'int or null',
  late: 'boolean',
  acts: [steps],
}
const asked: Fields = { name: 'text', before: 'text or null', after: 'text or null' }
const tick: Fields = { byName: 'text', at: 'int' }
const card: Fields = {
  ...line,
  nik: 'text or null',
  kk: 'text or null',
  person: 'id or null',
  family: 'id or null',
  case: { 'or null': { district: 'ledger', id: 'id', number: 'text' } },
  programme: 'text or null',
  asked: [asked],
  reason: 'text',
  note: 'text',
  photos: 'int',
  spot: { 'or null': { lat: 'number', long: 'number', accuracy: 'number or null' } },
  officeName: 'text',
  drafterNames: ['text'],
  receivedAt: 'int',
  capture: 'plausible|flagged|trusted|received',
  minutes: 'id or null',
  fileName: 'text or null',
  missing: ['text'],
  why: 'text or null',
  words: 'text or null',
  batch: 'id or null',
  answeredOn: 'day or null',
  ticks: [{ target: 'text', field: 'text or null', ...tick }],
  way: [{ status: statuses, at: 'int or null', byName: 'text or null' }],
}
const minutes: Fields = {
  id: 'id',
  district: 'ledger',
  kind: 'musdes|muskel',
  status: 'open|signed|called-off',
  placeName: 'text',
  day: 'day',
  venue: 'text',
  proposals: 'int',
}
const batch: Fields = {
  id: 'id',
  district: 'ledger',
  month,
  placeName: 'text',
  makerName: 'text',
  size: 'int',
  madeAt: 'int',
  answered: 'int',
}
const showCounts: Fields = Object.fromEntries(shows.split('|').map((show) => [show, 'int']))
const at = { ...strict, district: 'ledger', id: 'id' }
const read = { allow: 'registry.read', body: nothing } as const

testRoutes(proposalRoutes, {
  list: {
    ...read,
    at: 'GET /api/proposals/list',
    audit: 'PROPOSALS_READ',
    query: {
      ...strict,
      'show?': `${shows} = "all"`,
      'kind?': kinds,
      'month?': month,
      'place?': 'place',
      'page?': pageNumber,
    },
    reply: { items: [line], ...pageFrame, counts: showCounts },
  },
  one: { ...read, at: 'GET /api/proposals/one', audit: 'PROPOSAL_READ', query: at, reply: card },
  ofCase: {
    ...read,
    at: 'GET /api/proposals/case',
    audit: 'PROPOSALS_OF_CASE_READ',
    query: at,
    reply: { items: [line] },
  },
  ready: {
    ...read,
    at: 'GET /api/proposals/ready',
    audit: 'PROPOSALS_READY_READ',
    query: { ...strict, 'kind?': kinds, 'month?': month },
    reply: { items: [{ id: 'id', district: 'ledger', month }] },
  },
  find: {
    at: 'POST /api/proposals/find',
    allow: 'proposal.make',
    audit: 'PROPOSAL_PERSON_SOUGHT',
    query: nothing,
    body: { ...strict, district: 'ledger', nik: 'nik' },
    reply: {
      people: [
        {
          id: 'id',
          family: 'id or null',
          name: 'text',
          nik: 'text',
          kk: 'text or null',
          place: 'place',
          placeName: 'text',
          values: shapeOf(proposalRoutes.find.reply.shape.people.element.shape.values),
        },
      ],
      proposals: [line],
    },
  },
  calendar: {
    ...read,
    at: 'GET /api/proposals/calendar',
    audit: 'PROPOSAL_CALENDAR_READ',
    query: { ...strict, 'month?': month },
    reply: {
      month,
      today: 'day',
      closes: 'day',
      pulled: 'day',
      finalised: 'day',
      counts: showCounts,
      meetings: [minutes],
      objections: [line],
    },
  },
  meetings: {
    ...read,
    at: 'GET /api/proposals/meetings',
    audit: 'PROPOSAL_MEETINGS_READ',
    query: { ...strict, 'page?': pageNumber },
    reply: { items: [minutes], ...pageFrame },
  },
  meeting: {
    ...read,
    at: 'GET /api/proposals/meeting',
    audit: 'PROPOSAL_MEETING_READ',
    query: at,
    reply: {
      ...minutes,
      version: 'int',
      place: 'place',
      districtName: 'text',
      leader: 'text',
      writerName: 'text',
      attendance: [{ name: 'text', post: 'text' }],
      counts: Object.fromEntries(keysOf(counts).map((name) => [name, 'int'])),
      decisions: 'text',
      verdicts: [{ proposal: { ...line, nik: 'text or null' }, agreed: 'boolean', note: 'text' }],
      waiting: [line],
      fileName: 'text or null',
      sheet: { 'or null': { file: 'sha256', fileName: 'text', arrived: 'boolean' } },
      note: 'text or null',
      acts: ['minute|sign|call-off'],
    },
  },
  batches: {
    ...read,
    at: 'GET /api/proposals/batches',
    audit: 'PROPOSAL_BATCHES_READ',
    query: { ...strict, 'page?': pageNumber },
    reply: { items: [batch], ...pageFrame },
  },
  batch: {
    ...read,
    at: 'GET /api/proposals/batch',
    audit: 'PROPOSAL_BATCH_READ',
    query: { ...at, 'target?': 'code' },
    reply: {
      ...batch,
      target: 'text',
      targets: [{ code: 'text', names: { id: 'text', en: 'text' } }],
      typed: 'int',
      items: [{ ...line, typed: { 'or null': tick } }],
    },
  },
  sheet: {
    at: 'POST /api/proposals/sheet',
    allow: 'registry.read',
    audit: 'PROPOSAL_SHEET_READ',
    query: nothing,
    body: { ...at, target: 'code' },
    reply: {
      id: 'id',
      version: 'int',
      name: 'text',
      target: 'text',
      lines: [{ field: 'text', value: 'text', tick: { 'or null': tick } }],
      done: { 'or null': tick },
      acts: [steps],
    },
  },
  table: {
    at: 'POST /api/proposals/table',
    allow: 'registry.read',
    audit: 'PROPOSAL_TABLE_TAKEN',
    query: nothing,
    body: { ...at, form: 'csv|xlsx', reason: 'line 5..200' },
    reply: { name: 'text', type: 'text', content: 'text' },
  },
})

test('WIRE-7 a citizen reads of a proposal these fields and no others', () => {
  assert.deepEqual(shapeOf(publicProposal), {
    ...strict,
    kind: kinds,
    status: statuses,
    officeName: 'text',
    draftedAt: 'int',
    verifiedAt: 'int or null',
    sentAt: 'int or null',
    month: shapeOf(publicProposal.shape.month),
    answeredOn: 'day or null',
    why: 'text or null',
    changedAt: 'int',
  })
})
