import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import type { Holder } from '@openslrt/core/registry/registry.ts'
import { Link } from 'wouter'
import { useText } from '../../../platform/i18n/use-text.ts'
import { useWhen } from '../../../platform/i18n/use-when.ts'
import { FieldRow, FieldRows, Panel } from '../../../ui/field-row.tsx'
import { PageHead } from '../../../ui/page-shell.tsx'
import { familiesPath } from '../family-address.ts'

interface ForgottenProps {
  readonly of: Holder
  readonly placeName: string
  readonly changedAt: number
}

/** PRIVACY-1 All that is left of a person or family that was forgotten: where, and since when. Nothing is to be done there. */
export function Forgotten({ of, placeName, changedAt }: ForgottenProps) {
  const t = useText()
  const when = useWhen()
  return (
    <>
      <PageHead title={t(`forgotten.${of}`)} back={<Link href={familiesPath}>{t('family.back')}</Link>} />
      <Panel>
        <InlineMessage status="info">{t('forget.done')}</InlineMessage>
        <FieldRows>
          <FieldRow label={t('family.column.place')}>{placeName}</FieldRow>
          <FieldRow label={t('forget.done.on')}>{when.date(changedAt)}</FieldRow>
        </FieldRows>
      </Panel>
    </>
  )
}
