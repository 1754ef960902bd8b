import './texts.ts'
import { Button } from '@navikt/ds-react/Button'
import type { NeedCard, ParticipationLine } from '@openslrt/core/contract/need-queries.ts'
import { needRoutes } from '@openslrt/core/contract/need-queries.ts'
import type { LedgerCode } from '@openslrt/core/place/code.ts'
import { useState } from 'react'
import { useAsk } from '../../platform/api/use-ask.ts'
import { dayText } from '../../platform/hours/day-text.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { UnreadPart } from '../../platform/lists/unread.tsx'
import { useLists } from '../../platform/reference/use-lists.ts'
import { StatusTag } from '../../ui/status-tag.tsx'
import { ApplicationItem } from './application-item.tsx'
import { ApplyForm } from './apply-form.tsx'
import { NeedStepForm } from './need-step-form.tsx'
import { ParticipationForm } from './participation-form.tsx'
import { RecordForm } from './record-form.tsx'
import { needTones, participationTones } from './status-look.ts'
import './need.css'

/** Whose needs a panel is about. */
export interface Whose {
  readonly person?: string
  readonly family?: string
  readonly case?: string
}

interface PanelProps {
  readonly district: LedgerCode
  readonly of: Whose
}

type Doing =
  | { readonly what: 'record' }
  | { readonly what: 'participation'; readonly line: ParticipationLine | null }
  | { readonly what: 'apply'; readonly need: NeedCard }
  | { readonly what: 'meet' | 'fail' | 'reopen'; readonly need: NeedCard }

/** What a person, a family or a case needs, what was asked for it, and what they have of programmes. */
export function NeedPanel({ district, of }: PanelProps) {
  const t = useText()
  const asked = useAsk(needRoutes.of, { query: { district, ...of } })
  const { data } = asked
  const [doing, setDoing] = useState<Doing | null>(null)
  const close = (): void => setDoing(null)
  if (!data) return <UnreadPart asked={asked} title={t('need.failed')} rows={3} />
  return (
    <div className="need">
      {data.needs.length === 0 && <p className="need__aside">{t('need.none')}</p>}
      <ul className="need__items">
        {data.needs.map((need) => (
          <NeedItem key={need.id} need={need} onAct={(what) => setDoing({ what, need })} />
        ))}
      </ul>
      {data.mayRecord && (
        <div className="need__acts not-on-paper">
          <Button size="small" variant="secondary" onClick={() => setDoing({ what: 'record' })}>
            {t('need.record')}
          </Button>
        </div>
      )}
      <h3 className="need__part">{t('need.participation')}</h3>
      {data.participation.length === 0 && <p className="need__aside">{t('need.participation.none')}</p>}
      <ul className="need__items">
        {data.participation.map((line) => (
          <ParticipationItem
            key={line.id}
            line={line}
            onChange={data.mayRecord ? () => setDoing({ what: 'participation', line }) : undefined}
          />
        ))}
      </ul>
      {data.mayRecord && (
        <div className="need__acts not-on-paper">
          <Button
            size="small"
            variant="secondary"
            data-color="neutral"
            onClick={() => setDoing({ what: 'participation', line: null })}
          >
            {t('need.participation.record')}
          </Button>
        </div>
      )}
      {doing && <Form doing={doing} district={district} of={of} today={data.today} onClose={close} />}
    </div>
  )
}

interface FormProps extends PanelProps {
  readonly doing: Doing
  readonly today: string
  readonly onClose: () => void
}

function Form({ doing, ...props }: FormProps) {
  switch (doing.what) {
    case 'record':
      return <RecordForm {...props} />
    case 'participation':
      return <ParticipationForm line={doing.line} {...props} />
    case 'apply':
      return <ApplyForm need={doing.need} {...props} />
    default:
      return <NeedStepForm step={doing.what} need={doing.need} onClose={props.onClose} />
  }
}

const acts = ['apply', 'meet', 'fail', 'reopen'] as const

interface NeedItemProps {
  readonly need: NeedCard
  readonly onAct: (act: (typeof acts)[number]) => void
}

function NeedItem({ need, onAct }: NeedItemProps) {
  const t = useText()
  const lists = useLists(need.district)
  return (
    <li className="need__item">
      <div className="need__head">
        <span className="need__name">{lists.name('need', need.kind)}</span>
        <StatusTag tone={needTones[need.status]} label={t(`need-status.${need.status}`)} />
      </div>
      {need.text !== '' && <p className="need__text">{need.text}</p>}
      <p className="need__aside">
        {[
          t('need.recorded', { day: dayText(need.day) }),
          need.name,
          need.reason && lists.name('need-unmet', need.reason),
          need.note,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {need.applications.map((application) => (
        <ApplicationItem key={application.id} line={application} />
      ))}
      <div className="need__acts not-on-paper">
        {acts
          .filter((act) => need.acts.includes(act))
          .map((act) => (
            <Button key={act} size="small" variant="secondary" data-color="neutral" onClick={() => onAct(act)}>
              {t(`need-act.${act}`)}
            </Button>
          ))}
      </div>
    </li>
  )
}

interface ParticipationItemProps {
  readonly line: ParticipationLine
  readonly onChange: (() => void) | undefined
}

function ParticipationItem({ line, onChange }: ParticipationItemProps) {
  const t = useText()
  const lists = useLists(line.district)
  return (
    <li className="need__item">
      <div className="need__head">
        <span className="need__name">{line.programmeName}</span>
        <StatusTag tone={participationTones[line.status]} label={t(`participation-status.${line.status}`)} />
      </div>
      <p className="need__aside">
        {[
          line.since && t('need.since', { day: dayText(line.since) }),
          line.until && t('need.until', { day: dayText(line.until) }),
          line.reason && lists.name('need-stopped', line.reason),
          ...(['amountRight', 'onTime', 'useful'] as const)
            .filter((fact) => line[fact] !== 'unknown')
            .map((fact) => t(`need.${fact}.${line[fact] === 'yes' ? 'yes' : 'no'}`)),
          t('need.said', { who: t(`need-sayer.${line.saidBy}`), day: dayText(line.saidOn) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {onChange && (
        <div className="need__acts not-on-paper">
          <Button size="small" variant="tertiary" data-color="neutral" onClick={onChange}>
            {t('need.participation.change')}
          </Button>
        </div>
      )}
    </li>
  )
}
