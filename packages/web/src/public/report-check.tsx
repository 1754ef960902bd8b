import type { ReportWhoProps } from '@openslrt/core/contract/public-pages.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { Facts } from './facts.tsx'

/** What the earlier steps said, right above the button that sends it, with the office that will read it. */
export function ReportCheck({ form, categoryName, place, t }: ReportWhoProps & { t: Say }) {
  return (
    <section className="panel">
      <h2 className="panel__title">{t('public.report.check')}</h2>
      <Facts
        facts={[
          [t('public.case.category'), categoryName],
          [t('public.case.about'), form.summary],
          [t('public.case.place'), `${place.name}, ${place.within}`],
          [t('public.case.office'), place.office?.name ?? ''],
        ]}
      />
      <p className="hint">{t('public.report.check.change')}</p>
    </section>
  )
}
