/** Anything that JSON can say. What a ledger entry holds is made of this and nothing else. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export type JsonObject = { readonly [key: string]: Json }

/**
 * One spelling for one value: keys sorted, no white space, undefined members left out.
 * The ledger's digests are taken over these characters, so the same facts give the same digest on every machine and
 * in every release. Numbers must be finite: JSON has no word for the others.
 */
export function canonical(value: unknown): string {
  const tree = sorted(value ?? null)
  return tree === odd ? spelt(value) : JSON.stringify(tree)
}

/** What the engine would spell in another order, or not at all. */
const odd = Symbol('odd')

/**
 * The same value with the keys of its objects in their order: spelling it is then the engine's own work. Spelt by hand,
 * the entries of a load took twice as long, and left as much behind to be cleared away.
 */
function sorted(value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError('a number that JSON cannot say')
  if (typeof value === 'function') return odd
  if (typeof value !== 'object' || value === null) return value
  return Array.isArray(value) ? sortedItems(value) : sortedMembers(value)
}

function sortedItems(items: readonly unknown[]): unknown {
  let isSame = true
  const all = items.map((item) => {
    const one = sorted(item)
    isSame &&= one === item
    return one
  })
  if (isSame) return items
  return all.includes(odd) ? odd : all
}

function sortedMembers(value: object): unknown {
  const keys = Object.keys(value)
  if (keys.some(isOdd)) return odd
  const order = inOrder(keys)
  // What stands in order already is not copied: of an entry of a load, nearly all.
  const isPlain = order === keys && Object.getPrototypeOf(value) === Object.prototype
  let members: Record<string, unknown> | null = isPlain ? null : {}
  for (const key of order) {
    const before: unknown = Reflect.get(value, key)
    const member = sorted(before)
    if (member === odd) return odd
    if (member !== before) members ??= { ...value }
    if (members) members[key] = member
  }
  return members ?? value
}

/** Numbers come first in the engine's order; the others are no members to it. */
function isOdd(key: string): boolean {
  const first = key.charCodeAt(0)
  return (first >= 48 && first <= 57) || key === '__proto__' || key === 'toJSON'
}

const orders = new Map<string, readonly string[]>()
const mostOrders = 500

// An entry of a load has a thousand objects of two shapes.
function inOrder(keys: readonly string[]): readonly string[] {
  if (keys.every((key, nth) => nth === 0 || (keys[nth - 1] ?? '') < key)) return keys
  const shape = keys.join('\n')
  const known = orders.get(shape)
  if (known?.length === keys.length) return known
  const order = keys.toSorted()
  if (orders.size < mostOrders && shape.length < 2_000 && !keys.some((key) => key.includes('\n')))
    orders.set(shape, order)
  return order
}

function spelt(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spelt).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  const members = Object.keys(value)
    .toSorted()
    .map((key): readonly [string, unknown] => [key, Reflect.get(value, key)])
    .filter(([, member]) => member !== undefined)
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${spelt(member)}`).join(',')}}`
}
