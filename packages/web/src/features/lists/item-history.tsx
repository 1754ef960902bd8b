import { Button } from '@navikt/ds-react/Button'
import type { ItemLine } from '@openslrt/core/contract/list-queries.ts'
import type { RuledList } from '@openslrt/core/lists/list-law.ts'
import { levelOf, placeCode } from '@openslrt/core/place/code.ts'
import { useState } from 'react'
import { ActProblem } from '../../platform/act/act-problem.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useDay } from '../../platform/hours/use-day.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { useRuledPlace } from './use-ruled-place.ts'

interface ItemHistoryProps {
  readonly list: RuledList
  readonly item: Pick<ItemLine, 'code' | 'names' | 'said'>
  readonly today: string
  readonly onDone: (done: string) => void
}

type SaidLine = ItemLine['said'][number]

/** What was said of an item and is planned, the oldest first; one's own plans can be taken back. */
export function ItemHistory({ list, item, today, onDone }: ItemHistoryProps) {
  const t = useText()
  const lang = useLanguage()
  const sayDay = useDay()
  const act = useAct()
  const { district, rules } = useRuledPlace()
  const [subject] = useState(newId)
  const takeBack = async ({ from }: SaidLine): Promise<void> => {
    const data = { list, code: item.code, from }
    const acted = await act.send('list.take-back', { district, subject, base: null, data })
    if (acted.state !== 'refused') onDone(t('lists.done.back', { name: item.names[lang] }))
  }
  return (
    <section className="lists__part">
      <h2>{t('lists.history')}</h2>
      <ul className="lists__said">
        {item.said
          .toSorted((one, other) => one.from.localeCompare(other.from))
          .map((one) => (
            <li key={`${one.place} ${one.from} ${one.says}`}>
              <span>
                {t(`lists.history.${one.says}`, { day: sayDay(one.from), name: one.names[lang] })}
                <span className="lists__by">{t(`level.${levelOf(placeCode.parse(one.place))}`)}</span>
              </span>
              {one.own && rules && one.from > today && (
                <Button
                  type="button"
                  size="small"
                  variant="tertiary"
                  loading={act.busy}
                  onClick={() => void takeBack(one)}
                >
                  {t('lists.history.take-back', { day: sayDay(one.from) })}
                </Button>
              )}
            </li>
          ))}
      </ul>
      <ActProblem problem={act.problem} />
    </section>
  )
}
