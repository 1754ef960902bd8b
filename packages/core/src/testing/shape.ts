import { z } from 'zod'

/**
 * What a schema lets in, in words short enough for a table: `line 3..200`, `int 1..`, `red|green`, `[id]`, and a record
 * of fields for an object. A field that may be left out ends in `?`; an object that refuses unknown fields has `strict`.
 */
export type Shape = string | { readonly [field: string]: Shape } | readonly [Shape]

/** The shape of what crosses the wire under a schema, before it is read. */
export const shapeOf = (schema: z.ZodType): Shape => spell(z.toJSONSchema(schema, { io: 'input' }))

type Json = z.core.JSONSchema.BaseSchema

function spell(json: Json): Shape {
  const options = json.anyOf ?? json.oneOf
  if (options) return either(options)
  if (json.allOf) return Object.assign({}, ...json.allOf.map((part) => objectOf(part)))
  return withDefault(json, plain(json))
}

function plain(json: Json): Shape {
  if (json.const !== undefined) return String(json.const)
  if (json.enum) return json.enum.join('|')
  const several = Array.isArray(json.type) ? json.type.map((type) => ({ ...json, type })) : null
  if (several) return either(several)
  switch (json.type) {
    case 'object':
      return json.properties ? objectOf(json) : recordOf(json)
    case 'array':
      return listOf(json)
    case 'string':
      return textOf(json)
    case 'integer':
      return `int${range(json.minimum, json.maximum)}`
    default:
      // What has no type may be anything.
      return typeof json.type === 'string' ? json.type : 'anything'
  }
}

function objectOf(json: Json): { readonly [field: string]: Shape } {
  const needed = new Set(json.required ?? [])
  const fields = Object.entries(json.properties ?? {}).map(([name, field]) => [
    needed.has(name) ? name : `${name}?`,
    spell(whole(field)),
  ])
  return { ...(json.additionalProperties === false ? { strict: 'yes' } : {}), ...Object.fromEntries(fields) }
}

const whole = (json: boolean | Json): Json => (typeof json === 'boolean' ? {} : json)

function recordOf(json: Json): Shape {
  const names = json.propertyNames ? spell(whole(json.propertyNames)) : 'any name'
  return { [`each ${JSON.stringify(names)}`]: spell(whole(json.additionalProperties ?? {})) }
}

function listOf(json: Json): Shape {
  const item = spell(whole(json.items && !Array.isArray(json.items) ? json.items : {}))
  const many = json.minItems === undefined && json.maxItems === undefined ? '' : range(json.minItems, json.maxItems)
  return many === '' ? [item] : { [`list${many}`]: item }
}

// Forms of texts that have a name; a form that changed stands in the table as it is spelt, and no longer by its name.
const forms: Readonly<Record<string, string>> = {
  '^(?:\\P{Cc}|[\\t\\n])*$': 'line',
  '^[a-z0-9][a-z0-9-]{0,59}$': 'code',
  '^\\d{16}$': 'nik',
  '^\\+?[0-9 ()-]{6,20}$': 'phone',
  '^[0-9a-f]{64}$': 'sha256',
  '^[a-z0-9][a-z0-9._-]{2,39}$': 'sign-in name',
  '^\\d{2}(\\.\\d{2}(\\.\\d{2}(\\.\\d{4})?)?)?$': 'place',
  '^\\d{2}\\.\\d{2}\\.\\d{2}\\.\\d{4}$': 'village',
  '^\\d{2}(\\.\\d{2})?$': 'ledger',
}

function textOf({ format, pattern, minLength, maxLength }: Json): string {
  if (format === 'uuid') return 'id'
  if (format === 'date') return 'day'
  if (format === 'date-time') return 'moment'
  const form = pattern === undefined ? 'text' : (forms[pattern] ?? `text like ${pattern}`)
  return `${form}${range(minLength, maxLength)}`
}

// The bounds that every whole number has are no bounds.
function range(least: number | undefined, most: number | undefined): string {
  const [from, to] = [least, most].map((bound) =>
    bound === undefined || Math.abs(bound) === Number.MAX_SAFE_INTEGER ? '' : String(bound),
  )
  return from === '' && to === '' ? '' : ` ${from}..${to}`
}

function either(options: readonly Json[]): Shape {
  const shapes = options.map(spell)
  if (shapes.every((shape) => typeof shape === 'string')) return [...new Set(shapes)].join(' or ')
  const [first, ...rest] = shapes
  return rest.length === 1 && rest[0] === 'null' && first !== undefined
    ? { 'or null': first }
    : Object.fromEntries(shapes.map((shape, at) => [`or ${at + 1}`, shape]))
}

const withDefault = (json: Json, shape: Shape): Shape =>
  json.default !== undefined && typeof shape === 'string' ? `${shape} = ${JSON.stringify(json.default)}` : shape
