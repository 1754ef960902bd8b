import type { LetterLine } from '@openslrt/core/contract/letter-queries.ts'
import { letterOnTheWay } from '@openslrt/core/letter/moves.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'

/** Where a letter is in its chain: who drafted it, who has marked it, and for whom it waits. */
export function ChainSteps({ letter }: { letter: LetterLine }) {
  const t = useText()
  const when = useWhen()
  const next = letterOnTheWay.includes(letter.status) ? letter.steps.findIndex(({ at }) => at === null) : -1
  return (
    <ol className="letter__chain">
      <li>{t('letter.drafted-by', { name: letter.drafterName, when: when.moment(letter.draftedAt) })}</li>
      {letter.steps.map(({ act, post, name, at }, nth) =>
        at === null ? (
          <li key={`${act} ${post}`} className={nth === next ? 'letter__next' : 'letter__later'}>
            {t('letter.waits', { act: t(`letter-act.${act}`), post })}
          </li>
        ) : (
          <li key={`${act} ${post}`}>{t('letter.done', { post, name: name ?? '', when: when.moment(at) })}</li>
        ),
      )}
    </ol>
  )
}
