import { Button } from '@navikt/ds-react/Button'
import type { Chapter, Question } from '@openslrt/core/registry/questionnaire.ts'
import { useState } from 'react'
import { useText } from '../../platform/i18n/use-text.ts'
import { AnswerField } from './answer-field.tsx'
import type { AskPage } from './ask-page.ts'
import { SaveLine } from './save-line.tsx'
import { faultOf, withAnswer } from './sheet.ts'

/** All questions of a chapter at once, for whoever knows them by heart. */
export function ChapterPage({
  chapter,
  sheet,
  change,
  words,
  title,
  said,
  go,
  saving,
}: AskPage & { chapter: Chapter }) {
  const t = useText()
  const [tried, setTried] = useState(false)
  const faultIn = ({ variable }: Question) => faultOf(variable, sheet.typed[variable.name] ?? '')
  const leave = (): void => (chapter.questions.some(faultIn) ? setTried(true) : go(null))
  return (
    <form className="field__form ask" onSubmit={(event) => event.preventDefault()} noValidate>
      <h1 className="field__heading">
        {title} · {t(`ask.chapter.${chapter.group}`)}
      </h1>
      {chapter.questions.map((question) => {
        const { variable } = question
        const { name } = variable
        const typed = sheet.typed[name] ?? ''
        const fault = faultIn(question)
        const known = said[name]
        return (
          <div key={name}>
            {known !== undefined && typed === '' && (
              <p className="field__note">{t('ask.known', { value: words.say(name, known) })}</p>
            )}
            <AnswerField
              variable={variable}
              words={words}
              value={typed}
              onChange={(value) => change(withAnswer(sheet, name, value))}
              error={tried && fault ? t(fault) : undefined}
            />
          </div>
        )
      })}
      <Button type="button" onClick={leave}>
        {t('ask.overview')}
      </Button>
      <SaveLine {...saving} />
    </form>
  )
}
