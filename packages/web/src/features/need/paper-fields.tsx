import { Checkbox, CheckboxGroup } from '@navikt/ds-react/Checkbox'
import { useText } from '../../platform/i18n/use-text.ts'

interface PaperFieldsProps {
  readonly papers: readonly string[]
  readonly value: readonly string[]
  readonly onChange: (ticked: string[]) => void
}

/** What a programme asks for, ticked as it comes in. */
export function PaperFields({ papers, value, onChange }: PaperFieldsProps) {
  const t = useText()
  if (papers.length === 0) return <p className="need__aside">{t('need.papers.none')}</p>
  return (
    <CheckboxGroup legend={t('need.papers')} value={[...value]} onChange={onChange}>
      {papers.map((paper) => (
        <Checkbox key={paper} value={paper}>
          {paper}
        </Checkbox>
      ))}
    </CheckboxGroup>
  )
}
