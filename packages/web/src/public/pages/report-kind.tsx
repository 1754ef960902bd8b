import type { Say } from '@openslrt/core/i18n/translate.ts'
import { KindDoors } from '../kind-doors.tsx'

/** Asked only when somebody comes to the report without having chosen what it is to be. */
export function ReportKindPage({ t }: { t: Say }) {
  return (
    <>
      <h1 className="public__title">{t('public.report.kind.title')}</h1>
      <p className="public__lead">{t('public.report.lead')}</p>
      <KindDoors t={t} />
    </>
  )
}
