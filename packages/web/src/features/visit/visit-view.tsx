import type { VisitPage } from '@openslrt/core/contract/visit-queries.ts'
import type { ComponentType } from 'react'
import { Link } from 'wouter'
import { useDay } from '../../platform/hours/use-day.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { FieldRow, FieldRows, Panel } from '../../ui/field-row.tsx'
import { PageHead } from '../../ui/page-shell.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { PhotoPart } from './photo-part.tsx'
import { ReportPaper } from './report-paper.tsx'
import { ReportRows } from './report-rows.tsx'
import { visitTone } from './status-look.ts'
import { VisitActs } from './visit-acts.tsx'
import { mapLink } from './visit-values.ts'

/** What other capabilities bring to a visit: who helps there. */
export interface VisitParts {
  readonly Sections: ComponentType<{ readonly visit: VisitPage }>
}

/** A visit as people read it: whom and why, what was found, its pictures; on paper it is the report. */
export function VisitView({ visit, Sections }: { visit: VisitPage } & VisitParts) {
  const t = useText()
  return (
    <>
      <div className="not-on-paper">
        <PageHead
          title={visit.name || visit.address || t('visit.forgotten')}
          back={<Link href="/kunjungan">{t('visit.back')}</Link>}
          tags={
            <>
              <StatusTag tone={visitTone[visit.status]} label={t(`visit-status.${visit.status}`)} />
              {visit.late && <StatusTag tone="attention" label={t('visit.late')} />}
            </>
          }
        />
        <VisitActs visit={visit} />
        <div className="visit">
          <Panel title={t('visit.about')}>
            <About visit={visit} />
          </Panel>
          <Panel title={t('visit.found')}>
            <Found visit={visit} />
          </Panel>
          <PhotoPart visit={visit} />
          <Sections visit={visit} />
        </div>
      </div>
      <ReportPaper visit={visit} />
    </>
  )
}

function About({ visit }: { visit: VisitPage }) {
  const t = useText()
  const lang = useLanguage()
  const day = useDay()
  const when = useWhen()
  const { whom, case: kase, district } = visit
  return (
    <FieldRows>
      <FieldRow label={t('visit.column.day')} hint={visit.tries > 1 && t('visit.tries', { count: visit.tries })}>
        <time dateTime={visit.plannedFor}>{day(visit.plannedFor)}</time>
      </FieldRow>
      <FieldRow label={t('visit.column.who')} hint={visit.officeName}>
        {visit.assigneeName ?? t('visit.nobody')}
      </FieldRow>
      <FieldRow label={t('visit.column.why')}>{visit.triggerNames[lang]}</FieldRow>
      <FieldRow label={t('visit.form.address')} hint={visit.placeName}>
        {whom.address || visit.placeName}
      </FieldRow>
      {whom.phone && (
        <FieldRow label={t('visit.form.phone')}>
          <a href={`tel:${whom.phone}`}>{whom.phone}</a>
        </FieldRow>
      )}
      {whom.nikMasked && <FieldRow label={t('case.field.nik')}>{whom.nikMasked}</FieldRow>}
      {kase && (
        <FieldRow label={t('case.card.title')}>
          {kase.opens ? (
            <Link href={`/kasus/${district}/${kase.id}`}>{t('visit.case', { number: kase.number })}</Link>
          ) : (
            t('visit.case', { number: kase.number })
          )}
        </FieldRow>
      )}
      {visit.proposal && <FieldRow label={t('visit.proposal')}>{visit.proposal}</FieldRow>}
      {visit.ask && (
        <FieldRow label={t('visit.ask')}>
          <span className="visit__words">{visit.ask}</span>
        </FieldRow>
      )}
      <FieldRow label={t('visit.note')}>
        {t('visit.planned', { name: visit.plannerName, when: when.moment(visit.plannedAt) })}
      </FieldRow>
    </FieldRows>
  )
}

function Found({ visit }: { visit: VisitPage }) {
  const t = useText()
  const lang = useLanguage()
  const { report, reasonNames, note, resultNames, fit } = visit
  if (!report && !reasonNames && !note) return <p className="visit__aside">{t('visit.found.none')}</p>
  return (
    <FieldRows>
      {reasonNames && <FieldRow label={t('visit.why-missed')}>{reasonNames[lang]}</FieldRow>}
      {note && (
        <FieldRow label={t('visit.note')}>
          <span className="visit__words">{note}</span>
        </FieldRow>
      )}
      {resultNames && <FieldRow label={t('visit.form.result')}>{resultNames[lang]}</FieldRow>}
      {fit && <FieldRow label={t('visit.fit')}>{t(`visit-fit.${fit}`)}</FieldRow>}
      {report && <ReportRows report={report} />}
      <WhereAndWhen visit={visit} />
    </FieldRows>
  )
}

function WhereAndWhen({ visit }: { visit: VisitPage }) {
  const t = useText()
  const when = useWhen()
  const { spot, visitorName, capturedAt, receivedAt, oddTime } = visit
  if (capturedAt === null || receivedAt === null) return null
  return (
    <>
      {spot && (
        <FieldRow label={t('visit.spot')}>
          <a href={mapLink(spot)}>
            {t('visit.spot.said', { lat: spot.lat, long: spot.long, accuracy: Math.round(spot.accuracy) })}
          </a>
        </FieldRow>
      )}
      <FieldRow label={t('visit.paper.officer')} hint={oddTime && t('visit.odd-time')}>
        {visitorName}
        <br />
        {t('visit.captured', { when: when.exact(capturedAt), received: when.exact(receivedAt) })}
      </FieldRow>
    </>
  )
}
