import { countNames } from '@openslrt/core/proposal/proposal.ts'
import { LineField } from '../../platform/act/fields.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import type { MinutesValues } from './minutes-values.ts'

interface CountFieldsProps {
  readonly value: MinutesValues['counts']
  readonly onChange: (counts: MinutesValues['counts']) => void
}

/** What was counted of a list that the meeting went through; folded, for most meetings go through none. */
export function CountFields({ value, onChange }: CountFieldsProps) {
  const t = useText()
  return (
    <details className="minutes__counts" open={Object.values(value).some((typed) => typed !== '') || undefined}>
      <summary>{t('work.minutes.counts')}</summary>
      <div className="minutes__folded">
        <p className="field__note">{t('work.minutes.counts.why')}</p>
        {countNames.map((name) => (
          <LineField
            key={name}
            id={`minutes-count-${name}`}
            label={t(`minutes-count.${name}`)}
            description={t(`work.minutes.count.${name}`)}
            inputMode="numeric"
            maxLength={7}
            value={value[name]}
            onChange={(typed) => onChange({ ...value, [name]: typed })}
            error={undefined}
          />
        ))}
      </div>
    </details>
  )
}
