import './ask.css'
import { Button } from '@navikt/ds-react/Button'
import { type ReactNode, useEffect, useState } from 'react'
import { useText } from '../../platform/i18n/use-text.ts'
import type { Entry } from '../../platform/outbox/entry.ts'
import { usePhone } from '../phone-context.ts'
import { headOf, membersOf, textIn } from '../screens/names.ts'
import { type Choice, type Differing, differingIn, heldBy, isSeen, settled } from './clash.ts'
import { type Decided, decisions, keepDecisions } from './decisions.ts'
import { useWords } from './use-words.ts'
import type { Words } from './words.ts'

type Refused = Extract<Entry, { state: 'refused' }>
interface ClashPanelProps {
  readonly entry: Refused
  /** What is shown where there is nothing to choose between. */
  readonly otherwise: ReactNode
}

/** FIELD-8 Two people changed the same: both values, and a choice for each. */
export function ClashPanel({ entry, otherwise }: ClashPanelProps) {
  const t = useText()
  const { view } = usePhone()
  const words = useWords()?.words
  const row = heldBy(view, entry.command)
  const differing = row && differingIn(entry, row)
  if (!row || !differing || !words) return otherwise
  if (!isSeen(row, entry.command)) return <p className="field__note">{t('ask.clash.sync')}</p>
  return <Choices entry={entry} row={row} differing={differing} words={words} />
}

interface ChoicesProps {
  readonly entry: Refused
  readonly row: NonNullable<ReturnType<typeof heldBy>>
  readonly differing: readonly Differing[]
  readonly words: Words
}

function Choices({ entry, row, differing, words }: ChoicesProps) {
  const t = useText()
  const { keep, phone, view } = usePhone()
  const [chosen, setChosen] = useState<Readonly<Record<string, Choice>>>({})
  const [problem, setProblem] = useState<string | null>(null)
  const said = (one: Differing, choice: Choice): string => words.say(one.variable, one[choice])
  const decide = async (): Promise<void> => {
    if (differing.some(({ variable }) => !chosen[variable])) return setProblem(t('ask.clash.missing'))
    const command = settled(entry, row, chosen, t('ask.clash.source'))
    // Kept first: the refused one goes only once what was chosen is safe.
    if (command && !(await keep(command))) return setProblem(t('field.visit.not-kept'))
    await keepDecisions(differing.map((one) => decidedOf(one, chosen[one.variable] ?? 'stands')))
    await phone.seen(entry.command.id)
  }
  const decidedOf = (one: Differing, choice: Choice): Decided => ({
    at: Date.now(),
    label: words.label(one.variable),
    stands: said(one, 'stands'),
    given: said(one, 'given'),
    choice,
  })
  return (
    <div className="ask__choices">
      <strong>{textIn(row.said, 'nama') || headOf(membersOf(view, row.id))}</strong>
      <p>{t('ask.clash.title')}</p>
      {differing.map((one) => (
        <fieldset key={one.variable} className="ask__choices">
          <legend>{words.label(one.variable)}</legend>
          {(['stands', 'given'] as const).map((choice) => (
            <label key={choice} className="ask__choice">
              <input
                type="radio"
                name={`${entry.command.id}-${one.variable}`}
                checked={chosen[one.variable] === choice}
                onChange={() => setChosen({ ...chosen, [one.variable]: choice })}
              />
              {t(`ask.clash.${choice}`, { value: said(one, choice) })}
            </label>
          ))}
        </fieldset>
      ))}
      <p className="field__note">{t('ask.clash.rest')}</p>
      {problem && <p role="alert">{problem}</p>}
      <Button type="button" onClick={() => void decide()}>
        {t('ask.clash.decide')}
      </Button>
    </div>
  )
}

/** FIELD-9 What was chosen, for as long as the phone keeps drafts. */
export function DecidedRows() {
  const t = useText()
  const [made, setMade] = useState<readonly Decided[]>([])
  useEffect(() => void decisions().then(setMade), [])
  if (made.length === 0) return null
  return (
    <section>
      <h2 className="field__heading">{t('ask.decided.title')}</h2>
      <ul className="field__people">
        {made.map(({ at, label, stands, given, choice }) => (
          <li key={`${at} ${label}`}>
            <strong>{label}</strong>
            <span>{t(`ask.decided.${choice}`, { stands, given })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
