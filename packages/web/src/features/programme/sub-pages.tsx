import type { Permission } from '@openslrt/core/access/permission.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useActing } from '../../platform/session/use-session.ts'
import { FilterTabs } from '../../ui/filter-tabs.tsx'

const pages: readonly (readonly [
  path: string,
  title: 'need.applications.title' | 'need.quotas.title' | 'need.table.title',
  needs: readonly Permission[],
])[] = [
  ['/permohonan', 'need.applications.title', ['programme.decide', 'registry.edit']],
  ['/kuota', 'need.quotas.title', ['programme.manage']],
  ['/kebutuhan', 'need.table.title', ['figures.read']],
]

/** From the catalogue to what was asked for, what there is room for, and what nobody gives; for whoever may open it. */
export function SubPages({ current }: { readonly current: string }) {
  const t = useText()
  const { can } = useActing()
  const open = pages.filter(([, , needs]) => needs.some(can))
  if (open.length === 0) return null
  return (
    <FilterTabs
      label={t('programme.title')}
      tabs={[
        { key: current, label: t('programme.title'), href: current, current: true },
        ...open.map(([path, title]) => ({ key: path, label: t(title), href: path, current: false })),
      ]}
    />
  )
}
