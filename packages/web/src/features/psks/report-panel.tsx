import { Button } from '@navikt/ds-react/Button'
import type { PsksCard, PsksReportLine } from '@openslrt/core/contract/psks-queries.ts'
import { useState } from 'react'
import { Link } from 'wouter'
import { useText } from '../../platform/i18n/use-text.ts'
import { Panel } from '../../ui/field-row.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { NoteForm } from './note-form.tsx'
import { reportPath } from './psks-address.ts'
import { ReportForm } from './report-form.tsx'
import { reportTone } from './status-look.ts'
import { useMonth } from './use-month.ts'

type Doing = { readonly act: PsksReportLine['acts'][number]; readonly report: PsksReportLine }

/** Reports month by month: what came of each, and the paper for paying. */
export function ReportPanel({ card }: { readonly card: PsksCard }) {
  const t = useText()
  const month = useMonth()
  const [doing, setDoing] = useState<Doing | null>(null)
  const close = (): void => setDoing(null)
  return (
    <Panel title={t('psks.reports')}>
      {card.reports.length === 0 && <p className="psks__quiet">{t('psks.reports.none')}</p>}
      <ul className="psks__items">
        {card.reports.map((report) => (
          <li key={report.id} className="psks__item">
            <div className="psks__head">
              <Link className="psks__name" href={reportPath(card, report.id)}>
                {month(report.month)}
              </Link>
              <StatusTag small tone={reportTone[report.status]} label={t(`psks-report.${report.status}`)} />
            </div>
            <span className="psks__quiet">{t('psks.report.line', { days: report.days, people: report.people })}</span>
            {report.note !== '' && <span>{report.note}</span>}
            {report.acts.length > 0 && (
              <div className="psks__acts not-on-paper">
                {report.acts.map((act) => (
                  <Button
                    key={act}
                    size="xsmall"
                    variant="secondary"
                    data-color="neutral"
                    onClick={() => setDoing({ act, report })}
                  >
                    {t(act === 'report' ? 'psks.report.again' : `psks-act.${act}`)}
                  </Button>
                ))}
              </div>
            )}
          </li>
        ))}
      </ul>
      {doing?.act === 'report' && <ReportForm card={card} report={doing.report} onClose={close} />}
      {doing && doing.act !== 'report' && (
        <NoteForm card={card} act={doing.act} part={doing.report.id} onClose={close} />
      )}
    </Panel>
  )
}
