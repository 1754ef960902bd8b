import fc from 'fast-check'
import { z } from 'zod'

type Json = z.core.JSONSchema.BaseSchema

/** Anything that a reply may hold, made from its schema: short lists, few words. */
export const anyReply = (schema: z.ZodType): fc.Arbitrary<unknown> =>
  make(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), 0)

function make(json: boolean | Json, depth: number): fc.Arbitrary<unknown> {
  if (typeof json === 'boolean') return fc.constantFrom('apa saja', 1, null)
  if (json.const !== undefined) return fc.constant(json.const)
  if (json.enum) return fc.constantFrom(...json.enum)
  const options = json.anyOf ?? json.oneOf
  if (options) return fc.oneof(...options.map((option) => make(option, depth)))
  if (json.allOf)
    return fc.tuple(...json.allOf.map((part) => make(part, depth))).map((parts) => Object.assign({}, ...parts))
  if (Array.isArray(json.type)) return fc.oneof(...json.type.map((type) => make({ ...json, type }, depth)))
  return plain(json, depth)
}

function plain(json: Json, depth: number): fc.Arbitrary<unknown> {
  switch (json.type) {
    case 'object':
      return json.properties ? objectOf(json, depth) : recordOf(json, depth)
    case 'array':
      return listOf(json, depth)
    case 'string':
      return textOf(json)
    case 'integer':
    case 'number':
      return numberOf(json)
    case 'boolean':
      return fc.boolean()
    default:
      return json.type === 'null' ? fc.constant(null) : fc.constantFrom('apa saja', 1, null)
  }
}

const numberOf = ({ type, minimum = 0, maximum = 1000 }: Json): fc.Arbitrary<number> =>
  type === 'integer'
    ? fc.integer({ min: Math.max(minimum, -1000), max: Math.min(maximum, 1_000_000) })
    : fc.double({ noNaN: true, min: minimum, max: maximum })

function objectOf(json: Json, depth: number): fc.Arbitrary<unknown> {
  const fields = Object.entries(json.properties ?? {}).map(([name, field]) => [name, make(field, depth + 1)] as const)
  return fc.record(Object.fromEntries(fields), { requiredKeys: [...(json.required ?? [])] })
}

function recordOf(json: Json, depth: number): fc.Arbitrary<unknown> {
  const listed = typeof json.propertyNames === 'object' ? json.propertyNames.enum : undefined
  if (listed)
    return fc.record(
      Object.fromEntries(listed.map((name) => [name, make(json.additionalProperties ?? true, depth + 1)])),
    )
  const names = make(json.propertyNames ?? { type: 'string' }, depth).map(String)
  return fc.dictionary(names, make(json.additionalProperties ?? true, depth + 1), { maxKeys: 2, noNullPrototype: true })
}

function listOf(json: Json, depth: number): fc.Arbitrary<unknown> {
  const item = json.items && !Array.isArray(json.items) ? json.items : true
  const least = json.minItems ?? 0
  if (least === 2) return fc.constant([450, 960])
  // The only list of a length of its own is a week, and the only pair in it the hours of a day.
  if (least === 7) return fc.constant([[450, 960], [450, 960], null, null, [0, 1440], null, null])
  return fc.array(make(item, depth + 1), { minLength: least, maxLength: Math.max(least, depth > 3 ? 1 : 2) })
}

const days = ['2026-11-02', '1960-03-12', '2028-02-29']

function textOf({ format, pattern, minLength = 0, maxLength = 12 }: Json): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.uuid({ version: 4 })
  if (format === 'date') return fc.constantFrom(...days)
  if (format === 'date-time') return fc.constantFrom(...days.map((day) => `${day}T09:00:00.000Z`))
  if (format === 'base64') return fc.constant('bmFtYQ==')
  if (format === 'email') return fc.constant('rina@slemankab.go.id')
  const known = pattern === undefined ? undefined : formed[pattern]
  if (known !== undefined) return fc.constant(known)
  // Codes that stand once in a list: long enough that chance makes no two alike.
  const least = pattern === '^[a-z][a-z-]{0,39}$' ? 10 : minLength
  const letters = fc.constantFrom(...'abcdefghij')
  return fc.string({ unit: letters, minLength: least, maxLength: Math.max(least, Math.min(maxLength, 12)) })
}

/** One example of each form of text that a reply may have. */
const formed: Readonly<Record<string, string>> = {
  '^\\d{2}(\\.\\d{2})?$': '34.04',
  '^\\d{2}(\\.\\d{2}(\\.\\d{2}(\\.\\d{4})?)?)?$': '34.04.07',
  '^\\d{2}\\.\\d{2}\\.\\d{2}\\.\\d{4}$': '34.04.07.2001',
  '^\\d{16}$': '3404075203600001',
  '^\\+?[0-9 ()-]{6,20}$': '081234567890',
  '^(19|2[01])\\d\\d-(0[1-9]|1[0-2])$': '2026-11',
  '^20\\d\\d-(0[1-9]|1[0-2])$': '2026-11',
  '^([1-9]|10|none)$': '7',
  '^[a-z0-9][a-z0-9-]{0,59}$': 'siks-ng',
  '^[0-9a-f]{64}$': 'a'.repeat(64),
}
