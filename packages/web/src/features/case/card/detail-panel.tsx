import type { CaseCard } from '@openslrt/core/contract/case-queries.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { useWhen } from '../../../platform/i18n/use-when.ts'
import { useLists } from '../../../platform/reference/use-lists.ts'
import { FieldRow, FieldRows, Panel } from '../../../ui/field-row.tsx'

/** What kind of case it is and how it came in. */
export function DetailPanel({ card }: { card: CaseCard }) {
  const t = useText()
  const when = useWhen()
  const lists = useLists(card.line.district)
  const { line } = card
  return (
    <Panel title={t('case.detail')}>
      <FieldRows>
        <FieldRow label={t('case.field.kind')}>{t(`kind.${line.kind}`)}</FieldRow>
        <FieldRow label={t('case.field.category')}>{lists.name('category', line.category)}</FieldRow>
        <FieldRow label={t('case.field.place')}>{line.placeName}</FieldRow>
        <FieldRow label={t('case.field.channel')}>{lists.name('channel', card.channel)}</FieldRow>
        <FieldRow label={t('case.field.registered')}>
          <time dateTime={when.iso(line.registeredAt)} title={when.exact(line.registeredAt)}>
            {when.moment(line.registeredAt)}
          </time>
        </FieldRow>
        {card.decision && <FieldRow label={t('case.field.decision')}>{t(`case.decision.${card.decision}`)}</FieldRow>}
      </FieldRows>
    </Panel>
  )
}
