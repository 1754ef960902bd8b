import { Select } from '@navikt/ds-react/Select'
import type { ProgrammeCard } from '@openslrt/core/contract/programme-queries.ts'
import { sectorNames, sectors } from '@openslrt/core/lists/sectors.ts'
import { units } from '@openslrt/core/programme/check-rule.ts'
import { certainties, ownerKinds } from '@openslrt/core/programme/programme.ts'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { LineField, NoteField } from '../../platform/act/fields.tsx'
import type { Field } from '../../platform/act/use-form.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { PlacePicker } from '../../platform/places/place-picker.tsx'
import { useActing } from '../../platform/session/use-session.ts'
import { CriteriaFields } from './criteria-fields.tsx'
import { OfficeField } from './office-field.tsx'
import { asksVillage, type FormProps, useProgrammeForm } from './programme-values.ts'
import { WithVocabulary } from './vocabulary.tsx'

/** Writes a programme down: a new one with its first criteria, a local rule in another's stead, or other words for one. */
export function ProgrammeForm(props: FormProps) {
  const t = useText()
  const step = useProgrammeForm(props)
  const { card, replaces } = props
  const lang = useLanguage()
  const title = t(card ? 'programme.change' : newTitle(replaces))
  return (
    <ActDialog
      wide
      title={title}
      hint={replaces && t('programme.replace.hint')}
      sendText={t('programme.form.save')}
      act={step.act}
      form={step.form}
      onSend={step.send}
      onClose={props.onClose}
    >
      <LineField label={t('programme.form.name')} maxLength={200} {...step.field('name')} />
      <NoteField label={t('programme.form.gives')} rows={2} {...step.field('gives')} />
      <Choice
        label={t('programme.form.sector')}
        options={sectors.map((one) => [one, sectorNames[one][lang === 'id' ? 0 : 1]])}
        {...step.field('sector')}
      />
      {!card && (
        <WithVocabulary known={step.choices.vocabulary}>
          <NewPart step={step} replaces={replaces} />
        </WithVocabulary>
      )}
      <LineField label={t('programme.form.owner-name')} maxLength={200} {...step.field('ownerName')} />
      <OfficeField offices={step.choices.offices} named={card?.officeName ?? ''} {...step.field('office')} />
      <LineField label={t('programme.form.decides')} maxLength={200} {...step.field('decides')} />
      <NoteField label={t('programme.form.papers')} {...step.field('papers')} />
      <LineField label={t('programme.form.schedule')} maxLength={200} {...step.field('schedule')} />
      <LineField label={t('programme.form.contact')} maxLength={200} {...step.field('contact')} />
      <Choice
        label={t('programme.form.certainty')}
        options={certainties.map((one) => [one, t(`programme-certainty.${one}`)])}
        {...step.field('certainty')}
      />
    </ActDialog>
  )
}

const newTitle = (replaces: ProgrammeCard | null) => (replaces ? 'programme.replace' : 'programme.new')

type Step = ReturnType<typeof useProgrammeForm>

/** What is said once, when a programme is opened: for whom, by whom, from when. */
function NewPart({ step, replaces }: { readonly step: Step; readonly replaces: ProgrammeCard | null }) {
  const t = useText()
  const { post } = useActing()
  const { unit, owner: chosen } = step.form.values
  const village = step.field('village')
  const owners = ownerKinds.filter((owner) => mayOwn[owner].includes(post?.level ?? 'village'))
  return (
    <>
      {!replaces && (
        <Choice
          label={t('programme.form.unit')}
          options={units.map((one) => [one, t(`programme-unit.${one}`)])}
          {...step.field('unit')}
        />
      )}
      <Choice
        label={t('programme.form.owner')}
        options={owners.map((one) => [one, t(`programme-owner.${one}`)])}
        {...step.field('owner')}
      />
      {asksVillage(chosen, post) && (
        <PlacePicker label={t('programme.form.village')} level="village" under={post?.place ?? ''} {...village} />
      )}
      <h2 className="editor__title">{t('programme.form.criteria')}</h2>
      <CriteriaFields field={step.field} unit={unit} own={replaces ? replaces.code || replaces.id : ''} />
    </>
  )
}

/** Whose programmes an office of a level writes down for its own place. */
const mayOwn: Readonly<Record<(typeof ownerKinds)[number], readonly string[]>> = {
  village: ['village', 'subdistrict', 'district'],
  district: ['district'],
  provincial: ['province'],
  central: ['nation'],
  'non-government': ['village', 'district', 'province', 'nation'],
}

interface ChoiceProps<Value extends string> extends Field<Value> {
  readonly label: string
  readonly options: readonly (readonly [value: Value, label: string])[]
}

function Choice<Value extends string>({ label, options, value, onChange, id, error }: ChoiceProps<Value>) {
  return (
    <Select
      id={id}
      label={label}
      error={error}
      value={value}
      onChange={(event) => {
        const chosen = options.find(([one]) => one === event.target.value)
        if (chosen) onChange(chosen[0])
      }}
    >
      {options.map(([one, name]) => (
        <option key={one} value={one}>
          {name}
        </option>
      ))}
    </Select>
  )
}
