import { Select } from '@navikt/ds-react/Select'
import { challengeRoutes } from '@openslrt/core/contract/challenge-queries.ts'
import { levelOf } from '@openslrt/core/place/code.ts'
import { Link } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { useActing } from '../../platform/session/use-session.ts'
import { FilterFold } from '../../ui/filter-fold.tsx'
import { addressWith, type Changes } from '../../ui/list-address.ts'
import { ListSearch } from '../../ui/list-search.tsx'
import { type Filter, listPath } from './challenge-address.ts'

interface FiltersProps {
  readonly filter: Filter
  readonly onChange: (changes: Changes) => void
}

/** What the list shows; all of it stands in the address. */
export function Filters({ filter, onChange }: FiltersProps) {
  const [t, lang] = [useText(), useLanguage()]
  const { data } = useAsk(challengeRoutes.choices, {}, { staleTime: 600_000 })
  return (
    <search className="challenge__search">
      <div className="challenge__filters">
        <ListSearch label={t('challenge.search')} value={filter.q ?? ''} onSearch={(cari) => onChange({ cari })} />
      </div>
      <FilterFold label={t('challenge.filters')}>
        <Select
          size="small"
          label={t('challenge.kind')}
          value={filter.kind ?? ''}
          onChange={(event) => onChange({ jenis: event.target.value })}
        >
          <option value="">{t('challenge.kind.all')}</option>
          {(data?.kinds ?? []).map(({ code, names }) => (
            <option key={code} value={code}>
              {names[lang]}
            </option>
          ))}
        </Select>
        <LevelSelect value={filter.level ?? ''} onChange={(tingkat) => onChange({ tingkat })} />
        <DayField
          id="challenge-from"
          size="small"
          label={t('challenge.from')}
          value={filter.from ?? ''}
          error={undefined}
          onChange={(sejak) => onChange({ sejak })}
        />
      </FilterFold>
      {filter.place && <PlaceShown place={filter.place} />}
    </search>
  )
}

const levels = ['subdistrict', 'district', 'province', 'nation'] as const

function LevelSelect({ value, onChange }: { readonly value: string; readonly onChange: (level: string) => void }) {
  const t = useText()
  return (
    <Select size="small" label={t('challenge.level')} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{t('challenge.level.all')}</option>
      {levels.map((level) => (
        <option key={level} value={level}>
          {t(`level.${level}`)}
        </option>
      ))}
    </Select>
  )
}

/** Who came from a number of one place sees that it is one place's, and how to leave it. */
function PlaceShown({ place }: { readonly place: NonNullable<Filter['place']> }) {
  const t = useText()
  const { post } = useActing()
  const { data } = useAsk(challengeRoutes.counts, { query: { place } }, { staleTime: 600_000 })
  if (!post || levelOf(place) === 'nation') return null
  return (
    <p className="challenge__quiet">
      {t('challenge.place', { place: data?.placeName ?? place })} ·{' '}
      <Link href={addressWith(listPath, window.location.search, { wilayah: undefined })}>
        {t('challenge.place.clear')}
      </Link>
    </p>
  )
}
