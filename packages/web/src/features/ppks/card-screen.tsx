import './texts.ts'
import './ppks.css'
import { Button } from '@navikt/ds-react/Button'
import { type PpksCard, ppksRoutes } from '@openslrt/core/contract/ppks-queries.ts'
import { ppksId } from '@openslrt/core/kernel/id.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import { ppksSteps } from '@openslrt/core/ppks/moves.ts'
import { Link } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { dayText } from '../../platform/hours/day-text.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { Unread } from '../../platform/lists/unread.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FieldRow, FieldRows, Panel } from '../../ui/field-row.tsx'
import { PageHead } from '../../ui/page-shell.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { CardActs } from './card-acts.tsx'
import { listPath } from './ppks-address.ts'
import { ServicePanel } from './service-panel.tsx'
import { ppksTone } from './status-look.ts'

interface ScreenProps {
  readonly params: Readonly<Record<string, string | undefined>>
}

/** One PPKS: who, what was found, what is done, and everything that happened. */
export function Screen({ params }: ScreenProps) {
  const district = ledgerCode.safeParse(params['district'])
  const id = ppksId.safeParse(params['id'])
  return district.success && id.success ? <Read query={{ district: district.data, id: id.data }} /> : <None />
}

function Read({ query }: { readonly query: { readonly district: string; readonly id: string } }) {
  const t = useText()
  const asked = useAsk(ppksRoutes.one, { query })
  const { data: card } = asked
  if (!card) return <Unread asked={asked} none={<None />} rows={10} />
  return (
    <>
      <PageHead
        title={card.name}
        back={<Link href={listPath}>{t('ppks.back')}</Link>}
        tags={<StatusTag tone={ppksTone[card.status]} label={t(`ppks-status.${card.status}`)} />}
      />
      <div className="ppks">
        <CardActs card={card} />
        <Facts card={card} />
        <Assessment card={card} />
        <ServicePanel card={card} />
        <Course card={card} />
      </div>
    </>
  )
}

function Facts({ card }: { readonly card: PpksCard }) {
  const [t, lang] = [useText(), useLanguage()]
  const { typeNames, placeName, since, nik, officeName, outcome, endedOn, restricted } = card
  return (
    <Panel>
      <FieldRows>
        <FieldRow label={t('ppks.column.type')} hint={restricted && t('ppks.restricted')}>
          {typeNames[lang]}
        </FieldRow>
        <FieldRow label={t('ppks.form.village')}>{placeName}</FieldRow>
        <FieldRow label={t('ppks.column.since')}>{dayText(since)}</FieldRow>
        {nik && <FieldRow label={t('ppks.form.nik')}>{nik}</FieldRow>}
        <FieldRow label={t('ppks.office')}>{officeName}</FieldRow>
        {card.case && (
          <FieldRow label={t('ppks.case')}>
            <Link href={`/kasus/${card.district}/${card.case.id}`}>{card.case.number}</Link>
          </FieldRow>
        )}
        {outcome && (
          <FieldRow label={t('ppks.outcome')} hint={endedOn && dayText(endedOn)}>
            {outcome[lang]}
          </FieldRow>
        )}
      </FieldRows>
    </Panel>
  )
}

function Assessment({ card: { findings, risks, assessedOn, assessedBy } }: { readonly card: PpksCard }) {
  const [t, lang] = [useText(), useLanguage()]
  if (assessedOn === null) return null
  return (
    <Panel title={t('ppks.assessment')}>
      <p className="ppks__words">{findings}</p>
      <FieldRows>
        {risks.length > 0 && <FieldRow label={t('ppks.risks')}>{risks.map((risk) => risk[lang]).join(', ')}</FieldRow>}
        <FieldRow label={t('ppks.assessed-by')} hint={dayText(assessedOn)}>
          {assessedBy}
        </FieldRow>
      </FieldRows>
    </Panel>
  )
}

function Course({ card: { course } }: { readonly card: PpksCard }) {
  const t = useText()
  const when = useWhen()
  const words = { past: t('ppks.course.past'), current: t('ppks.course.now'), coming: t('ppks.course.coming') }
  return (
    <Panel title={t('ppks.course')}>
      <Timeline
        label={t('ppks.course')}
        stateWords={words}
        steps={course
          .map(({ act, at, byName, on, note }, nth) => ({
            id: `${nth}`,
            state: 'past' as const,
            title: t(actText(act)),
            by: [byName, on && dayText(on)].filter(Boolean).join(' · '),
            when: { text: when.moment(at), exact: when.exact(at), iso: when.iso(at) },
            children: note,
          }))
          .toReversed()}
      />
    </Panel>
  )
}

const acts = ['receive', ...ppksSteps] as const
const actText = (act: string) => `ppks-did.${acts.find((one) => one === act) ?? 'correct'}` as const

function None() {
  const t = useText()
  return (
    <EmptyState
      level={1}
      title={t('ppks.gone.title')}
      text={t('ppks.gone.text')}
      action={
        <Button as={Link} href={listPath} variant="secondary">
          {t('ppks.back')}
        </Button>
      }
    />
  )
}
