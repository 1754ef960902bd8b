import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import { isForgotten } from '@openslrt/core/case/erasure.ts'
import type { CaseCard } from '@openslrt/core/contract/case-queries.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { useWhen } from '../../../platform/i18n/use-when.ts'

/** That somebody asked for the data to go, or that they are gone. */
export function ErasureNote({ card }: { card: CaseCard }) {
  const t = useText()
  const when = useWhen()
  const { erasure, line } = card
  if (isForgotten(line)) return <InlineMessage status="info">{t('erasure.done')}</InlineMessage>
  if (!erasure) return null
  const said = { basis: t(`erasure-basis.${erasure.basis}`), date: when.date(erasure.at) }
  return (
    <InlineMessage status="warning">
      {erasure.own ? t('erasure.asked.own', said) : t('erasure.asked', { ...said, name: erasure.byName })}
    </InlineMessage>
  )
}
