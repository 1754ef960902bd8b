import type { StaffLine } from '@openslrt/core/contract/reference-queries.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { type Column, DataRows } from '../../ui/data-rows.tsx'
import { StatusTag, type Tone } from '../../ui/status-tag.tsx'
import { useRoleName } from './use-role-name.ts'

/** People, one line each, with what they do where. */
export function StaffRows({ rows, hrefOf }: { rows: readonly StaffLine[]; hrefOf: (id: string) => string }) {
  const t = useText()
  const roleName = useRoleName()
  const columns: readonly Column<StaffLine>[] = [
    { key: 'name', header: t('staff.column.name'), place: 'title', cell: ({ name }) => name },
    {
      key: 'posts',
      header: t('staff.column.posts'),
      place: 'text',
      width: 'minmax(0, 2fr)',
      cell: ({ posts }) =>
        posts.length === 0
          ? t('staff.no-posts')
          : posts.map(({ id, role, district, officeName }) => (
              <div key={id}>{t('staff.post', { role: roleName(role, district), office: officeName })}</div>
            )),
    },
    {
      key: 'account',
      header: t('staff.column.account'),
      place: 'text',
      width: '220px',
      cell: accountCell,
    },
  ]
  return (
    <DataRows
      caption={t('staff.caption')}
      columns={columns}
      rows={rows}
      keyOf={({ id }) => id}
      hrefOf={({ id }) => hrefOf(id)}
    />
  )
}

const accountCell = (person: StaffLine) => <AccountTag person={person} />

/** Whether this person can sign in, and if not, why not. */
export function AccountTag({ person }: { person: StaffLine }) {
  const t = useText()
  const [tone, key] = accountState(person)
  return <StatusTag small tone={tone} label={t(key)} />
}

function accountState({ active, signInName, service }: StaffLine) {
  const states = {
    suspended: ['stopped', 'staff.suspended'],
    none: ['waiting', 'staff.no-account'],
    open: ['done', 'staff.has-account'],
    service: ['done', 'key.service'],
  } as const satisfies Record<string, readonly [Tone, string]>
  if (!active) return states.suspended
  if (service) return states.service
  return signInName === null ? states.none : states.open
}
