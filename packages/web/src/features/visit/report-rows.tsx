import type { VisitPage } from '@openslrt/core/contract/visit-queries.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { FieldRow } from '../../ui/field-row.tsx'

/** What the visitor wrote, on the screen and on paper. */
export function ReportRows({ report }: { report: NonNullable<VisitPage['report']> }) {
  const t = useText()
  const { met, words, papers, agencies, followUp, signer, unsigned } = report
  return (
    <>
      {met && <FieldRow label={t('visit.met')}>{met}</FieldRow>}
      <FieldRow label={t('visit.words')}>
        <span className="visit__words">{words}</span>
      </FieldRow>
      <FieldRow label={t('visit.papers')}>
        {papers.length === 0 ? t('visit.papers.none') : papers.map((paper) => t(`visit-paper.${paper}`)).join(', ')}
      </FieldRow>
      {agencies && <FieldRow label={t('visit.agencies')}>{agencies}</FieldRow>}
      {followUp && <FieldRow label={t('visit.follow-up')}>{followUp}</FieldRow>}
      {signer && <FieldRow label={t('visit.signer')}>{signer}</FieldRow>}
      {unsigned && <FieldRow label={t('visit.unsigned')}>{unsigned}</FieldRow>}
    </>
  )
}
