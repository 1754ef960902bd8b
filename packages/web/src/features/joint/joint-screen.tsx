import './texts.ts'
import { Button } from '@navikt/ds-react/Button'
import { LocalAlert } from '@navikt/ds-react/LocalAlert'
import { type JointCard, jointRoutes } from '@openslrt/core/contract/joint-queries.ts'
import { jointId } from '@openslrt/core/kernel/id.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import { useState } from 'react'
import { Link } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { dayText } from '../../platform/hours/day-text.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { Unread } from '../../platform/lists/unread.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FieldRow, FieldRows, Panel } from '../../ui/field-row.tsx'
import { PageHead } from '../../ui/page-shell.tsx'
import { NoteForm } from './note-form.tsx'
import { PartnerPanel } from './partner-panel.tsx'
import { ProgrammeForm } from './programme-form.tsx'
import { ProgressPanel } from './progress-panel.tsx'
import { TableDialog } from './reason-form.tsx'
import { StandingTag } from './standing-tag.tsx'
import { TargetPanel } from './target-panel.tsx'
import { TaskPanel } from './task-panel.tsx'
import './joint.css'

interface ScreenProps {
  readonly params: Readonly<Record<string, string | undefined>>
}

/** One joint programme: what it is for, who carries it, who does what, for whom, and how far it is. */
export function Screen({ params }: ScreenProps) {
  const district = ledgerCode.safeParse(params['district'])
  const id = jointId.safeParse(params['id'])
  return district.success && id.success ? <Read query={{ district: district.data, id: id.data }} /> : <None />
}

function Read({ query }: { readonly query: { readonly district: string; readonly id: string } }) {
  const t = useText()
  const asked = useAsk(jointRoutes.card, { query })
  const { data: card } = asked
  if (!card) return <Unread asked={asked} none={<None />} rows={10} />
  return (
    <>
      <PageHead
        title={card.name}
        back={<Link href="/bersama">{t('joint.back')}</Link>}
        tags={<StandingTag standing={card.standing} />}
      />
      <div className="joint">
        <Warning card={card} />
        <Acts card={card} />
        <Facts card={card} />
        <ProgressPanel card={card} />
        <TaskPanel card={card} />
        <TargetPanel card={card} />
        <PartnerPanel card={card} />
      </div>
    </>
  )
}

/** JOINT-2 Said before the agreement ends, and when there is none: what that means for those who take part. */
function Warning({ card: { standing, validUntil, runs } }: { readonly card: JointCard }) {
  const t = useText()
  if (standing === 'valid' || !runs) return null
  return (
    <LocalAlert className="joint__warning" status={standing === 'none' ? 'announcement' : 'warning'} size="small">
      <LocalAlert.Header>
        <LocalAlert.Title>{t(`joint-standing.${standing}`)}</LocalAlert.Title>
      </LocalAlert.Header>
      <LocalAlert.Content>{t(`joint.warn.${standing}`, { day: dayText(validUntil ?? '') })}</LocalAlert.Content>
    </LocalAlert>
  )
}

type Doing = 'change' | 'end' | 'table'

function Acts({ card }: { readonly card: JointCard }) {
  const t = useText()
  const [doing, setDoing] = useState<Doing | null>(null)
  const close = (): void => setDoing(null)
  const runs = card.leads && card.runs
  return (
    <div className="joint__acts not-on-paper">
      {runs && (
        <Button size="small" variant="secondary" onClick={() => setDoing('change')}>
          {t('joint.change')}
        </Button>
      )}
      <Button size="small" variant="secondary" data-color="neutral" onClick={() => setDoing('table')}>
        {t('joint.table')}
      </Button>
      <Button size="small" variant="tertiary" data-color="neutral" onClick={() => window.print()}>
        {t('joint.print')}
      </Button>
      {runs && (
        <Button size="small" variant="tertiary" data-color="danger" onClick={() => setDoing('end')}>
          {t('joint.end')}
        </Button>
      )}
      {doing === 'change' && <ProgrammeForm card={card} onClose={close} onDone={close} />}
      {doing === 'table' && <TableDialog card={card} onClose={close} />}
      {doing === 'end' && (
        <NoteForm
          card={card}
          doing={{
            act: 'end',
            subject: card.id,
            version: card.version,
            title: t('joint.end'),
            sendText: t('joint.end'),
            hint: t('joint.end.hint'),
          }}
          onClose={close}
        />
      )}
    </div>
  )
}

function Facts({ card }: { readonly card: JointCard }) {
  const t = useText()
  const { purpose, leadName, agreement, validUntil, runs } = card
  return (
    <Panel>
      <FieldRows>
        <FieldRow label={t('joint.purpose')}>{purpose}</FieldRow>
        <FieldRow label={t('joint.column.lead')}>{leadName}</FieldRow>
        {agreement !== '' && (
          <FieldRow
            label={t('joint.column.agreement')}
            hint={validUntil && t('joint.until', { day: dayText(validUntil) })}
          >
            {t('joint.number', { number: agreement })}
          </FieldRow>
        )}
        {!runs && <FieldRow label={t('joint.column.progress')}>{t('joint.ended')}</FieldRow>}
      </FieldRows>
    </Panel>
  )
}

function None() {
  const t = useText()
  return (
    <EmptyState
      level={1}
      title={t('joint.none.title')}
      text={t('joint.none.text')}
      action={
        <Button as={Link} href="/bersama" variant="secondary">
          {t('joint.back')}
        </Button>
      }
    />
  )
}
