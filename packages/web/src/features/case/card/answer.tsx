import '../queue/texts.ts'
import type { CaseCard } from '@openslrt/core/contract/case-queries.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { useWhen } from '../../../platform/i18n/use-when.ts'
import { useLists } from '../../../platform/reference/use-lists.ts'
import { Panel } from '../../../ui/field-row.tsx'

/** What the citizen was told, or asked for: it stands above everything, because it is what they will call about. */
export function Answer({ card }: { card: CaseCard }) {
  const t = useText()
  const lists = useLists(card.line.district)
  if (card.missing)
    return (
      <Panel title={t(card.line.review ? 'case.review.missing' : 'case.missing')}>
        <p className="card-words">{card.missing}</p>
        {card.line.review && card.sentBy && <p className="card-aside">{t('case.review.by', card.sentBy)}</p>}
      </Panel>
    )
  if (!card.outcome) return null
  return (
    <Panel title={t('case.answer')}>
      <p className="card-words">
        <strong>{lists.name('outcome', card.outcome)}</strong>
        {card.result && `\n${card.result}`}
      </p>
      <Word card={card} />
      <Visits card={card} />
      {card.satisfaction !== null && (
        <p className="card-aside">{t('case.satisfaction', { marks: card.satisfaction })}</p>
      )}
    </Panel>
  )
}

/** OUTCOME-5 What the citizen said when they confirmed, in their own words. */
function Word({ card: { history } }: { card: CaseCard }) {
  const t = useText()
  const word = history.findLast(({ action }) => action === 'confirm')?.note
  return word ? <p className="card-words">{t('case.word', { word })}</p> : null
}

/** OUTCOME-2 When the family is visited next, and what the last visit found. */
function Visits({ card: { visitAt, became, becameAt, line } }: { card: CaseCard }) {
  const t = useText()
  const when = useWhen()
  const lists = useLists(line.district)
  return (
    <>
      {becameAt !== null && (
        <p className="card-aside">
          {t('case.visit.found', { date: when.date(becameAt), became: lists.name('became', became) })}
        </p>
      )}
      {visitAt !== null && <p className="card-aside">{t('case.visit.due', { date: when.date(visitAt) })}</p>}
    </>
  )
}
