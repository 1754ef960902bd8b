import { Select } from '@navikt/ds-react/Select'
import { connections, firstCohort, initiators, networkKinds, yearsAhead } from '@openslrt/core/network/kinds.ts'
import { nationPlace } from '@openslrt/core/place/code.ts'
import { useLocation } from 'wouter'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { PlacePicker } from '../../platform/places/place-picker.tsx'
import { useActing } from '../../platform/session/use-session.ts'
import { FilterFold } from '../../ui/filter-fold.tsx'
import { addressWith, type Changes } from '../../ui/list-address.ts'
import { ListSearch } from '../../ui/list-search.tsx'
import { filterOf, listPath } from './network-address.ts'

interface FiltersProps {
  readonly search: string
  readonly placeName: string
}

/** What makes the list shorter; all of it lives in the address. */
export function Filters({ search, placeName }: FiltersProps) {
  const t = useText()
  const [, go] = useLocation()
  const { post } = useActing()
  const { q = '', kind, cohort, initiator, connection, place } = filterOf(search)
  const change = (changes: Changes): void => go(addressWith(listPath, search, changes), { replace: true })
  const own = post?.place
  return (
    <search className="network__filters">
      <ListSearch label={t('network.search')} value={q} onSearch={(cari) => change({ cari: cari.slice(0, 60) })} />
      <FilterFold label={t('network.filters')}>
        <PlacePicker
          size="small"
          label={t('network.filter.place')}
          value={place ? { code: place, label: placeName } : null}
          onChange={(chosen) => change({ wilayah: chosen?.code })}
          {...(own && own !== nationPlace && { under: own })}
        />
        <OneOf
          label={t('network.column.kind')}
          value={kind}
          options={networkKinds.map((value) => ({ value, label: t(`network-kind.${value}`) }))}
          onChange={(jenis) => change({ jenis })}
        />
        <OneOf
          label={t('network.column.cohort')}
          value={cohort?.toString()}
          options={useCohorts().map((year) => ({ value: String(year), label: String(year) }))}
          onChange={(angkatan) => change({ angkatan })}
        />
        <OneOf
          label={t('network.column.initiator')}
          value={initiator}
          options={initiators.map((value) => ({ value, label: t(`network-initiator.${value}`) }))}
          onChange={(oleh) => change({ oleh })}
        />
        <OneOf
          label={t('network-about.connection')}
          value={connection}
          options={connections.map((value) => ({ value, label: t(`network-connection.${value}`) }))}
          onChange={(sambungan) => change({ sambungan })}
        />
      </FilterFold>
    </search>
  )
}

/** From the last that may be planned back to the first. */
function useCohorts(): readonly number[] {
  const last = new Date(useWhen().now).getFullYear() + yearsAhead
  return Array.from({ length: last - firstCohort + 1 }, (_, back) => last - back)
}

interface OneOfProps {
  readonly label: string
  readonly value: string | undefined
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string) => void
}

function OneOf({ label, value, options, onChange }: OneOfProps) {
  const t = useText()
  return (
    <Select size="small" label={label} value={value ?? ''} onChange={(event) => onChange(event.target.value)}>
      <option value="">{t('network.filter.any')}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </Select>
  )
}
