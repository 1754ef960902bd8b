import type { PsksPostingRow, PsksRow } from '../psks/psks.ts'
import type { PsksWord } from './staff-words.ts'
import type { Notice, Told, Whom } from './tell.ts'

type Reader = Exclude<Whom, { kind: 'citizen' }>

/** PSKS-13 Whom an entry of a PSKS tells what: they themselves, or those who look after them, of a task; who asked, of its end. */
export function psksNoticesOf(
  entry: Told,
  { staff, office }: Pick<PsksRow, 'staff' | 'office'>,
  posting: Pick<PsksPostingRow, 'office'>,
): readonly Notice[] {
  const own: Reader = staff ? { kind: 'staff', staff } : { kind: 'office', office, rights: ['psks.manage'] }
  const asked: Reader = { kind: 'office', office: posting.office, rights: ['psks.manage'] }
  const told: Readonly<Record<string, Notice>> = {
    'psks.post': tell(own, 'psks-posted', posting.office),
    'psks.end-posting': tell(asked, 'psks-done', office),
  }
  const notice = told[entry.kind]
  return notice && !(notice.whom.kind === 'staff' && entry.actor === `staff:${notice.whom.staff}`) ? [notice] : []
}

/** Whether an entry of this kind tells anybody anything. */
export const tellsOfPsks = (kind: string): boolean => kind === 'psks.post' || kind === 'psks.end-posting'

const tell = (whom: Reader, what: PsksWord, office: PsksPostingRow['office']): Notice => ({
  whom,
  what,
  says: { office, until: null, step: null, act: null },
})
