import type { CaseCard } from '@openslrt/core/contract/case-queries.ts'
import { tellingRoutes } from '@openslrt/core/contract/notice-tellings.ts'
import { isMessageKey } from '@openslrt/core/i18n/known-key.ts'
import { useAsk } from '../../../platform/api/use-ask.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { useWhen } from '../../../platform/i18n/use-when.ts'
import { FieldRow, FieldRows, Panel } from '../../../ui/field-row.tsx'
import { TellingActs } from './telling-acts.tsx'
import './telling.css'
import './texts.ts'

/** What the citizen was told and how, and what somebody still has to say. */
export function ToldPanel({ card }: { card: CaseCard }) {
  const t = useText()
  const when = useWhen()
  const { district, id } = card.line
  const { data } = useAsk(tellingRoutes.ofCase, { query: { district, id } })
  if (!data) return null
  const { reach, sent, toTell } = data
  return (
    <Panel title={t('telling.panel')}>
      {reach !== 'phone' && <p className="card-aside">{t(`telling.reach.${reach}`)}</p>}
      {toTell && (
        <>
          <p className="telling__words">{toTell.words}</p>
          <TellingActs line={toTell} />
        </>
      )}
      {sent.length === 0 && <p className="card-aside">{t('telling.nothing')}</p>}
      <FieldRows>
        {sent.map(({ id: of, what, way, state, at }) => (
          <FieldRow
            key={of}
            label={t(`telling.word.${what}`)}
            hint={<time dateTime={when.iso(at)}>{when.moment(at)}</time>}
          >
            {t(`telling.way.${way}`)}: {stateOf(state, t)}
          </FieldRow>
        ))}
      </FieldRows>
    </Panel>
  )
}

function stateOf(state: string, t: ReturnType<typeof useText>): string {
  const key = `telling.state.${state}`
  return isMessageKey(key) ? t(key) : state
}
