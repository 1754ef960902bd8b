export type QueryValues = Readonly<Record<string, unknown>>

/** The address of a question: what was left out of the query does not stand in it. */
export function addressOf(path: string, query: QueryValues = {}): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') params.set(name, String(value))
  }
  const rest = params.toString()
  return rest === '' ? path : `${path}?${rest}`
}
