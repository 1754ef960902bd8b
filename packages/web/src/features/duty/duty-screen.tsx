import { PlusIcon } from '@navikt/aksel-icons'
import { Button } from '@navikt/ds-react/Button'
import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import type { DutyTurn, Roster } from '@openslrt/core/contract/duty-queries.ts'
import type { Span } from '@openslrt/core/kernel/span.ts'
import { useState } from 'react'
import { useSearch } from 'wouter'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { Panel } from '../../ui/field-row.tsx'
import { Loading } from '../../ui/loading.tsx'
import { PageHead } from '../../ui/page-shell.tsx'
import { EndTurn } from './end-turn.tsx'
import { NameTurn } from './name-turn.tsx'
import { RosterList } from './roster-list.tsx'
import { useRoster } from './use-roster.ts'
import './duty.css'
import './texts.ts'

type Opened = { readonly name: Span | null } | { readonly end: DutyTurn } | null

/** Who is on duty for the red cards of an office in the coming weeks, and when nobody is. */
export function Screen() {
  const t = useText()
  const { asked, makes } = useRoster(useSearch())
  const [opened, setOpened] = useState<Opened>(null)
  const [done, setDone] = useState<string | null>(null)
  const roster = asked.data
  const close = (came: string | null): void => {
    setOpened(null)
    setDone(came)
  }
  const open = makes && roster && roster.people.length > 0 ? setOpened : null
  return (
    <>
      <PageHead
        title={t('duty.title')}
        action={
          open && (
            <Button icon={<PlusIcon aria-hidden />} onClick={() => open({ name: null })}>
              {t('duty.add')}
            </Button>
          )
        }
      />
      <p className="duty-lead">{t('duty.lead')}</p>
      <output className="duty-done">{done && <InlineMessage status="success">{done}</InlineMessage>}</output>
      {roster ? <Shown roster={roster} open={makes ? setOpened : null} /> : <Missing asked={asked} />}
      {roster && <Dialogs opened={opened} roster={roster} onClose={close} />}
    </>
  )
}

interface DialogsProps {
  readonly opened: Opened
  readonly roster: Roster
  readonly onClose: (done: string | null) => void
}

function Dialogs({ opened, ...rest }: DialogsProps) {
  if (opened === null) return null
  return 'name' in opened ? <NameTurn {...rest} days={opened.name} /> : <EndTurn {...rest} turn={opened.end} />
}

function Missing({ asked: { problem, refetch } }: { asked: ReturnType<typeof useRoster>['asked'] }) {
  const t = useText()
  if (!problem) return <Loading label={t('shell.loading')} rows={6} />
  return (
    <ErrorState
      title={t('duty.failed')}
      text={problem.message}
      reference={problem.requestId ? t('failed.request', { id: problem.requestId }) : undefined}
      action={<Button onClick={refetch}>{t('failed.action')}</Button>}
    />
  )
}

/** `open` is null for those who only look. */
function Shown({ roster, open }: { roster: Roster; open: ((opened: Opened) => void) | null }) {
  const t = useText()
  const when = useWhen()
  const { current, officeName, people, gaps } = roster
  return (
    <Panel title={t('duty.of', { office: officeName })}>
      {current ? (
        <p className="duty-now">{t('duty.now', { name: current.name, until: when.moment(current.until - 1) })}</p>
      ) : (
        <InlineMessage status="warning" className="duty-now">
          {t('duty.now.nobody')}
        </InlineMessage>
      )}
      {people.length === 0 && <p className="duty-now">{t('duty.who.none')}</p>}
      <RosterList
        roster={roster}
        onFill={open && people.length > 0 ? (gap) => open({ name: gap }) : null}
        onEnd={open && ((turn) => open({ end: turn }))}
      />
      {gaps.length === 0 && <p className="duty-full">{t('duty.full')}</p>}
    </Panel>
  )
}
