import { Button } from '@navikt/ds-react/Button'
import type { RoleLine } from '@openslrt/core/contract/role-queries.ts'
import { sayNumber } from '@openslrt/core/i18n/amount.ts'
import { useState } from 'react'
import { ActProblem } from '../../../platform/act/act-problem.tsx'
import { useAct } from '../../../platform/act/use-act.ts'
import { DayField } from '../../../platform/hours/day-field.tsx'
import { useDay } from '../../../platform/hours/use-day.ts'
import { useLanguage, useText } from '../../../platform/i18n/use-text.ts'
import { newId } from '../../../platform/outbox/uuid.ts'
import { intoView } from '../../../ui/into-view.ts'
import { useRuledPlace } from '../use-ruled-place.ts'

interface EndRoleProps {
  readonly role: RoleLine
  readonly today: string
  readonly onDone: (done: string) => void
  readonly onCancel: () => void
}

/** ROLE-10 Ends a role from a day on, after saying how many people at how many offices lose its rights. */
export function EndRole({ role, today, onDone, onCancel }: EndRoleProps) {
  const t = useText()
  const lang = useLanguage()
  const sayDay = useDay()
  const act = useAct()
  const { district } = useRuledPlace()
  const [subject] = useState(newId)
  const [from, setFrom] = useState(today)
  const { code, people, offices, names } = role
  const name = names[lang]
  const counts = { people: sayNumber(people, lang), offices: sayNumber(offices, lang) }
  const end = async (): Promise<void> => {
    const data = { list: 'role', code, from, above: false } as const
    const acted = await act.send('list.end', { district, subject, base: null, data })
    if (acted.state !== 'refused') onDone(t('lists.done.end', { name, day: sayDay(from) }))
  }
  return (
    <section ref={intoView} className="lists__ask" role="alert">
      <strong>{t('roles.end.title', { name })}</strong>
      <p>{people > 0 ? t('roles.end.text', counts) : t('roles.end.nobody')}</p>
      <DayField
        id="role-end-from"
        label={t('lists.form.from')}
        min={today}
        value={from}
        onChange={setFrom}
        error={from < today ? t('lists.form.from.missing') : undefined}
      />
      <ActProblem problem={act.problem} />
      <div className="lists__acts">
        <Button size="small" data-color="danger" loading={act.busy} onClick={() => from >= today && void end()}>
          {t('roles.end')}
        </Button>
        <Button size="small" variant="secondary" data-color="neutral" onClick={onCancel}>
          {t('dialog.cancel')}
        </Button>
      </div>
    </section>
  )
}
