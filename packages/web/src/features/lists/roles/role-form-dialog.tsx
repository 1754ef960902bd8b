import { Select } from '@navikt/ds-react/Select'
import type { RoleLine } from '@openslrt/core/contract/role-queries.ts'
import { type LedgerCode, levelOf, placeCode } from '@openslrt/core/place/code.ts'
import { useState } from 'react'
import { ActDialog } from '../../../platform/act/act-dialog.tsx'
import { LineField } from '../../../platform/act/fields.tsx'
import { useAct } from '../../../platform/act/use-act.ts'
import { useForm } from '../../../platform/act/use-form.ts'
import { DayField } from '../../../platform/hours/day-field.tsx'
import { useDay } from '../../../platform/hours/use-day.ts'
import { useLanguage, useText } from '../../../platform/i18n/use-text.ts'
import { newId } from '../../../platform/outbox/uuid.ts'
import { useRuledPlace } from '../use-ruled-place.ts'
import { RoleFields } from './role-fields.tsx'
import {
  bundleIn,
  bundleOf,
  bundleOn,
  bundleValues,
  copiedTo,
  impactOf,
  newCode,
  type RoleValues,
  roleFaults,
  roleWords,
  valuesOf,
} from './role-form.ts'
import { RoleImpact } from './role-impact.tsx'
import { byName } from './role-words.ts'

export interface RoleFormProps {
  readonly roles: readonly RoleLine[]
  /** The role that is changed, or copied; null while the one to copy is still to be chosen. */
  readonly role: RoleLine | null
  readonly isCopy: boolean
  readonly today: string
  /** With what was done, or with nothing when it was left as it is. */
  readonly onClose: (done: string | null) => void
}

/** Makes a role as a copy of another, or changes one from a day on; says what that changes for whom. */
export function RoleFormDialog(props: RoleFormProps) {
  const t = useText()
  const lang = useLanguage()
  const { roles, role, isCopy, today, onClose } = props
  const { district } = useRuledPlace()
  const { form, act, save } = useRoleForm(props)
  const { from } = form.values
  return (
    <ActDialog
      wide
      title={isCopy || !role ? t('roles.form.add') : t('roles.form.change', { name: role.names[lang] })}
      sendText={t('lists.form.send')}
      act={act}
      onSend={() => void save()}
      onClose={() => onClose(null)}
    >
      {isCopy && <CopiedFrom roles={roles} form={form} />}
      <LineField {...form.field('id')} label={t('lists.form.name.id')} maxLength={200} />
      <LineField {...form.field('en')} label={t('lists.form.name.en')} maxLength={200} />
      <RoleFields form={form} />
      <DayField
        {...form.field('from')}
        label={t('lists.form.from')}
        description={t('lists.form.from.hint')}
        min={today}
      />
      {!isCopy && role && (
        <RoleImpact
          impact={impactOf(bundleOn(role, district, from), bundleIn(form.values))}
          day={from < today ? today : from}
          people={role.people}
          offices={role.offices}
        />
      )}
    </ActDialog>
  )
}

type RoleForm = ReturnType<typeof useRoleForm>['form']

/** Choosing another original brings its rights and offices along; the name that was typed stays. */
function CopiedFrom({ roles, form }: { roles: readonly RoleLine[]; form: RoleForm }) {
  const t = useText()
  const lang = useLanguage()
  const { id, value } = form.field('copied')
  const level = levelOf(placeCode.parse(useRuledPlace().district))
  const choose = (code: string): void => {
    const role = roles.find((one) => one.code === code)
    form.change({ copied: code, ...(role && bundleValues(copiedTo(level, bundleOf(role)))) })
  }
  return (
    <Select
      id={id}
      label={t('roles.form.copy')}
      description={t('roles.form.copy.hint')}
      value={value}
      onChange={(event) => choose(event.target.value)}
    >
      <option value="">{t('act.choose')}</option>
      {byName(roles, lang)
        .filter(({ holds }) => holds)
        .map(({ code, names }) => (
          <option key={code} value={code}>
            {names[lang]}
          </option>
        ))}
    </Select>
  )
}

function useRoleForm({ roles, role, isCopy, today, onClose }: RoleFormProps) {
  const t = useText()
  const sayDay = useDay()
  const act = useAct()
  const { district } = useRuledPlace()
  // One id for as long as the form is open: pressed twice, it still is one change.
  const [subject] = useState(newId)
  const form = useForm(
    `role ${isCopy ? 'copy' : 'change'} ${role ? `${role.code} ${role.said.length}` : 'new'}`,
    isCopy ? copyOf(role, today, district) : valuesOf(role, today),
    (values) => Object.fromEntries(Object.entries(roleFaults(values, today)).map(([name, key]) => [name, t(key)])),
  )
  const save = async (): Promise<void> => {
    const words = roleWords(form.values, isCopy || !role ? newCode(form.values.id, roles) : role.code)
    if (!form.passes() || !words) return
    const kind = isCopy ? 'list.add' : 'list.change'
    const acted = await act.send(kind, { district, subject, base: null, data: words })
    if (acted.state === 'refused') return
    form.clear()
    const said = { name: words.names.id, day: sayDay(words.from) }
    const done = t(isCopy ? 'roles.done.add' : 'lists.done.change', said)
    onClose(acted.state === 'waiting' ? t('outbox.kept') : done)
  }
  return { form, act, save }
}

/** A copy is given a name of its own. */
const copyOf = (role: RoleLine | null, today: string, district: LedgerCode): RoleValues => ({
  ...valuesOf(role, today, { id: '', en: '' }),
  ...(role && bundleValues(copiedTo(levelOf(placeCode.parse(district)), bundleOf(role)))),
})
