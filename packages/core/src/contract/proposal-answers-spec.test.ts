import { testRoutes } from '../testing/routes-spec.ts'
import type { Shape } from '../testing/shape.ts'
import { shapeOf } from '../testing/shape.ts'
import { nothing } from '../testing/wire-words.ts'
import { proposalAnswerRoutes } from './proposal-answers.ts'

type Fields = Readonly<Record<string, Shape>>
const strict = { strict: 'yes' } as const
const kinds = 'new|correction|eligibility|move|death|double|not-found|programme|objection|withdrawal'

// What the other side answered, read out of its file: WIRE-5.
const answer: Fields = {
  line: 'int',
  what: 'matched|unknown|answered|blank|wrong',
  proposal: 'id or null',
  name: 'text',
  kind: `${kinds} or null`,
  answer: 'accept|reject or null',
  reason: 'text',
  answeredOn: 'text',
  problem: 'text or null',
}
const cells = shapeOf(proposalAnswerRoutes.take.body.shape.head)
testRoutes(proposalAnswerRoutes, {
  look: {
    at: 'POST /api/proposals/answers/look',
    allow: 'registry.read',
    audit: 'PROPOSAL_ANSWERS_LOOKED_AT',
    query: nothing,
    body: { ...strict, file: shapeOf(proposalAnswerRoutes.look.body.shape.file), day: 'day' },
    reply: { head: ['text'], missing: ['text'], lines: [{ ...answer, cells: ['text'] }] },
  },
  take: {
    at: 'POST /api/proposals/answers/take',
    allow: 'registry.read',
    audit: 'PROPOSAL_ANSWERS_TAKEN',
    query: nothing,
    body: { ...strict, head: cells, day: 'day', rows: { 'list 1..50': { ...strict, line: 'int 1..', cells } } },
    reply: { lines: [answer] },
  },
})
