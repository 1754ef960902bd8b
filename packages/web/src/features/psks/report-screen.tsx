import './texts.ts'
import './psks.css'
import { Button } from '@navikt/ds-react/Button'
import { psksRoutes } from '@openslrt/core/contract/psks-queries.ts'
import { psksId } from '@openslrt/core/kernel/id.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import { Link } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FieldRow, FieldRows, Panel } from '../../ui/field-row.tsx'
import { Loading } from '../../ui/loading.tsx'
import { PageHead } from '../../ui/page-shell.tsx'
import { cardPath } from './psks-address.ts'
import { useMonth } from './use-month.ts'

interface ScreenProps {
  readonly params: Readonly<Record<string, string | undefined>>
}

/** The report of a month as a paper: what somebody did, who accepted it, and room for two signatures. */
export function Screen({ params }: ScreenProps) {
  const district = ledgerCode.safeParse(params['district'])
  const id = psksId.safeParse(params['id'])
  if (!district.success || !id.success) return <None />
  return <Read query={{ district: district.data, id: id.data }} report={params['report'] ?? ''} />
}

interface ReadProps {
  readonly query: { readonly district: string; readonly id: string }
  readonly report: string
}

function Read({ query, report: wanted }: ReadProps) {
  const [t, lang] = [useText(), useLanguage()]
  const [when, month] = [useWhen(), useMonth()]
  const { data: card, problem } = useAsk(psksRoutes.one, { query })
  if (!card) return problem ? <None /> : <Loading label={t('shell.loading')} rows={8} />
  const report = card.reports.find(({ id }) => id === wanted)
  if (!report) return <None />
  const { days, people, activities, sentBy, sentAt, judgedBy, judgedAt, status } = report
  return (
    <>
      <PageHead
        title={t('psks.report.title', { month: month(report.month) })}
        back={<Link href={cardPath(card)}>{card.name}</Link>}
        action={
          <Button className="not-on-paper" variant="secondary" onClick={() => window.print()}>
            {t('psks.report.print')}
          </Button>
        }
      />
      <Panel>
        <FieldRows>
          <FieldRow label={t('psks.column.name')}>{card.name}</FieldRow>
          <FieldRow label={t('psks.column.kind')}>{card.kindNames[lang]}</FieldRow>
          <FieldRow label={t('psks.column.serves')}>{card.serves.join(', ')}</FieldRow>
          <FieldRow label={t('psks.report.days')}>{days}</FieldRow>
          <FieldRow label={t('psks.report.people')}>{people}</FieldRow>
          <FieldRow label={t('psks.report.activities')}>
            <span className="psks__words">{activities}</span>
          </FieldRow>
          <FieldRow label={t('psks.report.sent-by')} hint={when.exact(sentAt)}>
            {sentBy}
          </FieldRow>
          <FieldRow label={t('psks.column.status')} hint={judgedAt !== null && when.exact(judgedAt)}>
            {[t(`psks-report.${status}`), judgedBy].filter(Boolean).join(' · ')}
          </FieldRow>
        </FieldRows>
        <div className="psks__signs">
          <span>{t('psks.report.sign.psks', { name: card.name })}</span>
          <span>{t('psks.report.sign.officer', { name: judgedBy ?? '' })}</span>
        </div>
      </Panel>
    </>
  )
}

function None() {
  const t = useText()
  return <EmptyState level={1} title={t('psks.gone.title')} text={t('psks.gone.text')} />
}
