import './texts.ts'
import { meetingRoutes, type TaskLine, taskShows } from '@openslrt/core/contract/meeting-queries.ts'
import { useSearch } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { AskedList } from '../../platform/lists/asked-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { rememberList } from '../../ui/last-list.ts'
import { addressWith, pageOf } from '../../ui/list-address.ts'
import { PageHead } from '../../ui/page-shell.tsx'
import { MeetingTabs, showOf } from './meeting-tabs.tsx'
import { TaskItem } from './task-item.tsx'
import './meeting.css'

const path = '/tugas'

/** What meetings decided for this office and this person: what is due first. */
export function Screen() {
  const t = useText()
  const search = useSearch()
  const show = showOf(search, taskShows)
  const query = { show, page: pageOf(search) }
  const asked = useAsk(meetingRoutes.tasks, { query }, { keepPrevious: true, refetchInterval: 60_000 })
  const href = (page: number): string => addressWith(path, search, { halaman: page })
  rememberList(href(query.page))
  return (
    <>
      <PageHead title={t('task.title')} />
      <MeetingTabs current={show} count={asked.data?.total} />
      <AskedList
        asked={asked}
        failedTitle={t('task.failed')}
        hrefOf={href}
        empty={<EmptyState title={t(`task.empty.${show}.title`)} text={t('task.empty.text')} />}
      >
        {(items) => <Tasks items={items} />}
      </AskedList>
    </>
  )
}

function Tasks({ items }: { items: readonly TaskLine[] }) {
  return (
    <ul className="tasks">
      {items.map((task) => (
        <li key={task.id} className="tasks__one">
          <TaskItem task={task} fromList />
        </li>
      ))}
    </ul>
  )
}
