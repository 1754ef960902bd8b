import './texts.ts'
import './challenge.css'
import { Button } from '@navikt/ds-react/Button'
import { endedChallenge } from '@openslrt/core/challenge/moves.ts'
import { type ChallengeCard, challengeRoutes } from '@openslrt/core/contract/challenge-queries.ts'
import { challengeId } from '@openslrt/core/kernel/id.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
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
import { CardActs } from './card-acts.tsx'
import { listPath } from './challenge-address.ts'
import { SolvedPanel } from './solved-panel.tsx'
import { challengeTone } from './status-look.ts'
import { WayPanel } from './way-panel.tsx'

interface ScreenProps {
  readonly params: Readonly<Record<string, string | undefined>>
}

/** One challenge: whose turn it is, what hinders, what was answered, and the way so far and to come. */
export function Screen({ params }: ScreenProps) {
  const district = ledgerCode.safeParse(params['district'])
  const id = challengeId.safeParse(params['id'])
  return district.success && id.success ? <Read query={{ district: district.data, id: id.data }} /> : <None />
}

function Read({ query }: { readonly query: { readonly district: string; readonly id: string } }) {
  const [t, lang] = [useText(), useLanguage()]
  const asked = useAsk(challengeRoutes.one, { query })
  const { data: card } = asked
  if (!card) return <Unread asked={asked} none={<None />} rows={10} />
  return (
    <>
      <PageHead
        title={card.kindNames[lang]}
        back={<Link href={listPath}>{t('challenge.back')}</Link>}
        tags={
          <>
            <StatusTag tone={challengeTone[card.status]} label={t(`challenge-status.${card.status}`)} />
            {card.late && <StatusTag tone="attention" label={t('challenge.late')} />}
          </>
        }
      />
      <div className="challenge">
        <CardActs card={card} />
        <Panel>
          <p className="challenge__words">{card.words}</p>
        </Panel>
        <Answer card={card} />
        <WayPanel card={card} />
        <Facts card={card} />
        {!endedChallenge.includes(card.status) && <SolvedPanel card={card} />}
      </div>
    </>
  )
}

function Answer({ card: { answer, answerDay, helped } }: { readonly card: ChallengeCard }) {
  const t = useText()
  if (answer === null) return null
  return (
    <Panel title={t('challenge.answered')}>
      <p className="challenge__words">{answer}</p>
      <FieldRows>
        {answerDay && <FieldRow label={t('challenge.answered.day')}>{dayText(answerDay)}</FieldRow>}
        {helped && <FieldRow label={t('challenge.helped')}>{t(`challenge-helped.${helped}`)}</FieldRow>}
      </FieldRows>
    </Panel>
  )
}

function Facts({ card }: { readonly card: ChallengeCard }) {
  const t = useText()
  const when = useWhen()
  const hurts = [
    card.villages !== null && t('challenge.hurts.villages', { n: card.villages }),
    card.citizens !== null && t('challenge.hurts.citizens', { n: card.citizens }),
  ].filter(Boolean)
  return (
    <Panel>
      <FieldRows>
        <FieldRow label={t('challenge.since')}>{dayText(card.since)}</FieldRow>
        {hurts.length > 0 && <FieldRow label={t('challenge.hurts')}>{hurts.join(' · ')}</FieldRow>}
        <FieldRow label={t('challenge.reported-by')} hint={card.reporterName}>
          {card.reportedByName}, {card.placeName}
        </FieldRow>
        <FieldRow label={t('challenge.asks')}>{t(`challenge-asks.${card.asks}`)}</FieldRow>
        <FieldRow label={t('challenge.at')}>{card.officeName}</FieldRow>
        <FieldRow label={t('challenge.owner')}>{card.ownerName ?? t('challenge.owner.none')}</FieldRow>
        {card.dueAt !== null && (
          <FieldRow label={t('challenge.due')} hint={card.missed > 0 && t('challenge.missed', { n: card.missed })}>
            {when.due(card.dueAt)}
          </FieldRow>
        )}
      </FieldRows>
    </Panel>
  )
}

function None() {
  const t = useText()
  return (
    <EmptyState
      level={1}
      title={t('challenge.gone.title')}
      text={t('challenge.gone.text')}
      action={
        <Button as={Link} href={listPath} variant="secondary">
          {t('challenge.back')}
        </Button>
      }
    />
  )
}
