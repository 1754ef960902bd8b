import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testRoutes } from '../testing/routes-spec.ts'
import type { Shape } from '../testing/shape.ts'
import { shapeOf } from '../testing/shape.ts'
import { levels, nothing, officeKinds, pageFrame, pageNumber } from '../testing/wire-words.ts'
import { jointCommandData } from './joint.ts'
import { jointRoutes } from './joint-queries.ts'

const fields = 'name|address|phone|nik|need'
const taskStatuses = 'planned|under-way|done|dropped'
const targetStatuses = 'listed|reached|dropped'
const partnerKinds = 'agency|ministry|village|non-government'
const figures = { targets: 'int', reached: 'int', tasks: 'int', done: 'int', late: 'int' }
const programme = {
  id: 'id',
  district: 'ledger',
  version: 'int',
  name: 'text',
  status: 'running|ended',
  lead: 'id',
  leadName: 'text',
  leads: 'boolean',
  standing: 'none|valid|ending|over',
  validUntil: 'day or null',
}
const reason = 'line 5..200'

testRoutes(jointRoutes, {
  list: {
    at: 'GET /api/joint',
    allow: 'joint.join',
    audit: 'JOINT_LISTED',
    query: { strict: 'yes', 'show?': 'running|ending|ended = "running"', 'page?': pageNumber },
    body: nothing,
    reply: { items: [{ ...programme, partners: 'int', ...figures }], ...pageFrame },
  },
  card: {
    at: 'GET /api/joint/card',
    allow: 'joint.join',
    audit: 'JOINT_READ',
    query: { strict: 'yes', district: 'ledger', id: 'id' },
    body: nothing,
    reply: {
      ...programme,
      runs: 'boolean',
      today: 'day',
      purpose: 'text',
      agreement: 'text',
      agreedOn: 'day or null',
      partners: [
        {
          id: 'id',
          version: 'int',
          kind: partnerKinds,
          office: 'id or null',
          name: 'text',
          contact: 'text',
          fields: [fields],
          left: 'boolean',
          own: 'boolean',
        },
      ],
      tasks: [
        {
          id: 'id',
          version: 'int',
          partner: 'id or null',
          what: 'text',
          dueOn: 'day',
          status: taskStatuses,
          late: 'boolean',
          note: 'text',
          acts: ['text'],
        },
      ],
      progress: {
        ...figures,
        shares: [{ partner: 'id or null', tasks: 'int', done: 'int', late: 'int', reached: 'int' }],
      },
      fields: [fields],
    },
  },
  targets: {
    at: 'GET /api/joint/targets',
    allow: 'joint.join',
    audit: 'JOINT_TARGETS_READ',
    query: {
      strict: 'yes',
      district: 'ledger',
      id: 'id',
      'status?': `${targetStatuses} = "listed"`,
      'page?': pageNumber,
    },
    body: nothing,
    reply: {
      items: [
        {
          id: 'id',
          version: 'int',
          caseId: 'id or null',
          placeName: 'text',
          name: 'text or null',
          status: targetStatuses,
          partnerName: 'text',
          acts: ['text'],
        },
      ],
      ...pageFrame,
    },
  },
  offices: {
    at: 'GET /api/joint/offices',
    allow: 'joint.lead',
    audit: 'JOINT_OFFICES_READ',
    query: { strict: 'yes', q: 'line ..60' },
    body: nothing,
    reply: { items: [{ id: 'id', name: 'text', kind: officeKinds, level: levels, placeName: 'text' }] },
  },
  reveal: {
    at: 'POST /api/joint/reveal',
    allow: 'joint.join',
    audit: 'JOINT_TARGET_REVEALED',
    query: nothing,
    body: { strict: 'yes', district: 'ledger', id: 'id', target: 'id', reason },
    reply: {
      name: 'text or null',
      nik: 'text or null',
      phone: 'text or null',
      address: 'text or null',
      need: 'text or null',
      result: 'text or null',
    },
  },
  table: {
    at: 'POST /api/joint/table',
    allow: 'joint.join',
    audit: 'JOINT_TABLE_TAKEN',
    query: nothing,
    body: { strict: 'yes', district: 'ledger', id: 'id', form: 'csv|xlsx', reason },
    reply: { name: 'text', type: 'text', content: 'text' },
  },
})

const about = {
  strict: 'yes',
  name: 'line 3..200',
  purpose: 'line 3..1000',
  agreement: 'line ..100',
  agreedOn: 'day or null',
  validUntil: 'day or null',
}
const of = { strict: 'yes', joint: 'id' }
const words = { ...of, note: 'line ..4000' }
const need = { ...of, note: 'line 1..4000' }
const shown: Shape = { 'list ..5': fields }
const spec: { readonly [Kind in keyof typeof jointCommandData]: Shape } = {
  'joint.start': about,
  'joint.change': about,
  'joint.end': { strict: 'yes', note: 'line 1..4000' },
  'joint.add-partner': {
    ...of,
    kind: partnerKinds,
    office: 'id or null',
    name: 'line ..200',
    contact: 'line ..200',
    fields: shown,
  },
  'joint.change-partner': { ...of, contact: 'line ..200', fields: shown },
  'joint.end-partner': need,
  'joint.add-task': { ...of, partner: 'id or null', what: 'line 3..200', dueOn: 'day' },
  'joint.begin-task': words,
  'joint.finish-task': need,
  'joint.drop-task': need,
  'joint.reopen-task': need,
  'joint.list-target': {
    ...of,
    case: 'id or null',
    village: 'village or null',
    name: 'line ..200',
    nik: 'nik or null',
    phone: 'phone or null',
    address: 'line ..300',
    need: 'line ..500',
  },
  'joint.reach-target': { ...need, partner: 'id or null' },
  'joint.drop-target': need,
}

for (const [kind, { data }] of Object.entries(jointCommandData))
  test(`WIRE-7 ${kind} takes what is written down, and nothing else`, () => {
    assert.deepEqual(shapeOf(data), new Map<string, Shape>(Object.entries(spec)).get(kind))
  })
