/**
 * What a kept draft still says of the fields that the form has now: an older release may have kept others, or the
 * same with another shape, and those are left.
 */
export function mergeDraft<Values extends object>(initial: Values, kept: unknown): Partial<Values> | null {
  if (typeof kept !== 'object' || kept === null) return null
  const known = Object.entries(initial).filter(([name, value]) => sameShape(value, Reflect.get(kept, name)))
  if (known.length === 0) return null
  return known.reduce<Partial<Values>>((given, [name]) => ({ ...given, [name]: Reflect.get(kept, name) }), {})
}

function sameShape(wanted: unknown, found: unknown): boolean {
  if (Array.isArray(wanted)) return Array.isArray(found) && found.every((item) => typeof item === 'string')
  return found !== null && typeof found === typeof wanted && !Array.isArray(found)
}
