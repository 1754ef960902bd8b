import './texts.ts'
import { Button } from '@navikt/ds-react/Button'
import { Select } from '@navikt/ds-react/Select'
import { type ProgrammeLine, programmeRoutes, programmeShows } from '@openslrt/core/contract/programme-queries.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { sectorNames } from '@openslrt/core/lists/sectors.ts'
import { lazy, Suspense, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { dayText } from '../../platform/hours/day-text.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { AskedList } from '../../platform/lists/asked-list.tsx'
import { useActing } from '../../platform/session/use-session.ts'
import { type Column, DataRows } from '../../ui/data-rows.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterTabs } from '../../ui/filter-tabs.tsx'
import { addressWith } from '../../ui/list-address.ts'
import { ListSearch } from '../../ui/list-search.tsx'
import { PageHead } from '../../ui/page-shell.tsx'
import { type FilterName, filterNames, filterValues, programmesOf } from './programme-address.ts'
import { CertaintyTag } from './programme-tags.tsx'
import { SubPages } from './sub-pages.tsx'
import './programme.css'

// A list is looked at far more often than something is added to it.
const ProgrammeForm = lazy(async () => ({ default: (await import('./programme-form.tsx')).ProgrammeForm }))

const path = '/program'

/** The catalogue: programmes and services that people of the acting office's place can have. */
export function Screen() {
  const t = useText()
  const search = useSearch()
  const [, go] = useLocation()
  const { can } = useActing()
  const [opening, setOpening] = useState(false)
  const filter = programmesOf(search)
  const asked = useAsk(programmeRoutes.list, { query: givenOf(filter) }, { keepPrevious: true })
  const href = (changes: Record<string, string | number | undefined>): string => addressWith(path, search, changes)
  const add = can('programme.manage') && <Button onClick={() => setOpening(true)}>{t('programme.new')}</Button>
  return (
    <>
      <PageHead title={t('programme.title')} action={add} />
      <SubPages current={path} />
      <FilterTabs
        label={t('list.filters')}
        tabs={programmeShows.map((show) => ({
          key: show,
          label: t(`programme.show.${show}`),
          href: href({ lihat: show, halaman: undefined }),
          current: show === filter.show,
          count: show === filter.show ? asked.data?.total : undefined,
        }))}
      />
      <Filters filter={filter} href={href} />
      <AskedList
        asked={asked}
        failedTitle={t('programme.failed')}
        hrefOf={(nth) => href({ halaman: nth })}
        empty={<EmptyState title={t('programme.empty.title')} text={t('programme.empty.text')} />}
      >
        {(items) => (
          <DataRows
            caption={t('programme.title')}
            columns={columnsIn(t)}
            rows={items}
            keyOf={({ id }) => id}
            hrefOf={({ district, id }) => `${path}/${district}/${id}`}
          />
        )}
      </AskedList>
      <Suspense fallback={null}>
        {opening && (
          <ProgrammeForm
            card={null}
            replaces={null}
            onClose={() => setOpening(false)}
            onDone={(address) => (address ? go(address) : setOpening(false))}
          />
        )}
      </Suspense>
    </>
  )
}

interface FiltersProps {
  readonly filter: ReturnType<typeof programmesOf>
  readonly href: (changes: Record<string, string | undefined>) => string
}

function Filters({ filter, href }: FiltersProps) {
  const t = useText()
  const [, go] = useLocation()
  return (
    <div className="programme__filters">
      <ListSearch
        label={t('programme.search')}
        value={filter.q}
        onSearch={(cari) => go(href({ cari: cari || undefined, halaman: undefined }), { replace: true })}
      />
      {(['sector', 'owner', 'unit'] as const).map((name) => (
        <Filter
          key={name}
          name={name}
          value={filter[name]}
          onChange={(value) => go(href({ [filterNames[name]]: value, halaman: undefined }))}
        />
      ))}
    </div>
  )
}

const givenOf = ({ sector, owner, unit, ...rest }: ReturnType<typeof programmesOf>) => ({
  ...rest,
  ...(sector && { sector }),
  ...(owner && { owner }),
  ...(unit && { unit }),
})

function Filter({
  name,
  value,
  onChange,
}: {
  name: FilterName
  value: string | undefined
  onChange: (value: string | undefined) => void
}) {
  const t = useText()
  const lang = useLanguage()
  const options: Readonly<Record<FilterName, readonly (readonly [string, string])[]>> = {
    sector: filterValues.sector.map((one) => [one, sectorNames[one][lang === 'id' ? 0 : 1]] as const),
    owner: filterValues.owner.map((one) => [one, t(`programme-owner.${one}`)] as const),
    unit: filterValues.unit.map((one) => [one, t(`programme-unit.${one}`)] as const),
  }
  return (
    <Select
      size="small"
      label={t(`programme.filter.${name}`)}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value || undefined)}
    >
      <option value="">{t('programme.filter.all')}</option>
      {options[name].map(([code, label]) => (
        <option key={code} value={code}>
          {label}
        </option>
      ))}
    </Select>
  )
}

const columnsIn = (t: Say): readonly Column<ProgrammeLine>[] => [
  {
    key: 'name',
    header: t('programme.column.name'),
    place: 'title',
    width: 'minmax(0, 2fr)',
    cell: ({ name }) => name,
    detail: ({ gives }) => gives,
  },
  {
    key: 'owner',
    header: t('programme.column.owner'),
    place: 'text',
    width: 'minmax(0, 1.2fr)',
    cell: ({ owner }) => t(`programme-owner.${owner}`),
    detail: ({ ownerName }) => ownerName,
  },
  {
    key: 'unit',
    header: t('programme.column.unit'),
    place: 'lead',
    width: '160px',
    cell: ({ unit }) => t(`programme-unit.${unit}`),
    detail: ({ endsOn }) => endsOn && t('programme.ends', { day: dayText(endsOn) }),
  },
  {
    key: 'certainty',
    header: t('programme.column.certainty'),
    place: 'aside',
    width: '180px',
    cell: ({ certainty }) => <CertaintyTag certainty={certainty} />,
    detail: ({ disputed }) => disputed && t('programme.disputed'),
  },
]
