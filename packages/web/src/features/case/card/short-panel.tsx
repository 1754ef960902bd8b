import type { CaseCard } from '@openslrt/core/contract/case-queries.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { Panel } from '../../../ui/field-row.tsx'

/** TRACK-11 Where the case stands, in one SMS: to be copied for the citizen who asks by phone. */
export function ShortPanel({ card: { short } }: { card: CaseCard }) {
  const t = useText()
  if (short === null) return null
  return (
    <Panel title={t('short.title')}>
      <p>{short}</p>
      <CopyButton text={short} label={t('short.copy')} done={t('short.copied')} />
    </Panel>
  )
}
