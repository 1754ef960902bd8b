/** Where something lies in what was sent: the names of fields and the numbers of items that lead to it. */
export type Way = readonly (string | number)[]

/** A value in what was sent, with where it lies. */
export interface Spot {
  readonly way: Way
  readonly value: unknown
}

/** Everything that lies in a value, itself first. */
export function spotsOf(value: unknown, way: Way = []): readonly Spot[] {
  return [{ way, value }, ...partsOf(value).flatMap(([name, part]) => spotsOf(part, [...way, name]))]
}

function partsOf(value: unknown): readonly (readonly [string | number, unknown])[] {
  if (Array.isArray(value)) return [...value.entries()]
  return isObject(value) ? Object.entries(value) : []
}

export const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The same value with something else in one place. */
export function withAt(value: unknown, [name, ...rest]: Way, put: unknown): unknown {
  if (name === undefined) return put
  if (Array.isArray(value)) return value.map((item, at) => (at === name ? withAt(item, rest, put) : item))
  if (!isObject(value)) return value
  return Object.fromEntries(partsOf(value).map(([key, part]) => [key, key === name ? withAt(part, rest, put) : part]))
}

/** The same value without what lies in one place. */
export function withoutAt(value: unknown, [name, ...rest]: Way): unknown {
  if (Array.isArray(value)) return value.map((item, at) => (at === name ? withoutAt(item, rest) : item))
  if (!isObject(value)) return value
  const kept = partsOf(value).filter(([key]) => rest.length > 0 || key !== name)
  return Object.fromEntries(kept.map(([key, part]) => [key, key === name ? withoutAt(part, rest) : part]))
}

/** A place as a table names it: `client.nik`, `rows.0.name`. */
export const spell = (way: Way): string => way.join('.')

const idForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** What a text is by its look, for what must not stand in its place. */
export const isId = (value: unknown): value is string => typeof value === 'string' && idForm.test(value)
export const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)
export const isMoment = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)
export const isVillage = (value: unknown): value is string =>
  typeof value === 'string' && /^\d\d\.\d\d\.\d\d\.\d{4}$/.test(value)

/** The same value with all of its parts frozen: whoever changes what they were given fails. */
export function frozen<Value>(value: Value): Value {
  for (const { value: part } of spotsOf(value)) if (typeof part === 'object' && part !== null) Object.freeze(part)
  return value
}
