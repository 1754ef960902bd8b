import './texts.ts'
import { Button } from '@navikt/ds-react/Button'
import { type MeetingPage, meetingRoutes } from '@openslrt/core/contract/meeting-queries.ts'
import { useState } from 'react'
import { Link, useSearch } from 'wouter'
import { useHistoryState } from 'wouter/use-browser-location'
import { z } from 'zod'
import { mayPass } from '../../platform/api/problem.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Loading } from '../../ui/loading.tsx'
import { PageHead } from '../../ui/page-shell.tsx'
import { CallForm } from './call-form.tsx'
import { callOf, newCall } from './call-values.ts'
import './meeting.css'

const carried = z.object({ cases: z.array(z.object({ district: z.string(), id: z.string(), number: z.string() })) })

/** An invitation: a new one (with a case that somebody came with), a changed one, or that to the next sitting. */
export function Screen() {
  const search = new URLSearchParams(useSearch())
  const [changed, followed] = [search.get('ubah'), search.get('lanjut')]
  if (changed) return <After of={changed} follows={false} />
  return followed ? <After of={followed} follows /> : <New />
}

function New() {
  const t = useText()
  const said = carried.safeParse(useHistoryState())
  const [first] = useState(() => newCall(said.data?.cases ?? [], newId))
  // A draft of another case's invitation is not this one's.
  const about = first.points.map((point) => point.case?.id).join()
  return (
    <>
      <PageHead title={t('meeting.form.title')} back={<Back />} />
      <CallForm draft={`meeting:call:${about}`} initial={first} before={null} />
    </>
  )
}

/** What is changed or followed is asked for first. */
function After({ of, follows }: { of: string; follows: boolean }) {
  const t = useText()
  const [district = '', id = ''] = of.split('/')
  const { data, problem, refetch } = useAsk(meetingRoutes.one, { query: { district, id } })
  if (!data && problem)
    return mayPass(problem.code) ? (
      <ErrorState
        level={1}
        title={t('meeting.failed')}
        text={problem.message}
        action={<Button onClick={refetch}>{t('failed.action')}</Button>}
      />
    ) : (
      <EmptyState level={1} title={t('meeting.none.title')} text={t('meeting.none.text')} />
    )
  if (!data) return <Loading label={t('shell.loading')} rows={8} />
  return follows ? <Next meeting={data} /> : <Change meeting={data} />
}

function Change({ meeting }: { meeting: MeetingPage }) {
  const t = useText()
  const points = meeting.points.map((point) => ({ id: point.id, case: point.case, title: point.title ?? '' }))
  return (
    <>
      <PageHead title={t('meeting.form.change')} back={<Back />} />
      <CallForm
        draft={`${meeting.id}:change`}
        initial={callOf(meeting, meeting.startsAt, points)}
        before={{ meeting, follows: false }}
      />
    </>
  )
}

function Next({ meeting }: { meeting: MeetingPage }) {
  const t = useText()
  return (
    <>
      <PageHead title={t('meeting.form.title')} back={<Back />} />
      <CallForm
        draft={`${meeting.id}:next`}
        initial={callOf(meeting, meeting.next ?? meeting.startsAt, [])}
        before={{ meeting, follows: true }}
      />
    </>
  )
}

function Back() {
  const t = useText()
  return (
    <Button as={Link} href="/rapat" size="small" variant="tertiary" data-color="neutral">
      {t('meeting.back')}
    </Button>
  )
}
