import type { Permission } from '@openslrt/core/access/permission.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useActing } from '../../platform/session/use-session.ts'
import { FilterTabs } from '../../ui/filter-tabs.tsx'
import { applicationsPath, cataloguePath, quotasPath, tablePath } from './need-address.ts'

const pages: readonly (readonly [
  path: string,
  title: 'programme.title' | 'need.applications.title' | 'need.quotas.title' | 'need.table.title',
  needs: readonly Permission[],
])[] = [
  [cataloguePath, 'programme.title', ['case.read', 'registry.read', 'programme.manage', 'programme.decide']],
  [applicationsPath, 'need.applications.title', ['programme.decide', 'registry.edit']],
  [quotasPath, 'need.quotas.title', ['programme.manage']],
  [tablePath, 'need.table.title', ['figures.read']],
]

/** The catalogue of programmes and the pages beside it, for whoever may open them. */
export function NeedTabs({ current }: { readonly current: string }) {
  const t = useText()
  const { can } = useActing()
  const open = pages.filter(([, , needs]) => needs.some(can))
  if (open.length < 2) return null
  return (
    <div className="not-on-paper">
      <FilterTabs
        label={t('need.pages')}
        tabs={open.map(([path, title]) => ({ key: path, label: t(title), href: path, current: path === current }))}
      />
    </div>
  )
}
