import { Select } from '@navikt/ds-react/Select'
import type { LetterOffice, LetterRuleLine } from '@openslrt/core/contract/letter-queries.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { standard } from './number-state.ts'

/** What the screens of rules know of a place. */
export interface RulesOf {
  readonly rules: readonly LetterRuleLine[]
  readonly offices: readonly LetterOffice[]
  readonly district: string
  readonly today: string
}

interface OfficeChoiceProps {
  readonly id: string
  readonly offices: readonly LetterOffice[]
  readonly value: string
  readonly onChange: (office: string) => void
}

/** For which office a rule is set, or for all. */
export function OfficeChoice({ id, offices, value, onChange }: OfficeChoiceProps) {
  const t = useText()
  return (
    <Select id={id} label={t('letter.rule.office')} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value={standard}>{t('letter.rule.office.all')}</option>
      {offices.map(({ office, name }) => (
        <option key={office} value={office}>
          {name}
        </option>
      ))}
    </Select>
  )
}
