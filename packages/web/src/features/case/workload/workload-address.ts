import { addressWith, pageOf } from '../../../ui/list-address.ts'

export const workloadPath = '/beban'
const queuePath = '/antrean'

/** The office whose officers are looked at; none is the acting one. */
export function wantedOffice(search: string): string | undefined {
  const office = new URLSearchParams(search).get('kantor') ?? ''
  return /^[0-9a-f-]{36}$/.test(office) ? office : undefined
}

export const wantedPage = pageOf
export const pageHref = (search: string, page: number): string => addressWith(workloadPath, search, { halaman: page })

/** What of somebody's work a figure counts: all that is open, what nobody has, or a window of due days. */
export type LoadPart = 'open' | 'nobody' | 'late' | 'today' | 'week' | 'later' | 'none'

export interface LoadFilter {
  readonly office: string
  readonly assignee?: string
}

/** WORKLOAD-4 The list of exactly the cases that a figure counts. */
export function casesOf(part: LoadPart, { office, assignee }: LoadFilter): string {
  const whole = { queue: 'all', measure: 'open', office, assignee }
  if (part === 'open') return addressWith(queuePath, '', whole)
  return addressWith(queuePath, '', part === 'nobody' ? { ...whole, assignee: 'nobody' } : { ...whole, due: part })
}
