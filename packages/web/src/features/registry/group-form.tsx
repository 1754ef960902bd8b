import type { DoubtCode } from '@openslrt/core/registry/doubts.ts'
import { familyDoubts, personDoubts } from '@openslrt/core/registry/doubts.ts'
import type { ValueGroup } from '@openslrt/core/registry/groups.ts'
import type { Values } from '@openslrt/core/registry/registry.ts'
import { faultsIn, givenIn, isHidden, type Typed, typedOf } from '@openslrt/core/registry/typed.ts'
import type { Variable } from '@openslrt/core/registry/variables.ts'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useForm } from '../../platform/act/use-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import type { Held } from './holder.ts'
import { OriginFields, originOf } from './origin-fields.tsx'
import type { Choices } from './use-choices.ts'
import { ValueField } from './value-field.tsx'

interface GroupFormProps {
  readonly held: Held
  readonly group: ValueGroup
  readonly variables: readonly Variable[]
  readonly choices: Choices
  readonly onClose: () => void
}

/** REGISTRY-20 A few questions at a time: what is left empty stays as it is, and what was typed is kept until it is sent. */
export function GroupForm(props: GroupFormProps) {
  const t = useText()
  const { held, group, variables, choices, onClose } = props
  const { form, act, save, before } = useGroup(props)
  const doubts = doubtsIn(held, givenIn(variables, before, form.values))
  return (
    <ActDialog
      wide
      title={t('family.edit.title', { group: t(`family-group.${group}`) })}
      hint={t('family.edit.hint')}
      sendText={t('family.edit.send')}
      act={act}
      form={form}
      onSend={() => void save()}
      onClose={onClose}
    >
      {variables.map((variable) => {
        const { name } = variable
        const stands = held.said[name]
        const { value = '', ...field } = form.field(name)
        return (
          <ValueField
            key={name}
            {...field}
            value={value}
            variable={variable}
            choices={choices}
            masked={isHidden(name) && typeof stands === 'string' ? stands : undefined}
            doubts={doubts.filter((doubt) => doubt.variable === name).map(({ code }) => code)}
          />
        )
      })}
      <OriginFields way={wordOf(form.field('way'))} source={wordOf(form.field('source'))} />
    </ActDialog>
  )
}

const wordOf = <Rest extends { readonly value: string | undefined }>({ value, ...rest }: Rest) => ({
  ...rest,
  value: value ?? '',
})

function useGroup({ held, group, variables, onClose }: GroupFormProps) {
  const t = useText()
  const act = useAct()
  const before = typedOf(variables, held.said)
  // A version of the record for each draft: what somebody else said meanwhile is not written over by an old one.
  const key = `family ${held.id} ${held.version} ${group}`
  const form = useForm<Typed>(key, { ...before, way: 'desk', source: '' }, (typed) => {
    const faults = faultsIn(variables, before, typed)
    return Object.fromEntries(Object.entries(faults).map(([name, fault]) => [name, t(fault)]))
  })
  const save = async (): Promise<void> => {
    if (!form.passes()) return
    const values = givenIn(variables, before, form.values)
    if (Object.keys(values).length === 0) return onClose()
    const { way = '', source = '' } = form.values
    const acted = await act.send('registry.record', {
      district: held.district,
      subject: held.id,
      base: held.version,
      data: { of: held.of, values: written(values), desil: null, ...originOf({ way, source }) },
    })
    if (acted.state === 'refused') return
    form.clear()
    onClose()
  }
  return { form, act, save, before }
}

/** As the wire takes them: lists that nobody else holds. */
export const written = (values: Values): Record<string, Written> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, writtenOne(value)]))

type Written = null | boolean | number | string | (number | string)[]
const writtenOne = (value: Values[string] | undefined): Written => {
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'number' || typeof one === 'string')
  return typeof value === 'object' || value === undefined ? null : value
}

interface Told {
  readonly variable: string
  readonly code: DoubtCode
}

/** What is odd once this is said too: told while it is typed. Places and doubles are the server's to know. */
function doubtsIn({ of, said, today, doubts }: Held, given: Values): readonly Told[] {
  const after: Values = { ...withoutMasked(said), ...given }
  const own = of === 'person' ? personDoubts(after, today, null) : familyDoubts(after, [], null)
  const untouched = doubts.filter(
    ({ variable }) => !(variable in given) && !own.some((one) => one.variable === variable),
  )
  return [...own, ...untouched]
}

const withoutMasked = (said: Values): Values =>
  Object.fromEntries(Object.entries(said).filter(([name]) => !isHidden(name)))
