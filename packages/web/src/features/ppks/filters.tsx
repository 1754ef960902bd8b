import { Select } from '@navikt/ds-react/Select'
import type { ppksRoutes } from '@openslrt/core/contract/ppks-queries.ts'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { levelOf } from '@openslrt/core/place/code.ts'
import type { z } from 'zod'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import type { Changes } from '../../ui/list-address.ts'
import type { PpksFilter } from './ppks-address.ts'

export type Choices = z.output<typeof ppksRoutes.choices.reply>

interface FiltersProps {
  readonly choices: Choices | undefined
  readonly filter: PpksFilter
  readonly shows: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (changes: Changes) => void
}

/** Years that somebody asks about. */
const mostYears = 10

/** What the list shows: the stage, the type, the place and the year. All of it stands in the address. */
export function Filters({ choices, filter, shows, onChange }: FiltersProps) {
  const [t, lang] = [useText(), useLanguage()]
  const year = Number(choices?.today.slice(0, 4) ?? 0)
  const years = Array.from({ length: choices ? mostYears : 0 }, (_, nth) => String(year - nth))
  return (
    <search className="ppks__filters">
      <Pick
        label={t('ppks.filter.show')}
        value={filter.show}
        options={shows}
        onChoose={(lihat) => onChange({ lihat: lihat === 'open' ? undefined : lihat })}
      />
      <Pick
        label={t('ppks.filter.type')}
        value={filter.type ?? ''}
        all={t('ppks.filter.type.all')}
        options={(choices?.types ?? [])
          .filter(({ open }) => open)
          .map(({ code, names }) => ({ value: code, label: names[lang] }))}
        onChoose={(jenis) => onChange({ jenis })}
      />
      {choices && levelOf(choices.place) !== 'village' && (
        <PlacePick under={choices.place} value={filter.place ?? ''} onChoose={(wilayah) => onChange({ wilayah })} />
      )}
      <Pick
        label={t('ppks.filter.year')}
        value={filter.year === undefined ? '' : String(filter.year)}
        all={t('ppks.filter.year.all')}
        options={years.map((one) => ({ value: one, label: one }))}
        onChoose={(tahun) => onChange({ tahun })}
      />
    </search>
  )
}

interface PickProps {
  readonly label: string
  readonly value: string
  readonly all?: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onChoose: (value: string) => void
}

/** One of few, or all. */
export function Pick({ label, value, all, options, onChoose }: PickProps) {
  return (
    <Select size="small" label={label} value={value} onChange={(event) => onChoose(event.target.value)}>
      {all !== undefined && <option value="">{all}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </Select>
  )
}

interface PlacePickProps {
  readonly value: string
  readonly onChoose: (value: string) => void
  readonly under: Choices['place']
}

/** The places right below the office's own. */
function PlacePick({ under, value, onChoose }: PlacePickProps) {
  const t = useText()
  const { data } = useAsk(referenceRoutes.places, { query: { parent: under } }, { staleTime: 600_000 })
  return (
    <Pick
      label={t('ppks.filter.place')}
      value={value}
      all={t('ppks.filter.place.all')}
      options={(data?.items ?? []).map(({ code, name }) => ({ value: code, label: name }))}
      onChoose={onChoose}
    />
  )
}
