import fc from 'fast-check'
import { z } from 'zod'

/** Words that have broken doors before: none at all, too many, of another alphabet, another type, another language. */
const words = [
  ['', ' ', '\0', 'a\0b', '%', '%00', '_', '\\', "'", '";--', '\ud800', '\u202e', '😀'.repeat(80), 'a'.repeat(30_000)],
  ['0', '-1', '1', '1.5', '1e999', 'NaN', '0x10', '٣', '9007199254740993', '9'.repeat(400)],
  ['0000-01-01', '9999-12-31', '2026-02-30', '2026-11-22', '0000-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z'],
  ['00', '34', '34.04', '34.04.07', '34.04.07.2001', '99.99.99.9999', '34.04.', '3404-26-000001', '3404-26-%'],
  ['00000000-0000-0000-0000-000000000000', '0190a000-0000-7000-8000-000000000000', '3404075203600001'],
  ['__proto__', 'constructor', 'toString', 'null', 'true', '[]', '{}', '{"a":1}', 'Sumarni', '081234567890'],
].flat()

/** A text as somebody might send it who means no good, or nothing at all. */
export const oddText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...words) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
)

/** Anything that JSON can carry where something else was expected. */
export const oddJson: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: oddText },
  { weight: 2, arbitrary: fc.constantFrom(null, true, 0, -1, 1, 2 ** 31, 2 ** 53, 1e300, [], {}, [[]], ['a', 'a']) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
)

type Fields = Readonly<Record<string, unknown>>

/**
 * What a schema asks for, taken from `right` where it has something that fits, and then up to two fields as nobody of
 * ours would send them: odd values, another choice, left out, or not of this schema at all.
 */
export function oddFields(schema: z.ZodType, value: fc.Arbitrary<unknown>, right: Fields = {}): fc.Arbitrary<Fields> {
  const names = namesIn(schema)
  const known = Object.fromEntries(names.filter((name) => name in right).map((name) => [name, right[name]]))
  const change = fc
    .constantFrom(...names, ...names, '__proto__', 'bukan-kolom')
    .chain((name) => fc.tuple(fc.constant(name), fc.oneof(value, choiceIn(schema, name), fc.constant(undefined))))
  return fc.array(change, { maxLength: 2 }).map((changes) => {
    const all = [...Object.entries(known), ...changes].filter(([, given]) => given !== undefined)
    return Object.fromEntries(all)
  })
}

/** A query of an address: fields of a schema once, twice, or in signs that mean nothing. */
export function oddQuery(schema: z.ZodType, right: Fields = {}): fc.Arbitrary<string> {
  const garbage = fc.constantFrom(
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    '&',
    '%',
    '&%ff=%00',
    '&=',
    '&a[b]=c',
    '&page=1&page=2',
    '#',
    ';x',
  )
  return fc
    .tuple(oddFields(schema, oddText, right), garbage)
    .map(([fields, rest]) => `${new URLSearchParams(fields as Record<string, string>)}${rest}`)
}

/** A body under its content type: the right one with odd fields, or another one with whatever stands in it. */
export function oddBody(schema: z.ZodType, right: Fields = {}): fc.Arbitrary<{ type: string; body: string }> {
  const fields = { weight: 8, arbitrary: oddFields(schema, oddJson, right) }
  const json = fc.oneof(fields, { weight: 1, arbitrary: oddJson }).map((value) => JSON.stringify(value))
  return fc.oneof(
    { weight: 4, arbitrary: fc.record({ type: fc.constant('application/json'), body: json }) },
    { weight: 1, arbitrary: fc.record({ type: fc.constantFrom(...types), body: fc.oneof(json, oddText) }) },
  )
}

/** A form as browsers post it, or as they never would. */
export function oddForm(usual: Readonly<Record<string, string>>): fc.Arbitrary<{ type: string; body: string }> {
  const change = fc.tuple(fc.constantFrom(...Object.keys(usual), 'bukan-kolom'), fc.oneof(oddText, fc.constant(null)))
  const words = fc.array(change, { maxLength: 3 }).map((changes) => {
    const form = new URLSearchParams(usual)
    for (const [name, value] of changes)
      if (value === null) form.delete(name)
      else form.append(name, value)
    return form.toString()
  })
  const set = fc.array(change, { maxLength: 3 }).map((changes) => {
    const form = new URLSearchParams(usual)
    for (const [name, value] of changes) form.set(name, value ?? '')
    return form.toString()
  })
  const type = fc.constant('application/x-www-form-urlencoded')
  return fc.oneof(
    { weight: 4, arbitrary: fc.record({ type, body: set }) },
    { weight: 2, arbitrary: fc.record({ type, body: words }) },
    { weight: 1, arbitrary: fc.record({ type: fc.constantFrom(...types), body: fc.oneof(words, oddText) }) },
  )
}

const types = [
  'text/plain',
  'text/xml',
  'application/json; charset=utf-16',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'multipart/form-data',
  ';;;',
]

type Properties = Readonly<Record<string, { readonly enum?: readonly unknown[] }>>
const propertiesOf = (schema: z.ZodType): Properties =>
  (z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }).properties ?? {}) as Properties

const namesIn = (schema: z.ZodType): readonly string[] => Object.keys(propertiesOf(schema))
const choiceIn = (schema: z.ZodType, name: string): fc.Arbitrary<unknown> =>
  fc.constantFrom(...(propertiesOf(schema)[name]?.enum ?? ['34.04']))
