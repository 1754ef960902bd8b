import { Button } from '@navikt/ds-react/Button'
import { progressOf } from '@openslrt/core/registry/questionnaire.ts'
import { type FormEvent, useState } from 'react'
import { useText } from '../../platform/i18n/use-text.ts'
import { AnswerField } from './answer-field.tsx'
import type { AskPage } from './ask-page.ts'
import { SaveLine } from './save-line.tsx'
import { faultOf, withAnswer, withoutAnswer } from './sheet.ts'

interface QuestionPageProps extends AskPage {
  readonly name: string
  readonly step: (way: 1 | -1) => void
}

/** One question, and nothing else to look at. */
export function QuestionPage(page: QuestionPageProps) {
  const { name, step, sheet, change, words, chapters, title, said, go } = page
  const t = useText()
  const [tried, setTried] = useState(false)
  const question = chapters.flatMap(({ questions }) => questions).find(({ variable }) => variable.name === name)
  const chapter = chapters.find(({ questions }) => questions.some(({ variable }) => variable.name === name))
  if (!question || !chapter) return null
  const { variable } = question
  const typed = sheet.typed[name] ?? ''
  const fault = faultOf(variable, typed)
  const known = said[name]
  const isKnown = known !== undefined && typed === ''
  const next = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (fault === null) step(1)
  }
  const pass = (): void => {
    change(withoutAnswer(sheet, name))
    step(1)
  }
  return (
    <form className="field__form ask" onSubmit={next} noValidate>
      <h1 className="field__heading">
        {title} · {t(`ask.chapter.${chapter.group}`)}
      </h1>
      <p className="field__note">{t('ask.progress', { ...progressOf(chapters) })}</p>
      {isKnown && (
        <p className="ask__known">
          {t('ask.known', { value: words.say(name, known) })}
          <Button type="button" onClick={pass}>
            {t('ask.still')}
          </Button>
        </p>
      )}
      <AnswerField
        variable={variable}
        words={words}
        value={typed}
        onChange={(value) => change(withAnswer(sheet, name, value))}
        error={tried && fault ? t(fault) : undefined}
      />
      <Button type="submit" variant={isKnown ? 'secondary' : 'primary'}>
        {t('ask.next')}
      </Button>
      <div className="ask__ways">
        <Button type="button" variant="secondary" onClick={() => step(-1)}>
          {t('ask.before')}
        </Button>
        <Button type="button" variant="secondary" onClick={pass}>
          {t('ask.unknown')}
        </Button>
      </div>
      <button type="button" className="field__link" onClick={() => go(null)}>
        {t('ask.overview')}
      </button>
      <SaveLine {...page.saving} />
    </form>
  )
}
