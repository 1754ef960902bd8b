import { ReadMore } from '@navikt/ds-react/ReadMore'
import type { Period } from '@openslrt/core/figures/period.ts'
import type { MessageKey } from '@openslrt/core/i18n/id.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { useDays } from './use-days.ts'

interface DefinitionsProps {
  readonly words: readonly { readonly label: MessageKey; readonly what: MessageKey }[]
  readonly source: 'figures.source.cases' | 'figures.source.all' | 'figures.source.counters'
  readonly at: number
  /** What it is compared with, if anything. */
  readonly before?: Period
}

/** What each number counts, of what, from where and as of when: on the page, not in a manual. */
export function Definitions({ words, source, at, before }: DefinitionsProps) {
  const t = useText()
  const when = useWhen()
  const days = useDays()
  return (
    <div className="board__source">
      <p>
        {t(source, { at: when.exact(at) })}
        {before && ` ${t('figures.compared', { from: days.day(before.from), to: days.day(before.to) })}`}
      </p>
      <ReadMore header={t('figures.definitions')} size="small">
        <dl className="board__words">
          {words.map(({ label, what }) => (
            <div key={label}>
              <dt>{t(label)}</dt>
              <dd>{t(what)}</dd>
            </div>
          ))}
        </dl>
      </ReadMore>
    </div>
  )
}
