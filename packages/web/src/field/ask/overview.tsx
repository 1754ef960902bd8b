import { Button } from '@navikt/ds-react/Button'
import { progressOf, type Question } from '@openslrt/core/registry/questionnaire.ts'
import { valueOf } from '@openslrt/core/registry/typed.ts'
import { Link } from 'wouter'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import type { AskPage } from './ask-page.ts'
import { SaveLine } from './save-line.tsx'

interface OverviewProps extends AskPage {
  readonly back: string
  readonly listsAt: number
  /** The first question that is open. */
  readonly first: string | null
}

/** Every question by chapter with what is known of it; each can be asked from here. */
export function Overview({ chapters, title, go, saving, back, listsAt, first, ...page }: OverviewProps) {
  const t = useText()
  const when = useWhen()
  const { done, all } = progressOf(chapters)
  return (
    <div className="field__form ask">
      <h1 className="field__title">{title}</h1>
      <p>{t('ask.progress', { done, all })}</p>
      {first !== null && (
        <Button type="button" onClick={() => go(first)}>
          {t(done === 0 ? 'ask.start' : 'ask.go-on')}
        </Button>
      )}
      <SaveLine {...saving} loud={first === null} />
      {chapters.map(({ group, questions }) => (
        <section key={group}>
          <h2 className="field__heading">{t(`ask.chapter.${group}`)}</h2>
          <ul className="field__rows">
            {questions.map((question) => (
              <li key={question.variable.name}>
                <button type="button" className="field__row ask__row" onClick={() => go(question.variable.name)}>
                  <strong>{page.words.label(question.variable.name)}</strong>
                  <span className="field__row-text">
                    <Stands {...page} question={question} />
                  </span>
                </button>
              </li>
            ))}
          </ul>
          <button type="button" className="field__link" onClick={() => go(`#${group}`)}>
            {t('ask.fast.of', { chapter: t(`ask.chapter.${group}`) })}
          </button>
        </section>
      ))}
      <Link href={`/keluarga/${back}`} className="field__link">
        {t('ask.back')}
      </Link>
      <p className="field__note">{t('ask.lists.at', { time: when.moment(listsAt) })}</p>
    </div>
  )
}

type StandsProps = Pick<AskPage, 'sheet' | 'said' | 'words'> & { readonly question: Question }

function Stands({ question: { variable, state }, sheet, said, words }: StandsProps) {
  const t = useText()
  const { name } = variable
  const known = said[name]
  if (state === 'answered') return words.say(name, valueOf(variable, sheet.typed[name] ?? '') ?? null)
  if (known !== undefined) return words.say(name, known)
  return t(state === 'passed' ? 'ask.state.passed' : 'ask.state.open')
}
