import { Chips } from '@navikt/ds-react/Chips'
import { Select } from '@navikt/ds-react/Select'
import { completeBands } from '@openslrt/core/contract/registry-queries.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { familyStatuses } from '@openslrt/core/registry/registry.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { PlacePicker } from '../../platform/places/place-picker.tsx'
import { useActing } from '../../platform/session/use-session.ts'
import { FilterFold } from '../../ui/filter-fold.tsx'
import { desils, familiesOf } from './family-address.ts'

/** What an address says anew; what is left out is gone from it. */
type Changes = Record<string, string | undefined>

interface FiltersProps {
  readonly search: string
  readonly onChange: (changes: Changes) => void
}

/** Which families are shown: what can be chosen waits folded, what was chosen always stands there and can be taken away. */
export function FamiliesFilters({ search, onChange }: FiltersProps) {
  const t = useText()
  const set = chosenIn(search, t)
  const label = set.length > 0 ? t('family.filter.open-some', { count: set.length }) : t('family.filter.open')
  return (
    <div className="family__filters not-on-paper">
      <FilterFold label={label}>
        <Fields search={search} onChange={onChange} />
      </FilterFold>
      {set.length > 0 && (
        <Chips aria-label={t('family.filter.set')} size="small">
          {set.map(({ name, said }) => (
            <Chips.Removable
              key={name}
              onDelete={() => onChange({ [name]: undefined, ...(name === 'wilayah' && { nama: undefined }) })}
            >
              {said}
            </Chips.Removable>
          ))}
        </Chips>
      )}
    </div>
  )
}

/** What an address narrows the list by, in words. */
export function chosenIn(search: string, t: Say): readonly { readonly name: string; readonly said: string }[] {
  const { place, complete, desil, status } = familiesOf(search)
  return [
    place && { name: 'wilayah', said: placeIn(search) ?? place },
    complete && { name: 'lengkap', said: t(`family.complete.${complete}`) },
    desil && { name: 'desil', said: sayDesil(desil, t) },
    status !== familyStatuses[0] && { name: 'keadaan', said: t(`family-status.${status}`) },
  ].filter((one) => typeof one === 'object')
}

const sayDesil = (desil: (typeof desils)[number], t: Say): string =>
  desil === 'none' ? t('family.filter.desil.none') : t('family.desil.one', { n: desil })

/** A place is found by its code; its name goes along in the address, for whoever reads it. */
const placeIn = (search: string): string | null => new URLSearchParams(search).get('nama')

function Fields({ search, onChange }: FiltersProps) {
  const t = useText()
  const { post } = useActing()
  const filter = familiesOf(search)
  return (
    <>
      {post?.level !== 'village' && (
        <PlacePicker
          size="small"
          label={t('family.filter.village')}
          {...(post && post.place !== '00' && { under: post.place })}
          value={filter.place ? { code: filter.place, label: placeIn(search) ?? filter.place } : null}
          onChange={(place) => onChange({ wilayah: place?.code, nama: place?.label })}
        />
      )}
      <Choice
        label={t('family.filter.complete')}
        value={filter.complete}
        options={completeBands.map((band) => [band, t(`family.complete.${band}`)])}
        onChange={(lengkap) => onChange({ lengkap })}
      />
      <Choice
        label={t('family.filter.desil')}
        value={filter.desil}
        options={desils.map((one) => [one, sayDesil(one, t)])}
        onChange={(desil) => onChange({ desil })}
      />
      <Choice
        label={t('family.filter.status')}
        value={filter.status === familyStatuses[0] ? '' : filter.status}
        first={t(`family-status.${familyStatuses[0]}`)}
        options={familyStatuses.slice(1).map((one) => [one, t(`family-status.${one}`)])}
        onChange={(keadaan) => onChange({ keadaan })}
      />
    </>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly value: string | undefined
  readonly first?: string
  readonly options: readonly (readonly [value: string, label: string])[]
  readonly onChange: (value: string | undefined) => void
}

function Choice({ label, value, first, options, onChange }: ChoiceProps) {
  const t = useText()
  return (
    <Select
      size="small"
      label={label}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value || undefined)}
    >
      <option value="">{first ?? t('family.filter.all')}</option>
      {options.map(([one, text]) => (
        <option key={one} value={one}>
          {text}
        </option>
      ))}
    </Select>
  )
}
