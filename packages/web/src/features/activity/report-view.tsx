import type { ActivityCount, ActivityReport } from '@openslrt/core/contract/activity.ts'
import { sayNumber } from '@openslrt/core/i18n/amount.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import type { ReactNode } from 'react'
import { useDay } from '../../platform/hours/use-day.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { FieldRow, FieldRows } from '../../ui/field-row.tsx'
import { monthText } from './activity-parts.tsx'

/** SUPER-14 The report as it is read and as it is printed: one sheet for both. */
export function ReportView({ report }: { readonly report: ActivityReport }) {
  const [t, lang, when] = [useText(), useLanguage(), useWhen()]
  const { name, offices, placeName, month, at } = report
  return (
    <article className="activity-paper">
      <h2>{t('activity.report.title')}</h2>
      <FieldRows short>
        <FieldRow label={t('activity.report.month')}>{monthText(month, lang)}</FieldRow>
        <FieldRow label={t('activity.report.name')}>{name}</FieldRow>
        <FieldRow label={t('activity.report.office')}>{offices}</FieldRow>
        <FieldRow label={t('activity.report.place')}>{placeName}</FieldRow>
        <Payment report={report} />
      </FieldRows>
      <Sums report={report} />
      <h3>{t('activity.report.visits')}</h3>
      <Visits report={report} />
      <h3>{t('activity.report.cases.list')}</h3>
      <Cases report={report} />
      <div className="activity-paper__signs only-on-paper">
        <p>
          <br />
          {t('activity.report.sign.own')}
          <span>{name}</span>
        </p>
        <p>
          {t('activity.report.signed', { place: placeName, day: when.date(at) })}
          <br />
          {t('activity.report.sign.known')} {t('activity.report.sign.head')}
          <span>&nbsp;</span>
        </p>
      </div>
      <p className="activity-paper__made">{t('activity.report.made', { when: when.exact(at) })}</p>
    </article>
  )
}

/** Beside the evidence on paper, too: whether it was paid, when and by which paper. */
function Payment({ report: { pay } }: { readonly report: ActivityReport }) {
  const [t, day] = [useText(), useDay()]
  if (!pay) return null
  const { status, paidOn, reference } = pay
  const said = [t(`pay-status.${status}`), paidOn && day(paidOn), reference]
  return <FieldRow label={t('activity.pay')}>{said.filter(Boolean).join(', ')}</FieldRow>
}

const sums: readonly (readonly ActivityCount[])[] = [
  ['done', 'missed', 'due', 'late'],
  ['families', 'people'],
  ['cases', 'closed', 'returned'],
]

function Sums({ report: { counts } }: { readonly report: ActivityReport }) {
  const [t, lang] = [useText(), useLanguage()]
  return (
    <>
      <h3>{t('activity.report.sums')}</h3>
      <div className="activity-paper__sums">
        {sums.map((group) => (
          <dl key={group[0]}>
            {group.map((one) => (
              <div key={one}>
                <dt>{t(`activity.report.${one}`)}</dt>
                <dd>{sayNumber(counts[one], lang)}</dd>
              </div>
            ))}
          </dl>
        ))}
      </div>
    </>
  )
}

function Visits({ report: { visits } }: { readonly report: ActivityReport }) {
  const [t, lang, day] = [useText(), useLanguage(), useDay()]
  if (visits.length === 0) return <p>{t('activity.report.visits.none')}</p>
  return (
    <Table t={t} title={t('activity.report.visits')} heads={['day', 'village', 'whom', 'why', 'result']}>
      {visits.map((visit, nth) => (
        <tr key={visit.id}>
          <td>{nth + 1}</td>
          <td className="activity-paper__day">{day(visit.day)}</td>
          <td>{visit.placeName}</td>
          <td>{visit.name || t('visit.forgotten')}</td>
          <td>{visit.triggerNames[lang]}</td>
          <td>{visit.resultNames?.[lang] ?? t(visit.late ? 'visit.late' : `visit-status.${visit.status}`)}</td>
        </tr>
      ))}
    </Table>
  )
}

function Cases({ report: { cases } }: { readonly report: ActivityReport }) {
  const [t, lang, day] = [useText(), useLanguage(), useDay()]
  if (cases.length === 0) return <p>{t('activity.report.cases.none')}</p>
  return (
    <Table t={t} title={t('activity.report.cases.list')} heads={['day', 'number', 'village', 'what', 'state']}>
      {cases.map((kase, nth) => (
        <tr key={kase.id}>
          <td>{nth + 1}</td>
          <td className="activity-paper__day">{day(kase.day)}</td>
          <td className="activity-paper__day">{kase.number}</td>
          <td>{kase.placeName}</td>
          <td>{kase.categoryNames[lang]}</td>
          <td>{kase.closure ? t(`closure.${kase.closure}`) : t(`status.${kase.status}`)}</td>
        </tr>
      ))}
    </Table>
  )
}

type Head = 'day' | 'village' | 'whom' | 'why' | 'result' | 'number' | 'what' | 'state'

interface TableProps {
  readonly t: Say
  readonly title: string
  readonly heads: readonly Head[]
  readonly children: ReactNode
}

function Table({ t, title, heads, children }: TableProps) {
  return (
    // A table of paper is wider than a phone: it is moved sideways by itself.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a part that scrolls must take the keyboard
    <section className="activity-paper__wide" aria-label={title} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('activity.report.no')}</th>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(`activity.report.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  )
}
