import type { CommandRow } from '@openslrt/core/contract/command.ts'
import { commandRows } from '@openslrt/core/contract/command.ts'
import { batch, batchReply, envelope, outcome } from '@openslrt/core/contract/envelope.ts'
import { problems } from '@openslrt/core/contract/problem.ts'
import type { RouteRow } from '@openslrt/core/contract/route.ts'
import { asksRight } from '@openslrt/core/contract/route.ts'
import { z } from 'zod'

type Json = Readonly<Record<string, unknown>>

const problemBody = z.object({
  code: z.string(),
  message: z.string(),
  requestId: z.uuid(),
  details: z.record(z.string(), z.unknown()),
})

/** What a wrong answer looks like, by status, with the codes that it may carry. */
const refusals = (): Described['responses'] =>
  Object.fromEntries(
    [...Map.groupBy(Object.entries(problems), ([, { status }]) => status)].map(([status, codes]) => [
      String(status),
      {
        description: codes.map(([code]) => code).join(', '),
        content: jsonOf({ $ref: '#/components/schemas/Problem' }),
      },
    ]),
  )

/** The OpenAPI 3.1 document of this server, made from the same rows that its routes are made of. */
export function openApiOf(rows: readonly RouteRow[], version: string): ApiDocument {
  return {
    openapi: '3.1.0',
    info: {
      title: 'OpenSLRT',
      version,
      description:
        'One door for social services and referrals. Every command is its own route and can also be sent in a batch; a repeat under the same id is answered as the first time.',
      license: { name: 'AGPL-3.0-only', identifier: 'AGPL-3.0-only' },
    },
    paths: Object.fromEntries(
      [...Map.groupBy([...rows.map(questionOf), ...commandRows.map(commandOf), batchOf()], ([path]) => path)].map(
        ([path, operations]) => [
          path,
          Object.fromEntries(operations.flatMap(([, operation]) => Object.entries(operation))),
        ],
      ),
    ),
    components: {
      schemas: { Problem: schemaOf(problemBody), Outcome: schemaOf(outcome) },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'openslrt' },
        key: { type: 'http', scheme: 'bearer', description: 'The key of a program, given by an administrator.' },
      },
    },
  }
}

/** What is said of one door. */
export interface Described {
  readonly summary: string
  readonly description: string
  readonly tags: readonly string[]
  readonly security: readonly Json[]
  readonly parameters?: readonly Json[]
  readonly requestBody?: Json
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content: Json }>>
}

export interface ApiDocument extends Json {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>
}

type Operation = readonly [path: string, operation: Readonly<Record<string, Described>>]

function questionOf(row: RouteRow): Operation {
  const parameters = asksRight(row.allow) ? [...queryOf(row.query), officeParameter] : queryOf(row.query)
  const body = row.method === 'POST' ? { requestBody: { required: true, content: jsonOf(schemaOf(row.body)) } } : {}
  const operation = {
    ...about(row.summary, row.allow, row.audit, tagOf(row.path)),
    parameters,
    ...body,
    responses: { 200: { description: 'OK', content: jsonOf(schemaOf(row.reply)) }, ...refusals() },
  }
  return [row.path, { [row.method.toLowerCase()]: operation }]
}

function commandOf(row: CommandRow): Operation {
  const body = z.strictObject({ ...envelope.shape, data: row.data })
  const operation = {
    ...about(`Command ${row.kind}`, row.rights.join(' or '), row.kind, row.capability),
    requestBody: { required: true, content: jsonOf(schemaOf(body)) },
    responses: {
      200: { description: 'Accepted', content: jsonOf({ $ref: '#/components/schemas/Outcome' }) },
      ...refusals(),
    },
  }
  return [row.path, { post: operation }]
}

const batchOf = (): Operation => [
  '/api/commands',
  {
    post: {
      ...about('Commands in a batch, answered in order', 'signed-in', 'COMMANDS', 'command'),
      requestBody: { required: true, content: jsonOf(schemaOf(batch)) },
      responses: {
        200: { description: 'One outcome for each command', content: jsonOf(schemaOf(batchReply)) },
        ...refusals(),
      },
    },
  },
]

function about(summary: string, allow: string, audit: string, tag: string): Omit<Described, 'responses'> {
  return {
    summary,
    tags: [tag],
    description: `Asks for: ${allow}. In the audit trail: ${audit}.`,
    security: securityOf(allow),
  }
}

function securityOf(allow: string): readonly Json[] {
  if (allow === 'public') return []
  // A step of signing in is a person's.
  return allow === 'entering' ? [{ session: [] }] : [{ session: [] }, { key: [] }]
}

const officeParameter = {
  name: 'x-office',
  in: 'header',
  required: false,
  description: 'The office that the person acts from; the first of their posts when left out.',
  schema: { type: 'string', format: 'uuid' },
}
const tagOf = (path: string): string => path.split('/')[2] ?? 'api'

function queryOf(query: z.ZodType): readonly Json[] {
  const { properties = {}, required = [] } = schemaOf(query)
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name) && !(typeof schema === 'object' && 'default' in schema),
    schema,
  }))
}

function jsonOf(schema: Json): Json {
  return { 'application/json': { schema } }
}

function schemaOf(schema: z.ZodType): z.core.JSONSchema.BaseSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return rest
}
