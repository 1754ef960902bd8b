/** The token in the fragment of a one-time link; null where the address was cut short. */
export function tokenIn(hash: string): string | null {
  const token = new URLSearchParams(hash.replace(/^#/, '')).get('t')
  return token !== null && /^[\w-]{20,100}$/.test(token) ? token : null
}
