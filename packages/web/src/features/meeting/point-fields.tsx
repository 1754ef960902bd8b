import { Button } from '@navikt/ds-react/Button'
import { ErrorMessage } from '@navikt/ds-react/Typography'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { useState } from 'react'
import { LineField } from '../../platform/act/fields.tsx'
import type { Field } from '../../platform/act/use-form.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { useActing } from '../../platform/session/use-session.ts'
import { useSettled } from '../../ui/use-settled.ts'
import type { PickedCase, PointDraft } from './call-values.ts'
import { RemoveButton } from './invited-fields.tsx'

/** The points of an agenda: cases that are looked for, and matters of their own. */
export function PointFields({ id, value, onChange, error }: Field<readonly PointDraft[]>) {
  const t = useText()
  const add = (point: Omit<PointDraft, 'id'>): void => onChange([...value, { id: newId(), ...point }])
  const put = (point: PointDraft): void => onChange(value.map((one) => (one.id === point.id ? point : one)))
  return (
    <>
      <ol className="agenda">
        {value.map((point, nth) => (
          <li key={point.id} className="agenda__point">
            {point.case && <h3 className="agenda__title">{t('meeting.case', { number: point.case.number })}</h3>}
            <LineField
              id={`${id}-${nth}`}
              label={point.case ? t('act.optional', { label: t('meeting.form.about') }) : t('meeting.form.about')}
              description={point.case ? t('meeting.form.about.hint') : undefined}
              maxLength={200}
              value={point.title}
              onChange={(title) => put({ ...point, title })}
              error={undefined}
            />
            <div>
              <RemoveButton
                name={point.case?.number ?? point.title}
                onClick={() => onChange(value.filter((one) => one.id !== point.id))}
              />
            </div>
          </li>
        ))}
      </ol>
      <CaseSearch has={value} onAdd={(one) => add({ case: one, title: '' })} />
      <FreePoint onAdd={(title) => add({ case: null, title })} />
      {error && <ErrorMessage showIcon>{error}</ErrorMessage>}
    </>
  )
}

const leastLetters = 3

function CaseSearch({ has, onAdd }: { has: readonly PointDraft[]; onAdd: (one: PickedCase) => void }) {
  const t = useText()
  const { can } = useActing()
  const [typed, setTyped] = useState('')
  const words = useSettled(typed.trim())
  const { data } = useAsk(
    caseRoutes.search,
    { body: { text: words } },
    { enabled: words.length >= leastLetters, keepPrevious: true },
  )
  if (!can('case.read')) return null
  const found = (data?.items ?? []).filter(({ id }) => !has.some((point) => point.case?.id === id)).slice(0, 8)
  const pick = (one: PickedCase): void => {
    onAdd({ district: one.district, id: one.id, number: one.number })
    setTyped('')
  }
  return (
    <div className="call__search">
      <LineField id="agenda-case" label={t('meeting.form.case')} value={typed} onChange={setTyped} error={undefined} />
      {words.length >= leastLetters && data && found.length === 0 && (
        <output className="meeting__aside">{t('meeting.form.case.none')}</output>
      )}
      {words.length >= leastLetters && (
        <ul className="call__list">
          {found.map((one) => (
            <li key={one.id}>
              <span>
                {one.summary} · {one.clientMasked} · {one.placeName}
              </span>
              <Button type="button" size="small" variant="secondary" onClick={() => pick(one)}>
                {t('meeting.form.case.add', { number: one.number })}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function FreePoint({ onAdd }: { onAdd: (title: string) => void }) {
  const t = useText()
  const [title, setTitle] = useState('')
  const add = (): void => {
    if (title.trim() === '') return
    onAdd(title.trim())
    setTitle('')
  }
  return (
    <div className="call__search">
      <LineField
        id="agenda-point"
        label={t('meeting.form.point')}
        maxLength={200}
        value={title}
        onChange={setTitle}
        error={undefined}
      />
      <div>
        <Button type="button" size="small" variant="secondary" onClick={add}>
          {t('meeting.form.point.add')}
        </Button>
      </div>
    </div>
  )
}
