import { Button } from '@navikt/ds-react/Button'
import { Select } from '@navikt/ds-react/Select'
import { ErrorMessage } from '@navikt/ds-react/Typography'
import type { FoundPerson } from '@openslrt/core/contract/proposal-queries.ts'
import { ownFields } from '@openslrt/core/proposal/kinds.ts'
import { variables } from '@openslrt/core/registry/variables.ts'
import { LineField, NoteField } from '../../platform/act/fields.tsx'
import type { Form } from '../../platform/act/use-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { ListField } from '../../platform/reference/list-field.tsx'
import { useActing } from '../../platform/session/use-session.ts'
import { Panel } from '../../ui/field-row.tsx'
import type { DraftValues } from './draft-values.ts'
import { fieldName } from './field-name.ts'
import { useAsked, useAskedChoices } from './use-asked.ts'

const names = [...ownFields, ...new Set(variables.map(({ name }) => name))]

interface AskedPartProps {
  readonly form: Form<DraftValues>
  readonly found: FoundPerson | null
  /** A proposal that stands already: its numbers have their own part. */
  readonly changing?: boolean
}

/** The values that are asked for, and why. */
export function AskedPart({ form, found, changing = false }: AskedPartProps) {
  const t = useText()
  const { post } = useActing()
  const { asked, kind } = form.values
  const add = (name: string): void =>
    form.change({ asked: [...asked, { name, before: found?.values[name] ?? '', after: '' }] })
  return (
    <Panel title={t('proposal.asked')}>
      {(kind === 'programme' || kind === 'withdrawal') && (
        <LineField
          {...form.field('programme')}
          label={t('proposal.programme')}
          description={t('proposal.programme.hint')}
          maxLength={60}
        />
      )}
      {!changing && (kind === 'new' || kind === 'programme') && (
        <LineField {...form.field('kk')} label={t('proposal.form.kk')} inputMode="numeric" maxLength={20} />
      )}
      <Values form={form} />
      {form.errors.asked && <ErrorMessage showIcon>{form.errors.asked}</ErrorMessage>}
      <Select
        label={t('proposal.form.add')}
        value=""
        onChange={(event) => event.target.value && add(event.target.value)}
      >
        <option value="">{t('act.choose')}</option>
        {names
          .filter((name) => asked.every((one) => one.name !== name))
          .map((name) => (
            <option key={name} value={name}>
              {fieldName(name)}
            </option>
          ))}
      </Select>
      {post && (
        <ListField
          {...form.field('reason')}
          district={post.district}
          list="proposal-reason"
          label={t('proposal.reason')}
        />
      )}
      <NoteField {...form.field('note')} label={t('act.optional', { label: t('proposal.note') })} />
    </Panel>
  )
}

function Values({ form }: { form: Form<DraftValues> }) {
  const t = useText()
  const district = useActing().post?.district ?? ''
  const say = useAsked(district)
  const choices = useAskedChoices(district)
  const { asked } = form.values
  const put = (nth: number, after: string): void =>
    form.change({ asked: asked.map((one, at) => (at === nth ? { ...one, after } : one)) })
  return asked.map(({ name, before, after }, nth) => (
    <div key={name} className="proposal__value">
      <ValueField
        id={`asked-${name}`}
        label={fieldName(name)}
        {...(before && { description: t('proposal.before', { before: say(name, before) }) })}
        choices={choices(name)}
        value={after}
        onChange={(typed) => put(nth, typed)}
      />
      <Button
        type="button"
        size="small"
        variant="tertiary"
        data-color="neutral"
        onClick={() => form.change({ asked: asked.filter((one) => one.name !== name) })}
      >
        {t('proposal.form.take-out', { field: fieldName(name) })}
      </Button>
    </div>
  ))
}

interface ValueFieldProps {
  readonly id: string
  readonly label: string
  readonly description?: string
  readonly choices: readonly (readonly [value: string, label: string])[]
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A value of a list is chosen by its name, and sent as its code; any other is typed. */
export function ValueField({ choices, value, onChange, ...field }: ValueFieldProps) {
  const t = useText()
  if (choices.length === 0)
    return <LineField {...field} maxLength={200} value={value} onChange={onChange} error={undefined} />
  // What was typed before there was a list stays to be seen.
  const known = value === '' || choices.some(([code]) => code === value)
  return (
    <Select {...field} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{t('act.choose')}</option>
      {!known && <option value={value}>{value}</option>}
      {choices.map(([code, name]) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </Select>
  )
}
