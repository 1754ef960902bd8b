import { Select } from '@navikt/ds-react/Select'
import { caseRoutes, type Grouping, groupings } from '@openslrt/core/contract/case-queries.ts'
import { isMessageKey } from '@openslrt/core/i18n/known-key.ts'
import { useLocation } from 'wouter'
import { useAsk } from '../../../platform/api/use-ask.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { useLists } from '../../../platform/reference/use-lists.ts'
import { useActing } from '../../../platform/session/use-session.ts'
import { FilterTabs } from '../../../ui/filter-tabs.tsx'
import type { QueueFilter } from './queue-address.ts'

interface GroupProps {
  readonly by: Grouping
  readonly filter: QueueFilter
  readonly href: (changes: Record<string, string | undefined>) => string
}

/** The list divided: each part with how much is in it, and pressed, the list of it. */
export function GroupTabs({ by, filter, href }: GroupProps) {
  const t = useText()
  const nameOf = useGroupName(by)
  // The parts are those of the whole: the one that is looked at does not hide the others.
  const { page: _page, sort: _sort, [by]: current, ...whole } = filter
  const { data } = useAsk(caseRoutes.groups, { query: { ...whole, by } }, { keepPrevious: true })
  if (!data || data.items.length === 0) return null
  const all = data.items.reduce((sum, { count }) => sum + count, 0)
  return (
    <FilterTabs
      label={t(`case.group.${by}`)}
      tabs={[
        { key: '', label: t('case.filter.any'), href: href({ [by]: undefined }), current: !current, count: all },
        ...data.items.map(({ key, name, count }) => ({
          key: key ?? 'nobody',
          label: nameOf(key, name),
          href: href({ [by]: key ?? (by === 'assignee' ? 'nobody' : undefined) }),
          current: current === (key ?? 'nobody'),
          count,
        })),
      ]}
    />
  )
}

function useGroupName(by: Grouping): (key: string | null, name: string | null) => string {
  const t = useText()
  const lists = useLists(useActing().post?.district ?? null)
  return (key, name) => {
    if (key === null) return t(by === 'assignee' ? 'assignee.nobody' : 'case.group.other')
    const word = `due.${key}`
    if (by === 'due' && isMessageKey(word)) return t(word)
    return by === 'sector' ? lists.name('sector', key) : (name ?? t('assignee.chosen'))
  }
}

/** By what the list is divided, if at all. */
export function GroupSelect({ by, href }: { by: Grouping | null; href: GroupProps['href'] }) {
  const t = useText()
  const [, go] = useLocation()
  return (
    <Select
      size="small"
      hideLabel
      label={t('case.group')}
      value={by ?? ''}
      onChange={(event) => go(href({ group: event.target.value || undefined }), { replace: true })}
    >
      <option value="">{t('case.group.none')}</option>
      {groupings.map((one) => (
        <option key={one} value={one}>
          {t(`case.group.${one}`)}
        </option>
      ))}
    </Select>
  )
}
