import { pageOf } from '../../ui/list-address.ts'

export interface InboxFilter {
  readonly side: 'in' | 'out'
  readonly status?: 'open'
  readonly page: number
}

/** The tabs of the inbox: what is still open first, because that is what somebody waits for. */
export const inboxTabs = [
  { key: 'in-open', side: 'in', status: 'open', address: { side: 'in', status: undefined } },
  { key: 'out-open', side: 'out', status: 'open', address: { side: 'out', status: undefined } },
  { key: 'in-all', side: 'in', status: undefined, address: { side: 'in', status: 'all' } },
  { key: 'out-all', side: 'out', status: undefined, address: { side: 'out', status: 'all' } },
] as const

/** The view that an address asks for; whatever it does not know shows what is open on the side that this office mostly is. */
export function inboxOf(search: string, usual: InboxFilter['side'] = 'in'): InboxFilter {
  const params = new URLSearchParams(search)
  const said = params.get('side')
  const side = said === 'out' || said === 'in' ? said : usual
  const page = pageOf(search)
  return params.get('status') === 'all' ? { side, page } : { side, page, status: 'open' }
}
