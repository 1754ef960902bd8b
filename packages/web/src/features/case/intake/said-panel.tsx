import { CheckmarkIcon, ExclamationmarkTriangleIcon, QuestionmarkIcon } from '@navikt/aksel-icons'
import { Button } from '@navikt/ds-react/Button'
import { useText } from '../../../platform/i18n/use-text.ts'
import { Panel } from '../../../ui/field-row.tsx'
import type { RegisterFormState } from '../register/register-state.ts'
import { fieldOf, lineState, type Pasted } from './pasted.ts'

interface SaidPanelProps {
  readonly pasted: Pasted
  readonly villageDoubtful: boolean
  readonly form: RegisterFormState
}

/** The text as it was written, line by line with how it was taken, and what to look at in the form. */
export function SaidPanel({ pasted, villageDoubtful, form }: SaidPanelProps) {
  const t = useText()
  const { draft, report } = pasted
  const look = [...new Set([...draft.missing, ...draft.doubtful, ...(villageDoubtful ? (['village'] as const) : [])])]
  return (
    <Panel title={t('intake.said')}>
      <ul className="intake__lines">
        {[...new Set(report.lines)].map((line) => (
          <SaidLine key={line} pasted={pasted} line={line} form={form} />
        ))}
      </ul>
      {look.length > 0 && (
        <>
          <h3 className="intake__look">{t('intake.look')}</h3>
          <ul>
            {look.map((field) => (
              <li key={field}>
                <a href={`#${form.field(fieldOf[field]).id}`}>{t(`intake.field.${field}`)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  )
}

const icons = { read: CheckmarkIcon, doubtful: QuestionmarkIcon, unread: ExclamationmarkTriangleIcon } as const

function SaidLine({ pasted, line, form }: { pasted: Pasted; line: string; form: RegisterFormState }) {
  const t = useText()
  const state = lineState(pasted, line)
  const Icon = icons[state]
  const { story } = form.values
  const add = () => form.change({ story: [story, line].filter(Boolean).join('\n') })
  return (
    <li className={`intake__line intake__line--${state}`}>
      <Icon title={t(`intake.line.${state}`)} />
      <span>{line}</span>
      {state === 'unread' && !story.includes(line) && (
        <Button size="xsmall" type="button" variant="tertiary" onClick={add}>
          {t('intake.to-story')}
        </Button>
      )}
    </li>
  )
}
