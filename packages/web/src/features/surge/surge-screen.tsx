import './texts.ts'
import { Button } from '@navikt/ds-react/Button'
import { publicPaths } from '@openslrt/core/contract/public-pages.ts'
import { type SurgePage, surgeRoutes } from '@openslrt/core/contract/surge-queries.ts'
import { surgeId } from '@openslrt/core/kernel/id.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import { Link } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useDay } from '../../platform/hours/use-day.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { Unread } from '../../platform/lists/unread.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FieldRow, FieldRows, Panel } from '../../ui/field-row.tsx'
import { PageHead } from '../../ui/page-shell.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { AffectedRows } from './affected-rows.tsx'
import { surgeTone } from './status-look.ts'
import { WorkPart } from './work-part.tsx'
import './surge.css'

interface ScreenProps {
  readonly params: Readonly<Record<string, string | undefined>>
}

/** One affected list: `/terdampak/:district/:id`. */
export function Screen({ params }: ScreenProps) {
  const district = ledgerCode.safeParse(params['district'])
  const id = surgeId.safeParse(params['id'])
  return district.success && id.success ? <Read query={{ district: district.data, id: id.data }} /> : <None />
}

function Read({ query }: { query: { readonly district: string; readonly id: string } }) {
  const t = useText()
  // While the server works, its progress is looked at often.
  const asked = useAsk(surgeRoutes.one, { query }, { refetchInterval: 5_000 })
  if (asked.data) return <View surge={asked.data} />
  return <Unread asked={asked} title={t('surge.failed')} none={<None />} rows={8} />
}

function View({ surge }: { surge: SurgePage }) {
  const t = useText()
  return (
    <>
      <PageHead
        title={surge.name}
        back={<Link href="/terdampak">{t('surge.back')}</Link>}
        tags={<StatusTag tone={surgeTone[surge.status]} label={t(`surge-status.${surge.status}`)} />}
      />
      <div className="surge">
        <Panel title={t('surge.progress')}>
          <Progress surge={surge} />
        </Panel>
        {surge.runs && <WorkPart surge={surge} />}
        <Panel title={t('surge.worklist')}>
          <AffectedRows surge={surge} />
        </Panel>
        <Panel>
          <About surge={surge} />
        </Panel>
      </div>
    </>
  )
}

const counted = ['listed', 'queued', 'done', 'absent', 'opened', 'matched'] as const

function Progress({ surge }: { surge: SurgePage }) {
  const t = useText()
  return (
    <FieldRows short>
      <FieldRow label={t('surge.column.people')}>{surge.total}</FieldRow>
      {counted.map((count) => (
        <FieldRow key={count} label={t(`surge.count.${count}`)}>
          {surge.counts[count]}
        </FieldRow>
      ))}
    </FieldRows>
  )
}

function About({ surge }: { surge: SurgePage }) {
  const t = useText()
  const lang = useLanguage()
  const day = useDay()
  const { rules, offices, days, perDay, note } = surge
  return (
    <FieldRows>
      <FieldRow label={t('surge.form.kind')} hint={surge.placeName}>
        {surge.kindNames[lang]}
      </FieldRow>
      <FieldRow label={t('surge.day')}>{day(surge.day)}</FieldRow>
      <FieldRow label={t('surge.rules')}>
        <ol className="surge__rules">
          {rules.map(({ class: of, years }) => (
            <li key={of}>
              {(of === 'elderly' || of === 'child') && years !== null
                ? t(`surge.rule.years.${of}`, { class: t(`triage.${of}`), years })
                : t(`triage.${of}`)}
            </li>
          ))}
        </ol>
      </FieldRow>
      <FieldRow label={t('surge.slots')} hint={offices.map(({ name }) => name).join(', ')}>
        {t('surge.slots.said', { offices: offices.length, days: days.length, count: perDay })}
      </FieldRow>
      {surge.isPublic && (
        <FieldRow label={t('surge.public')}>
          <a href={`${publicPaths.surges}/${surge.district}/${surge.id}`}>{t('surge.public.open')}</a>
        </FieldRow>
      )}
      {note && <FieldRow label={t('surge.close.note')}>{note}</FieldRow>}
    </FieldRows>
  )
}

function None() {
  const t = useText()
  return (
    <EmptyState
      level={1}
      title={t('surge.none.title')}
      text={t('surge.none.text')}
      action={
        <Button as={Link} href="/terdampak" variant="secondary">
          {t('surge.back')}
        </Button>
      }
    />
  )
}
