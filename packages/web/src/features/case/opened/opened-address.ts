export const openedPath = '/dibuka'

/** What is under way first: that is what somebody asks about. */
export const openedTabs = [
  { show: 'open', address: undefined },
  { show: 'over', address: 'selesai' },
  { show: 'all', address: 'semua' },
] as const
type Show = (typeof openedTabs)[number]['show']

/** OPEN-5 The part of the list that an address asks for; one that it does not know shows what is under way. */
export function showOf(search: string): Show {
  const said = new URLSearchParams(search).get('tab')
  return openedTabs.find(({ address }) => address === said)?.show ?? 'open'
}
