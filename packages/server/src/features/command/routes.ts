import type { Actor, StaffActor } from '@openslrt/core/access/actor.ts'
import type { CommandRow } from '@openslrt/core/contract/command.ts'
import { commandRows } from '@openslrt/core/contract/command.ts'
import type { Outcome } from '@openslrt/core/contract/envelope.ts'
import { batch } from '@openslrt/core/contract/envelope.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import { sayRefusal } from '@openslrt/core/i18n/refusal.ts'
import type { Lang } from '@openslrt/core/i18n/translate.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { languageOf, noteRefusal, sendRefusal } from '../../platform/http/answers.ts'
import type { Handled, Handler, Order } from '../../platform/http/order.ts'
import { readOrder } from '../../platform/http/order.ts'
import { parse } from '../../platform/http/parse.ts'
import type { Person } from '../../platform/http/route.ts'
import type { Doorkeeper } from '../../platform/http/serve.ts'

/** Who answers the commands of each capability. */
export type Handlers = Readonly<Record<CommandRow['capability'], Handler>>

// Answers of some hundred bytes: looking at each whether to compress it took 4 % of the server's time.
const small = { compress: false } as const

/** One registry, two doors: each command is its own REST route, and a line of a batch; the answers are the same. */
export function serveCommands(app: FastifyInstance, keeper: Doorkeeper, handlers: Handlers): void {
  for (const row of commandRows)
    app.post(row.path, small, (request, reply) => answerOne(row, keeper, handlers, request, reply))
  app.post('/api/commands', small, (request, reply) => answerBatch(keeper, handlers, request, reply))
}

async function answerOne(
  row: CommandRow,
  keeper: Doorkeeper,
  handlers: Handlers,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const person = await keeper.whoIs(request)
  if (!person) return sendRefusal(reply, { code: 'unauthenticated' })
  const order = readOrder(row.kind, request.body)
  if (!order.ok) return sendRefusal(reply, order.error)
  const handled = await give(order.value, keeper, person, handlers)
  note(request, person, order.value, handled)
  if (handled.status === 'refused') return sendRefusal(reply, handled.refusal)
  return reply.code(200).send(handled)
}

async function answerBatch(
  keeper: Doorkeeper,
  handlers: Handlers,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const person = await keeper.whoIs(request)
  if (!person) return sendRefusal(reply, { code: 'unauthenticated' })
  const read = parse(batch, request.body)
  if (!read.ok) return sendRefusal(reply, read.error)
  const outcomes: (Outcome & { id: string })[] = []
  const sending: Sending = { keeper, person, handlers, request, held: new Set() }
  for (const { kind, ...body } of read.value.commands) {
    const answer = await answerLine(kind, body, sending)
    if (answer.status === 'refused') noteRefusal(request, answer.refusal)
    outcomes.push({ id: typeof body['id'] === 'string' ? body['id'] : '', ...outcomeOf(answer, languageOf(request)) })
  }
  return reply.send({ outcomes })
}

/** One batch on its way: who sends it, and the subjects on which something was refused. */
interface Sending {
  readonly keeper: Doorkeeper
  readonly person: Person
  readonly handlers: Handlers
  readonly request: FastifyRequest
  readonly held: Set<string>
}

// A refused command holds back only later ones on the same subject: they were made believing in it.
async function answerLine(
  kind: string,
  body: unknown,
  { keeper, person, handlers, request, held }: Sending,
): Promise<Handled> {
  const order = readOrder(kind, body)
  if (!order.ok) return { status: 'refused', refusal: order.error }
  const { subject } = order.value.envelope
  if (held.has(subject)) return { status: 'refused', refusal: { code: 'depends-on-refused' } }
  const handled = await give(order.value, keeper, person, handlers)
  note(request, person, order.value, handled)
  if (handled.status === 'refused') held.add(subject)
  return handled
}

async function give(order: Order, keeper: Doorkeeper, person: Person, handlers: Handlers): Promise<Handled> {
  const actor: StaffActor | null = keeper.actorAt(person, order.envelope.office)
  if (!actor) return { status: 'refused', refusal: lacking(order) }
  return handlers[order.row.capability](order, actor satisfies Actor, Date.now())
}

const lacking = (order: Order): Refusal => ({ code: 'not-permitted', needs: order.row.rights })

function note(request: FastifyRequest, person: Person, order: Order, handled: Handled): void {
  request.log.info(
    {
      audit: order.row.kind,
      actor: person.staff,
      office: order.envelope.office,
      subject: order.envelope.subject,
      status: handled.status,
    },
    'command',
  )
}

/** A command's answer as it crosses the wire, with its sentence where it was refused. */
export function outcomeOf(handled: Handled, lang: Lang): Outcome {
  if (handled.status === 'accepted') return handled
  const { code, ...details } = handled.refusal
  return { status: 'refused', code, message: sayRefusal(lang, handled.refusal), details }
}
