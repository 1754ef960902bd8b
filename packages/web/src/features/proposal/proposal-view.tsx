import type { ProposalCard } from '@openslrt/core/contract/proposal-queries.ts'
import { proposalFilePath } from '@openslrt/core/contract/proposal-queries.ts'
import { mendableProposal, sentProposal } from '@openslrt/core/proposal/moves.ts'
import { Link } from 'wouter'
import { addressOf } from '../../platform/api/address.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { useLists } from '../../platform/reference/use-lists.ts'
import { FieldRow, FieldRows, Panel } from '../../ui/field-row.tsx'
import { PageHead } from '../../ui/page-shell.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { Timeline, type TimelineStep } from '../../ui/timeline.tsx'
import { AskedValues } from './asked-values.tsx'
import { EvidencePart } from './evidence-part.tsx'
import { fieldName } from './field-name.ts'
import { ProposalActs } from './proposal-acts.tsx'
import { monthWords } from './proposal-rows.tsx'
import { proposalTone } from './status-look.ts'

/** A proposal with what may be done, its way, whom it is for, and what is asked. */
export function ProposalView({ card }: { card: ProposalCard }) {
  const t = useText()
  return (
    <>
      <PageHead
        title={`${t(`proposal-kind.${card.kind}`)}: ${card.name}`}
        back={<Link href="/usulan">{t('proposal.back')}</Link>}
        tags={<StatusTag tone={proposalTone[card.status]} label={t(`proposal-status.${card.status}`)} />}
      />
      <Banner card={card} />
      <ProposalActs card={card} />
      <div className="proposal">
        <div className="proposal__main">
          <Way card={card} />
          <AskedValues card={card} />
          <EvidencePart card={card} />
        </div>
        <Facts card={card} />
      </div>
    </>
  )
}

/** What matters first: why it came back, what it lacks, how long it has. */
function Banner({ card }: { card: ProposalCard }) {
  const lines = [...useWhy(card), ...useTimes(card)]
  return lines.length === 0 ? null : (
    <div className="proposal__banner">
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  )
}

function useWhy({ district, why, words, missing, status }: ProposalCard): readonly string[] {
  const t = useText()
  const lists = useLists(district)
  const mends = mendableProposal.includes(status)
  const reason = [why && lists.name(mends ? 'proposal-return' : 'proposal-answer', why), words]
    .filter(Boolean)
    .join(': ')
  const lacks = mends && missing.length > 0
  return [
    ...(reason === '' ? [] : [reason]),
    ...(lacks ? [t('proposal.missing', { fields: missing.map(fieldName).join(', ') })] : []),
    ...(sentProposal.includes(status) ? [t('proposal.desil')] : []),
  ]
}

function useTimes({ dueAt, late, flagged, capturedAt, receivedAt }: ProposalCard): readonly string[] {
  const t = useText()
  const when = useWhen()
  const due = (at: number): string => (late ? t('proposal.late.long') : t('proposal.due.long', { when: when.due(at) }))
  return [
    ...(dueAt === null ? [] : [due(dueAt)]),
    ...(flagged ? [t('proposal.flagged.long', { at: when.exact(capturedAt), received: when.exact(receivedAt) })] : []),
  ]
}

function Way({ card }: { card: ProposalCard }) {
  const t = useText()
  const when = useWhen()
  const at = card.way.map(({ status }) => status).indexOf(card.status)
  const stateOf = (nth: number): TimelineStep['state'] => {
    if (nth === at) return 'current'
    return nth < at ? 'past' : 'coming'
  }
  return (
    <Panel title={t('proposal.way')}>
      <Timeline
        label={t('proposal.way')}
        stateWords={{
          past: t('proposal.way.past'),
          current: t('proposal.way.current'),
          coming: t('proposal.way.coming'),
        }}
        steps={card.way.map(({ status, at: time, byName }, nth) => ({
          id: status,
          state: stateOf(nth),
          title: t(`proposal-status.${status}`),
          by: byName,
          ...(time !== null &&
            stateOf(nth) !== 'coming' && {
              when: { text: when.moment(time), exact: when.exact(time), iso: when.iso(time) },
            }),
        }))}
      />
    </Panel>
  )
}

function Facts({ card }: { card: ProposalCard }) {
  const t = useText()
  const when = useWhen()
  const lists = useLists(card.district)
  const { nik, kk, placeName, month, reason, note, programme, backing, capturedAt, receivedAt, batch } = card
  return (
    <Panel title={t('proposal.facts')}>
      <FieldRows>
        <FieldRow label={t('proposal.nik')}>{nik ?? t('proposal.nik.none')}</FieldRow>
        <FieldRow label={t('proposal.kk')}>{kk ?? t('proposal.nik.none')}</FieldRow>
        <FieldRow label={t('proposal.place')}>{placeName}</FieldRow>
        <FieldRow label={t('proposal.month')}>{monthWords(month, when)}</FieldRow>
        <FieldRow label={t('proposal.reason')} hint={note}>
          {lists.name('proposal-reason', reason)}
        </FieldRow>
        {programme && <FieldRow label={t('proposal.programme')}>{programme.toUpperCase()}</FieldRow>}
        <FieldRow label={t('proposal.drafters')} hint={card.officeName}>
          {card.drafterNames.join(', ')}
        </FieldRow>
        <FieldRow label={t('proposal.captured')} hint={t('proposal.received', { at: when.exact(receivedAt) })}>
          {when.exact(capturedAt)}
        </FieldRow>
        {backing && (
          <FieldRow label={t('proposal.backing')}>
            <BackingLink card={card} text={t(`proposal-backing.${backing}`)} />
          </FieldRow>
        )}
        {card.case && (
          <FieldRow label={t('proposal.case')}>
            <Link href={`/kasus/${card.case.district}/${card.case.id}`}>{card.case.number}</Link>
          </FieldRow>
        )}
        {batch && (
          <FieldRow label={t('proposal.batch')}>
            <Link href={`/kiriman/${card.district}/${batch}`}>{t('proposal.batch.open')}</Link>
          </FieldRow>
        )}
      </FieldRows>
    </Panel>
  )
}

function BackingLink({ card: { district, id, minutes }, text }: { card: ProposalCard; text: string }) {
  if (minutes) return <Link href={`/musyawarah/${district}/${minutes}`}>{text}</Link>
  return (
    <a href={addressOf(proposalFilePath, { district, of: 'proposal', id })} target="_blank" rel="noreferrer">
      {text}
    </a>
  )
}
