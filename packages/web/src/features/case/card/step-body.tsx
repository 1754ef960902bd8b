import { PaperclipIcon } from '@navikt/aksel-icons'
import type { CaseCard, HistoryStep } from '@openslrt/core/contract/case-queries.ts'
import { isMessageKey } from '@openslrt/core/i18n/known-key.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { useLists } from '../../../platform/reference/use-lists.ts'
import { fileHref } from './file-panel.tsx'
import { type Fact, factsOf, fileOf } from './step-facts.ts'

/** What an entry of the history says: why, what came of it, the words that were written, the file that was added. */
export function StepBody({ card, step }: { card: CaseCard; step: HistoryStep }) {
  const facts = factsOf(step)
  const file = card.attachments.find(({ id }) => id === fileOf(step))
  if (facts.length === 0 && !file && step.note === '') return null
  return (
    <>
      {facts.map((fact) => (
        <FactLine key={fact.name} card={card} fact={fact} />
      ))}
      {step.note !== '' && <p className="card-words card-words--said">{step.note}</p>}
      {file && (
        <a className="card-file" href={fileHref(card, file.id)} target="_blank" rel="noreferrer">
          <PaperclipIcon aria-hidden /> {file.name}
        </a>
      )}
    </>
  )
}

function FactLine({ card, fact }: { card: CaseCard; fact: Fact }) {
  const t = useText()
  const lists = useLists(card.line.district)
  const own = `${fact.words}.${fact.value}`
  const named = fact.list ? lists.name(fact.list, fact.value) : fact.value
  const value = fact.words && isMessageKey(own) ? t(own) : named
  return <p className="card-fact">{t(`case.fact.${fact.name}`, { value })}</p>
}
