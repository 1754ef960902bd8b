import { LineField, RadioField } from '../../platform/act/fields.tsx'
import type { Form } from '../../platform/act/use-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import type { LaidProposal } from '../propose/laid.ts'
import { lacksWhy, type MinutesValues } from './minutes-values.ts'

interface VerdictFieldsProps {
  readonly form: Form<MinutesValues>
  readonly talked: readonly LaidProposal[]
}

const verdicts = ['agreed', 'refused', 'not-yet'] as const

/** FIELD-30 What the meeting said of each proposal of the village; what it did not speak of waits for the next one. */
export function VerdictFields({ form, talked }: VerdictFieldsProps) {
  const t = useText()
  const { said, why } = form.values
  return (
    <fieldset className="minutes__part">
      <legend className="minutes__head">{t('proposal.minutes.verdicts')}</legend>
      <p className="field__note">{t(talked.length === 0 ? 'proposal.minutes.nothing' : 'work.minutes.verdicts.why')}</p>
      {talked.map(({ row }) => (
        <div key={row.id} className="minutes__verdict">
          <RadioField
            id={`minutes-said-${row.id}`}
            label={`${row.name} · ${t(`proposal-kind.${row.kind}`)}`}
            value={said[row.id] ?? 'not-yet'}
            onChange={(chosen) => form.change({ said: { ...said, [row.id]: chosen } })}
            options={verdicts.map((value) => ({ value, label: t(`proposal.minutes.${value}`) }))}
            error={undefined}
          />
          {said[row.id] === 'refused' && (
            <LineField
              id={`minutes-why-${row.id}`}
              label={t('proposal.minutes.why')}
              description={t('work.minutes.why.why')}
              maxLength={200}
              value={why[row.id] ?? ''}
              onChange={(typed) => form.change({ why: { ...why, [row.id]: typed } })}
              error={lacksWhy(form.values, row.id) ? form.errors.why : undefined}
            />
          )}
        </div>
      ))}
    </fieldset>
  )
}
