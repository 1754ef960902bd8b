import './texts.ts'
import { Button } from '@navikt/ds-react/Button'
import { type MeetingLine, meetingRoutes, meetingShows } from '@openslrt/core/contract/meeting-queries.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { Link, useSearch } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen, type When } from '../../platform/i18n/use-when.ts'
import { AskedList } from '../../platform/lists/asked-list.tsx'
import { type Column, DataRows } from '../../ui/data-rows.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { rememberList } from '../../ui/last-list.ts'
import { addressWith, pageOf } from '../../ui/list-address.ts'
import { PageHead } from '../../ui/page-shell.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { MeetingTabs, showOf } from './meeting-tabs.tsx'
import { meetingTone } from './status-look.ts'
import { useKindName } from './use-kind-name.ts'
import './meeting.css'

const path = '/rapat'

/** Meetings that the office calls or is invited to. */
export function Screen() {
  const t = useText()
  const search = useSearch()
  const show = showOf(search, meetingShows)
  const query = { show, page: pageOf(search) }
  const asked = useAsk(meetingRoutes.list, { query }, { keepPrevious: true, refetchInterval: 60_000 })
  const href = (page: number): string => addressWith(path, search, { halaman: page })
  rememberList(href(query.page))
  return (
    <>
      <PageHead title={t('meeting.title')} action={<CallButton />} />
      <MeetingTabs current={show} count={asked.data?.total} />
      <AskedList
        asked={asked}
        failedTitle={t('meeting.failed')}
        hrefOf={href}
        empty={<EmptyState title={t(`meeting.empty.${show}.title`)} text={t(`meeting.empty.${show}.text`)} />}
      >
        {(items) => <MeetingRows rows={items} />}
      </AskedList>
    </>
  )
}

/** Only who may call some kind of meeting is offered to. */
function CallButton() {
  const t = useText()
  const { data } = useAsk(meetingRoutes.choices)
  return data && data.kinds.length > 0 ? (
    <Button as={Link} href="/undang">
      {t('meeting.call')}
    </Button>
  ) : null
}

/** A list of meetings. */
export function MeetingRows({ rows }: { rows: readonly MeetingLine[] }) {
  const t = useText()
  const when = useWhen()
  const name = useKindName()
  return (
    <DataRows
      caption={t('meeting.title')}
      rows={rows}
      keyOf={({ id }) => id}
      hrefOf={({ district, id }) => `${path}/${district}/${id}`}
      columns={columnsOf(t, when, name)}
    />
  )
}

const columnsOf = (t: Say, when: When, name: (line: MeetingLine) => string): readonly Column<MeetingLine>[] => [
  {
    key: 'when',
    header: t('meeting.when'),
    place: 'lead',
    cell: ({ startsAt }) => <time dateTime={when.iso(startsAt)}>{when.exact(startsAt)}</time>,
  },
  {
    key: 'kind',
    header: t('meeting.form.kind'),
    place: 'title',
    cell: name,
    detail: ({ officeName }) => officeName,
  },
  {
    key: 'points',
    header: t('meeting.agenda'),
    place: 'text',
    cell: ({ points }) => t('meeting.points', { count: points }),
    detail: ({ openTasks }) => openTasks > 0 && t('meeting.open-tasks', { count: openTasks }),
  },
  {
    key: 'status',
    header: t('case.column.status'),
    place: 'aside',
    width: 'max-content',
    cell: ({ status }) => <StatusTag small tone={meetingTone[status]} label={t(`meeting-status.${status}`)} />,
  },
]
