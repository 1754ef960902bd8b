import { Button } from '@navikt/ds-react/Button'
import { Select } from '@navikt/ds-react/Select'
import type { AccessLine } from '@openslrt/core/contract/access-queries.ts'
import { accessRoutes, looks } from '@openslrt/core/contract/access-queries.ts'
import { Link, useLocation, useSearch } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import { AskedList } from '../../platform/lists/asked-list.tsx'
import { useActing } from '../../platform/session/use-session.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { addressWith } from '../../ui/list-address.ts'
import { PageHead } from '../../ui/page-shell.tsx'
import { LookRows } from './look-rows.tsx'
import type { LooksFilter } from './looks-address.ts'
import { looksOf } from './looks-address.ts'
import './texts.ts'
import './access.css'

const path = '/akses'

/** What people of the acting office looked at. */
export function Screen() {
  const t = useText()
  const search = useSearch()
  const { can, post } = useActing()
  const filter = looksOf(search)
  const asked = useAsk(accessRoutes.office, { query: filter }, { keepPrevious: true })
  const href = (changes: Record<string, string | number | undefined>) => addressWith(path, search, changes)
  const rowHref = (row: AccessLine) =>
    row.case ? `/kasus/${row.case.district}/${row.case.id}` : href({ apa: row.look })
  return (
    <>
      <PageHead title={t('access.title')} action={can('person.export') && <ExportLink />} />
      <p className="access-lead">{t('access.lead')}</p>
      {post?.level === 'district' && <Link href="/pengambilan">{t('export-data.title')}</Link>}
      <Filters filter={filter} hrefOf={href} />
      <AskedList
        asked={asked}
        failedTitle={t('access.failed')}
        hrefOf={(page) => href({ halaman: page })}
        empty={<EmptyState title={t('access.empty.title')} text={t('access.empty.text')} />}
      >
        {(items) => <LookRows rows={items} hrefOf={rowHref} />}
      </AskedList>
    </>
  )
}

function ExportLink() {
  const t = useText()
  return (
    <Button as={Link} href="/warga" variant="secondary">
      {t('export.title')}
    </Button>
  )
}

interface FiltersProps {
  readonly filter: LooksFilter
  readonly hrefOf: (changes: Record<string, string | number | undefined>) => string
}

function Filters({ filter, hrefOf }: FiltersProps) {
  const t = useText()
  const [, go] = useLocation()
  const set = (name: string) => (value: string) => go(hrefOf({ [name]: value }))
  const day = (name: string, value = '') =>
    ({ id: `akses-${name}`, size: 'small', value, onChange: set(name), error: undefined }) as const
  return (
    <div className="access-filters not-on-paper">
      <Select
        size="small"
        label={t('access.filter.look')}
        value={filter.look ?? ''}
        onChange={(event) => set('apa')(event.target.value)}
      >
        <option value="">{t('access.filter.any')}</option>
        {looks.map((look) => (
          <option key={look} value={look}>
            {t(`look.${look}`)}
          </option>
        ))}
      </Select>
      <DayField {...day('dari', filter.from)} label={t('access.filter.from')} />
      <DayField {...day('sampai', filter.to)} label={t('access.filter.to')} />
    </div>
  )
}
