import { Checkbox, CheckboxGroup } from '@navikt/ds-react/Checkbox'
import { type Permission, permissionGroups, restrictedKinds } from '@openslrt/core/access/permission.ts'
import { administers } from '@openslrt/core/access/role-law.ts'
import { keysOf } from '@openslrt/core/kernel/keys.ts'
import { officeLevels } from '@openslrt/core/office/office.ts'
import { levelOf, placeCode } from '@openslrt/core/place/code.ts'
import { RadioField } from '../../../platform/act/fields.tsx'
import type { Form } from '../../../platform/act/use-form.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { useRuledPlace } from '../use-ruled-place.ts'
import { bundleIn, kindsUnder, type RoleValues } from './role-form.ts'

type Part = { readonly form: Form<RoleValues> }

/** What a role gives: rights in groups, which cases are seen, where it is held and from where it is given. */
export function RoleFields({ form }: Part) {
  const t = useText()
  const { permissions } = bundleIn(form.values)
  const reads = permissions.includes('case.read')
  const level = levelOf(placeCode.parse(useRuledPlace().district))
  return (
    <>
      <RightFields form={form} />
      {reads && (
        <RadioField
          {...form.field('sees')}
          size="small"
          value={bundleIn(form.values).sees}
          label={t('roles.sees')}
          options={(['place', 'office'] as const).map((sight) => ({ value: sight, label: t(`sight.${sight}`) }))}
        />
      )}
      {reads && (
        <Words
          form={form}
          name="restricted"
          legend={t('roles.restricted')}
          options={restrictedKinds.map((kind) => ({ value: kind, label: t(`restricted.${kind}`) }))}
        />
      )}
      <Words
        form={form}
        name="heldAt"
        legend={t('roles.held-at')}
        options={kindsUnder(level).map((kind) => ({ value: kind, label: t(`office-kind.${kind}`) }))}
      />
      <Words
        form={form}
        name="givenFrom"
        legend={t('roles.given-from')}
        options={officeLevels.map((level) => ({ value: level, label: t(`level.${level}`) }))}
      />
      <FactorField form={form} />
    </>
  )
}

function RightFields({ form }: Part) {
  const t = useText()
  const { id, error, onChange } = form.field('permissions')
  const { permissions } = bundleIn(form.values)
  return (
    <div id={id} className="roles__rights">
      {keysOf(permissionGroups).map((group, nth) => {
        const own: readonly Permission[] = permissionGroups[group]
        return (
          <CheckboxGroup
            key={group}
            size="small"
            legend={t(`permission-group.${group}`)}
            error={nth === 0 ? error : undefined}
            value={permissions.filter((one) => own.includes(one))}
            onChange={(chosen: readonly string[]) =>
              onChange([...permissions.filter((one) => !own.includes(one)), ...chosen].join(' '))
            }
          >
            {own.map((right) => (
              <Checkbox key={right} value={right}>
                {t(`permission.${right}`)}
              </Checkbox>
            ))}
          </CheckboxGroup>
        )
      })}
    </div>
  )
}

interface WordsProps extends Part {
  readonly name: 'restricted' | 'heldAt' | 'givenFrom'
  readonly legend: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

function Words({ form, name, legend, options }: WordsProps) {
  const { id, error, onChange, value } = form.field(name)
  return (
    <CheckboxGroup
      id={id}
      size="small"
      className="roles__words"
      legend={legend}
      error={error}
      value={value.split(' ').filter(Boolean)}
      onChange={(chosen: readonly string[]) => onChange(chosen.join(' '))}
    >
      {options.map((option) => (
        <Checkbox key={option.value} value={option.value}>
          {option.label}
        </Checkbox>
      ))}
    </CheckboxGroup>
  )
}

/** Who administers shows a second factor, whatever is chosen here. */
function FactorField({ form }: Part) {
  const t = useText()
  const { value, onChange } = form.field('secondFactor')
  const must = administers(bundleIn(form.values).permissions)
  return (
    <Checkbox
      size="small"
      readOnly={must}
      checked={must || value === 'yes'}
      {...(must && { description: t('roles.factor.must') })}
      onChange={(event) => onChange(event.target.checked ? 'yes' : '')}
    >
      {t('roles.factor.label')}
    </Checkbox>
  )
}
