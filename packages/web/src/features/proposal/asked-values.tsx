import type { ProposalCard } from '@openslrt/core/contract/proposal-queries.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { FieldRow, FieldRows, Panel } from '../../ui/field-row.tsx'
import { fieldName } from './field-name.ts'
import { useAsked } from './use-asked.ts'

/** What is asked for: each value by its name, as it was and as it is to be. */
export function AskedValues({ card: { asked, district } }: { card: Pick<ProposalCard, 'asked' | 'district'> }) {
  const t = useText()
  const say = useAsked(district)
  if (asked.length === 0) return null
  return (
    <Panel title={t('proposal.asked')}>
      <FieldRows>
        {asked.map(({ name, before, after }) => (
          <FieldRow key={name} label={fieldName(name)}>
            {before === null ? (
              say(name, after)
            ) : (
              <span className="proposal__change">
                <del>
                  <span className="only-for-readers">{t('proposal.value.before')} </span>
                  {say(name, before)}
                </del>
                <span aria-hidden="true"> → </span>
                <ins>
                  <span className="only-for-readers">{t('proposal.value.after')} </span>
                  {say(name, after)}
                </ins>
              </span>
            )}
          </FieldRow>
        ))}
      </FieldRows>
    </Panel>
  )
}
