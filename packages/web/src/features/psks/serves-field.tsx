import { Chips } from '@navikt/ds-react/Chips'
import type { Field } from '../../platform/act/use-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import type { ChosenPlace } from '../../platform/places/place-picker.tsx'
import { PlacePicker } from '../../platform/places/place-picker.tsx'

/** The places that somebody serves: villages, sub-districts, or the whole district. */
export function ServesField({
  under,
  value,
  error,
  onChange,
}: { readonly under: string } & Field<readonly ChosenPlace[]>) {
  const t = useText()
  return (
    <div>
      <PlacePicker
        label={t('psks.column.serves')}
        description={t('psks.form.serves.hint')}
        under={under}
        error={error}
        value={null}
        onChange={(place) => place && !value.some(({ code }) => code === place.code) && onChange([...value, place])}
      />
      {value.length > 0 && (
        <Chips>
          {value.map(({ code, label }) => (
            <Chips.Removable key={code} onClick={() => onChange(value.filter((one) => one.code !== code))}>
              {label}
            </Chips.Removable>
          ))}
        </Chips>
      )}
    </div>
  )
}
