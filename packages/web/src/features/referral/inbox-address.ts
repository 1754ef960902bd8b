import { pageOf } from '../../ui/list-address.ts'

export interface InboxFilter {
  readonly side: 'in' | 'out'
  readonly status?: 'open'
  readonly page: number
}

/** The tabs of the inbox: what is still open first, because that is what somebody waits for. */
export const inboxTabs = [
  { key: 'in-open', side: 'in', status: 'open', address: { side: undefined, status: undefined } },
  { key: 'out-open', side: 'out', status: 'open', address: { side: 'out', status: undefined } },
  { key: 'in-all', side: 'in', status: undefined, address: { side: undefined, status: 'all' } },
  { key: 'out-all', side: 'out', status: undefined, address: { side: 'out', status: 'all' } },
] as const

/** The view that an address asks for; whatever it does not know shows what came in and is open. */
export function inboxOf(search: string): InboxFilter {
  const params = new URLSearchParams(search)
  const side = params.get('side') === 'out' ? 'out' : 'in'
  const page = pageOf(search)
  return params.get('status') === 'all' ? { side, page } : { side, page, status: 'open' }
}
