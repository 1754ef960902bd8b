import { handWays } from '@openslrt/core/registry/registry.ts'
import { LineField, RadioField } from '../../platform/act/fields.tsx'
import type { Field } from '../../platform/act/use-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'

interface OriginFieldsProps {
  readonly way: Field<string>
  readonly source: Field<string>
}

/** REGISTRY-1 How it is known, and from what: asked of every giving. */
export function OriginFields({ way, source }: OriginFieldsProps) {
  const t = useText()
  return (
    <>
      <RadioField
        label={t('family.way')}
        options={handWays.map((value) => ({ value, label: t(`family.way.${value}`) }))}
        {...way}
      />
      <LineField label={t('family.source')} description={t('family.source.hint')} maxLength={200} {...source} />
    </>
  )
}

/** What a command says of it. */
export const originOf = ({ way, source }: { readonly way: string; readonly source: string }) => ({
  way: handWays.find((one) => one === way) ?? handWays[0],
  source: source.trim(),
  ref: null,
})
