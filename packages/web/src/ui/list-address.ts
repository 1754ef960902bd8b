export type Changes = Readonly<Record<string, string | number | undefined>>

/**
 * The address of a list with some of its filters changed; an empty or missing value removes the filter.
 * Any change but that of the page leads back to the first page.
 */
export function addressWith(path: string, search: string, changes: Changes): string {
  const params = new URLSearchParams(search)
  if (!('halaman' in changes)) params.delete('halaman')
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || value === '' || (name === 'halaman' && value === 1)) params.delete(name)
    else params.set(name, String(value))
  }
  const rest = params.toString()
  return rest === '' ? path : `${path}?${rest}`
}

/** The page of a list that an address asks for; whatever is not a page is the first. */
export function pageOf(search: string): number {
  const page = Number(new URLSearchParams(search).get('halaman') ?? 1)
  return Number.isInteger(page) && page > 0 && page <= mostPages ? page : 1
}

/** As far as a list can be turned; the wire takes no more. */
const mostPages = 10_000
