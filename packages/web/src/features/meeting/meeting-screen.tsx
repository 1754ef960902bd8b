import './texts.ts'
import { Button } from '@navikt/ds-react/Button'
import { meetingRoutes } from '@openslrt/core/contract/meeting-queries.ts'
import { meetingId } from '@openslrt/core/kernel/id.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import { Link } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { Unread } from '../../platform/lists/unread.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
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
  const asked = useAsk(meetingRoutes.one, { query }, { refetchInterval: 60_000 })
  if (asked.data) return <MeetingView meeting={asked.data} />
  return <Unread asked={asked} title={t('meeting.failed')} none={<None />} rows={10} />
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
