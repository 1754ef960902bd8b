import { Checkbox } from '@navikt/ds-react/Checkbox'
import { Radio, RadioGroup } from '@navikt/ds-react/Radio'
import { Select } from '@navikt/ds-react/Select'
import { restrictedKinds } from '@openslrt/core/access/permission.ts'
import { caseKinds } from '@openslrt/core/case/case.ts'
import { LineField, NoteField } from '../../../platform/act/fields.tsx'
import { useText } from '../../../platform/i18n/use-text.ts'
import { fitsKind, useLists } from '../../../platform/reference/use-lists.ts'
import { useActing } from '../../../platform/session/use-session.ts'
import { ChooseBox } from '../../../ui/choose-box.tsx'
import { useCategoryGroups } from '../use-categories.ts'
import type { RegisterFormState } from './register-state.ts'
import { restrictedOf } from './register-values.ts'

/** What it is about: the kind first, because it narrows the categories. */
export function WhatPart({ form }: { form: RegisterFormState }) {
  const t = useText()
  return (
    <div className="register__fields">
      <KindField form={form} />
      <CategoryField form={form} />
      <Checkbox
        checked={form.values.red}
        onChange={(event) => form.change({ red: event.target.checked })}
        description={t('case.register.red.hint')}
      >
        {t('case.register.red')}
      </Checkbox>
      <LineField
        label={t('act.optional', { label: t('case.register.summary') })}
        description={t('case.register.summary.hint')}
        maxLength={200}
        {...form.field('summary')}
      />
      <NoteField
        label={t('act.optional', { label: t('case.register.story') })}
        description={t('case.register.story.hint')}
        {...form.field('story')}
      />
      <RestrictedField form={form} />
    </div>
  )
}

function KindField({ form }: { form: RegisterFormState }) {
  const t = useText()
  const lists = useLists(useActing().post?.district ?? null)
  const { id, value, error } = form.field('kind')
  const choose = (chosen: string) => {
    const kind = caseKinds.find((one) => one === chosen)
    if (!kind) return
    const item = lists.items('category').find(({ code }) => code === form.values.category)
    const fits = item !== undefined && fitsKind(item, kind)
    // What may come of it is another list for each kind.
    form.change({ kind, outcome: '', ...(!fits && { category: '' }) })
  }
  return (
    <RadioGroup
      id={id}
      tabIndex={-1}
      className="register__row"
      legend={t('case.field.kind')}
      value={value}
      onChange={choose}
      error={error}
    >
      {caseKinds.map((kind) => (
        <Radio key={kind} value={kind}>
          {t(`kind.${kind}`)}
        </Radio>
      ))}
    </RadioGroup>
  )
}

function CategoryField({ form }: { form: RegisterFormState }) {
  const t = useText()
  const district = useActing().post?.district ?? null
  const lists = useLists(district)
  const { kind } = form.values
  const groups = useCategoryGroups(district, kind === '' ? null : kind)
  const choose = (category: string) => {
    const item = lists.items('category').find(({ code }) => code === category)
    form.change({ category, restricted: restrictedOf(item?.data['restricted']) ?? '' })
  }
  return (
    <ChooseBox
      label={t('case.field.category')}
      description={t('case.register.category.hint')}
      groups={groups}
      placeholder={t('case.register.category.placeholder')}
      emptyText={t('case.category.none')}
      {...form.field('category')}
      onChange={choose}
    />
  )
}

/** Shown where the category says that the case may need shelter from most eyes. */
function RestrictedField({ form }: { form: RegisterFormState }) {
  const t = useText()
  const lists = useLists(useActing().post?.district ?? null)
  const item = lists.items('category').find(({ code }) => code === form.values.category)
  const { id, value, onChange } = form.field('restricted')
  if (restrictedOf(item?.data['restricted']) === null) return null
  return (
    <Select
      id={id}
      label={t('case.register.restricted')}
      description={t('case.register.restricted.hint')}
      value={value}
      onChange={(event) => onChange(restrictedOf(event.target.value) ?? '')}
    >
      <option value="">{t('case.register.restricted.none')}</option>
      {restrictedKinds.map((kind) => (
        <option key={kind} value={kind}>
          {t(`restricted.${kind}`)}
        </option>
      ))}
    </Select>
  )
}
