import { Select } from '@navikt/ds-react/Select'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { levelOf, nationPlace } from '@openslrt/core/place/code.ts'
import { useAsk } from '../../../platform/api/use-ask.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { useActing } from '../../../platform/session/use-session.ts'

/** The places right below the acting office's; an office of one village has none, and needs no such filter. */
export function PlaceFilter({
  value,
  onChange,
}: {
  value: string | undefined
  onChange: (value: string | undefined) => void
}) {
  const t = useText()
  const place = useActing().post?.place ?? nationPlace
  const smallest = levelOf(place) === 'village'
  const { data } = useAsk(
    referenceRoutes.places,
    { query: { parent: place } },
    { enabled: !smallest, staleTime: Infinity },
  )
  if (smallest) return null
  return (
    <Select
      size="small"
      label={t('case.filter.place')}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value || undefined)}
    >
      <option value="">{t('case.filter.any')}</option>
      {data?.items.map((one) => (
        <option key={one.code} value={one.code}>
          {one.name}
        </option>
      ))}
    </Select>
  )
}
