import type { Permission } from '@openslrt/core/access/permission.ts'
import { type LetterShow, letterShows } from '@openslrt/core/contract/letter-queries.ts'
import { pageOf } from '../../ui/list-address.ts'

/** Who each view of the letters is for; the first that is for somebody is where they begin. */
const forWhom: Readonly<Record<LetterShow, readonly Permission[]>> = {
  sign: ['letter.sign'],
  initial: ['letter.initial'],
  returned: ['letter.draft'],
  waiting: ['letter.draft'],
  issued: ['letter.draft', 'case.settle', 'letter.sign'],
  'handed-over': ['letter.draft', 'case.settle', 'letter.sign'],
}

/** The views that somebody with these rights has a use for. */
export const tabsFor = (can: (permission: Permission) => boolean): readonly LetterShow[] =>
  letterShows.filter((show) => forWhom[show].some(can))

export interface LettersAddress {
  readonly show: LetterShow
  readonly page: number
}

/** The view that an address asks for; whatever it does not know shows the first that is for this person. */
export function lettersOf(search: string, tabs: readonly LetterShow[]): LettersAddress {
  const asked = new URLSearchParams(search).get('lihat')
  const show = letterShows.find((one) => one === asked) ?? tabs[0] ?? 'issued'
  return { show, page: pageOf(search) }
}
