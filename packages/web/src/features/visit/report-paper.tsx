import type { VisitPage } from '@openslrt/core/contract/visit-queries.ts'
import { madeVisit } from '@openslrt/core/visit/moves.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { FieldRow, FieldRows } from '../../ui/field-row.tsx'
import { ReportRows } from './report-rows.tsx'

/** VISIT-13 The "Berita Acara Verifikasi" on paper, as districts use it: who went, whom they met, what they state. */
export function ReportPaper({ visit }: { visit: VisitPage }) {
  const t = useText()
  const when = useWhen()
  const { status, report, fit, capturedAt, whom } = visit
  if (status !== madeVisit || !report || !fit || capturedAt === null) return null
  return (
    <article className="visit-paper only-on-paper">
      <h1>{t('visit.paper.title')}</h1>
      <p>{t('visit.paper.opening', { when: when.exact(capturedAt) })}</p>
      <FieldRows>
        <FieldRow label={t('visit.paper.officer')}>{visit.visitorName}</FieldRow>
        <FieldRow label={t('visit.paper.duty')}>{visit.officeName}</FieldRow>
        {visit.proposal && <FieldRow label={t('visit.proposal')}>{visit.proposal}</FieldRow>}
        <FieldRow label={t('visit.paper.whom')}>
          {[whom.name, whom.nikMasked && `NIK ${whom.nikMasked}`, whom.kkMasked && `KK ${whom.kkMasked}`]
            .filter(Boolean)
            .join(', ')}
        </FieldRow>
        <FieldRow label={t('visit.form.address')}>
          {[whom.address, visit.placeName].filter(Boolean).join(', ')}
        </FieldRow>
        <ReportRows report={report} />
      </FieldRows>
      <p>{t('visit.paper.statement', { fit: t(`visit-fit.${fit}`).toLowerCase() })}</p>
      <div className="visit-paper__signs">
        <p>
          {t('visit.paper.sign.officer')}
          <span>{visit.visitorName}</span>
        </p>
        <p>
          {t('visit.paper.sign.citizen')}
          <span>{report.met || whom.name}</span>
        </p>
      </div>
      <p className="visit__aside">{t('visit.paper.spot')}</p>
    </article>
  )
}
