import { meetingShows, taskShows } from '@openslrt/core/contract/meeting-queries.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { FilterTabs } from '../../ui/filter-tabs.tsx'

export type MeetingShow = (typeof meetingShows)[number]
export type TaskShow = (typeof taskShows)[number]

const tabs = [
  ...meetingShows.map((show) => ({ key: `meeting.tab.${show}`, href: `/rapat?lihat=${show}`, show }) as const),
  ...taskShows.map((show) => ({ key: `task.tab.${show}`, href: `/tugas?lihat=${show}`, show }) as const),
] as const

/** Meetings and what they decided, side by side: whoever opens one looks for the other. */
export function MeetingTabs({ current, count }: { current: MeetingShow | TaskShow; count: number | undefined }) {
  const t = useText()
  return (
    <FilterTabs
      label={t('list.filters')}
      tabs={tabs.map(({ key, href, show }) => ({
        key,
        label: t(key),
        href,
        current: show === current,
        count: show === current ? count : undefined,
      }))}
    />
  )
}

/** The view that an address asks for; whatever it does not know shows the first. */
export const showOf = <Show extends string>(search: string, shows: readonly [Show, ...Show[]]): Show =>
  shows.find((one) => one === new URLSearchParams(search).get('lihat')) ?? shows[0]
