import { Button } from '@navikt/ds-react/Button'
import { type ItemLine, listRoutes } from '@openslrt/core/contract/list-queries.ts'
import { sayNumber } from '@openslrt/core/i18n/amount.ts'
import type { EditableList } from '@openslrt/core/lists/list-law.ts'
import { useState } from 'react'
import { ActProblem } from '../../platform/act/act-problem.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useDay } from '../../platform/hours/use-day.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { intoView } from '../../ui/into-view.ts'
import { useRuledPlace } from './use-ruled-place.ts'

interface EndItemProps {
  readonly list: EditableList
  readonly item: ItemLine
  readonly today: string
  readonly onDone: (done: string) => void
}

/** Ends an item from a day on, after saying who still uses it; or lets the place above speak again. */
export function EndItem(props: EndItemProps) {
  const t = useText()
  const { item } = props
  const [ending, setEnding] = useState<'ended' | 'above' | null>(null)
  const isOwn = item.said.some(({ own, says }) => own && says === 'holds')
  const isAbove = item.said.some(({ own }) => !own)
  if (ending) return <AskEnd {...props} above={ending === 'above'} onCancel={() => setEnding(null)} />
  return (
    <section className="lists__part lists__acts">
      {item.mayEnd ? (
        <Button type="button" size="small" variant="tertiary" data-color="danger" onClick={() => setEnding('ended')}>
          {t('lists.end')}
        </Button>
      ) : (
        <p>{t('lists.end.needed')}</p>
      )}
      {isOwn && isAbove && (
        <Button type="button" size="small" variant="tertiary" onClick={() => setEnding('above')}>
          {t('lists.end.above')}
        </Button>
      )}
    </section>
  )
}

function AskEnd({
  list,
  item,
  today,
  above,
  onDone,
  onCancel,
}: EndItemProps & { above: boolean; onCancel: () => void }) {
  const t = useText()
  const lang = useLanguage()
  const sayDay = useDay()
  const act = useAct()
  const { district } = useRuledPlace()
  const [subject] = useState(newId)
  const [from, setFrom] = useState(today)
  const name = item.names[lang]
  const end = async (): Promise<void> => {
    const data = { list, code: item.code, from, above }
    const acted = await act.send('list.end', { district, subject, base: null, data })
    if (acted.state !== 'refused') onDone(t('lists.done.end', { name, day: sayDay(from) }))
  }
  return (
    <section ref={intoView} className="lists__ask" role="alert">
      <strong>{above ? t('lists.end.above') : t('lists.end.title', { name })}</strong>
      {!above && <Uses list={list} item={item} />}
      {!above && <p>{t('lists.end.text')}</p>}
      <DayField
        id="lists-end-from"
        label={t('lists.form.from')}
        min={today}
        value={from}
        onChange={setFrom}
        error={from < today ? t('lists.form.from.missing') : undefined}
      />
      <ActProblem problem={act.problem} />
      <div className="lists__acts">
        <Button
          type="button"
          size="small"
          data-color={above ? 'accent' : 'danger'}
          loading={act.busy}
          onClick={() => from >= today && void end()}
        >
          {t(above ? 'lists.end.above' : 'lists.end')}
        </Button>
        <Button type="button" size="small" variant="secondary" data-color="neutral" onClick={onCancel}>
          {t('dialog.cancel')}
        </Button>
      </div>
    </section>
  )
}

/** LISTS-17 How many cases carry an item. A district's cases were counted with the list. */
export function Uses({ list, item }: Pick<EndItemProps, 'list' | 'item'>) {
  const t = useText()
  const lang = useLanguage()
  if (!item.uses) return <WideUses list={list} item={item} />
  const { open, all } = item.uses
  return <p>{t('lists.end.uses', { open: sayNumber(open, lang), all: sayNumber(all, lang) })}</p>
}

/** Where more districts are looked after, only the item in question is counted. */
function WideUses({ list, item: { code } }: Pick<EndItemProps, 'list' | 'item'>) {
  const t = useText()
  const lang = useLanguage()
  const { district } = useRuledPlace()
  const { data, problem, isPending } = useAsk(listRoutes.uses, { query: { district, list, code } })
  if (isPending) return <p>{t('lists.end.counting')}</p>
  if (!data && problem) return <ActProblem problem={problem} />
  if (!data?.uses) return <p>{t('lists.end.no-uses')}</p>
  const { open, all, districts } = data.uses
  const counts = {
    open: sayNumber(open, lang),
    all: sayNumber(all, lang),
    districts: sayNumber(districts, lang),
  }
  return <p>{t('lists.end.uses.wide', counts)}</p>
}
