import './texts.ts'
import { Button } from '@navikt/ds-react/Button'
import { meetingRoutes } from '@openslrt/core/contract/meeting-queries.ts'
import { meetingId } from '@openslrt/core/kernel/id.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import { Link } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Loading } from '../../ui/loading.tsx'
import { MeetingView } from './meeting-view.tsx'
import './meeting.css'

interface ScreenProps {
  readonly params: Readonly<Record<string, string | undefined>>
}

/** One meeting: `/rapat/:district/:id`. */
export function Screen({ params }: ScreenProps) {
  const district = ledgerCode.safeParse(params['district'])
  const id = meetingId.safeParse(params['id'])
  return district.success && id.success ? <Read query={{ district: district.data, id: id.data }} /> : <None />
}

function Read({ query }: { query: { readonly district: string; readonly id: string } }) {
  const t = useText()
  const { data, problem, refetch } = useAsk(meetingRoutes.one, { query }, { refetchInterval: 60_000 })
  if (data) return <MeetingView meeting={data} />
  if (!problem) return <Loading label={t('shell.loading')} rows={10} />
  if (problem.code === 'not-found' || problem.code === 'wrong-district') return <None />
  return (
    <ErrorState
      level={1}
      title={t('meeting.failed')}
      text={problem.message}
      action={<Button onClick={refetch}>{t('failed.action')}</Button>}
    />
  )
}

function None() {
  const t = useText()
  return (
    <EmptyState
      level={1}
      title={t('meeting.none.title')}
      text={t('meeting.none.text')}
      action={
        <Button as={Link} href="/rapat" variant="secondary">
          {t('meeting.back')}
        </Button>
      }
    />
  )
}
