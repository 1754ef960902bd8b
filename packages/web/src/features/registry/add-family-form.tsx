import { familyId } from '@openslrt/core/kernel/id.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { ledgerOf, nation, villageCode } from '@openslrt/core/place/code.ts'
import { faultsIn, givenIn, type Typed } from '@openslrt/core/registry/typed.ts'
import { variableOf } from '@openslrt/core/registry/variables.ts'
import { useEffect, useState } from 'react'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useForm } from '../../platform/act/use-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { PlacePicker } from '../../platform/places/place-picker.tsx'
import { useActing } from '../../platform/session/use-session.ts'
import { familyHref } from './family-address.ts'
import { written } from './group-form.tsx'
import { NewPersonFields } from './new-person-fields.tsx'
import { originOf } from './origin-fields.tsx'
import { newFaults, newPerson, nothingTyped, suggestedBy } from './person-form.ts'
import { useChoices } from './use-choices.ts'
import { ValueField } from './value-field.tsx'

const home = ['nomor_kartu_keluarga', 'alamat'].flatMap((name) => variableOf('family', name) ?? [])
const noHome: Typed = { nomor_kartu_keluarga: '', alamat: '' }
const empty: Typed = { village: '', villageName: '', ...noHome, ...nothingTyped }

interface AddFamilyProps {
  readonly onClose: () => void
  readonly onDone: (address: string) => void
}

/** REGISTRY-13 A family begins with its village and its head; the rest is asked when somebody has the time. */
export function AddFamilyForm({ onClose, onDone }: AddFamilyProps) {
  const t = useText()
  const { post } = useActing()
  const choices = useChoices(post?.district ?? nation)
  const { form, act, send, today } = useNewFamily(onDone)
  const { values, change, errors, field } = form
  return (
    <ActDialog
      wide
      title={t('family.new.title')}
      hint={t('family.new.hint')}
      sendText={t('family.edit.send')}
      act={act}
      form={form}
      onSend={() => void send()}
      onClose={onClose}
    >
      <PlacePicker
        label={t('family.new.village')}
        level="village"
        {...(post && { under: post.place })}
        error={errors['village']}
        value={values['village'] ? { code: values['village'], label: values['villageName'] ?? '' } : null}
        onChange={(place) => change({ village: place?.code ?? '', villageName: place?.label ?? '' })}
      />
      {home.map((variable) => {
        const { value = '', ...rest } = field(variable.name)
        return (
          <ValueField
            key={variable.name}
            {...rest}
            value={value}
            variable={variable}
            choices={choices}
            masked={undefined}
            doubts={[]}
          />
        )
      })}
      <NewPersonFields form={form} choices={choices} today={today} />
    </ActDialog>
  )
}

function useNewFamily(onDone: (address: string) => void) {
  const t = useText()
  const act = useAct()
  const { post } = useActing()
  const [today] = useState(() => dayIn(post?.zone ?? 'Asia/Jakarta', Date.now()))
  const [ids] = useState(() => ({ family: newId(), head: newId() }))
  const own = post?.level === 'village' ? { village: post.place, villageName: post.placeName } : {}
  const form = useForm<Typed>('family new', { ...empty, ...own }, (typed) => ({
    ...(typed['village'] === '' && { village: t('family.new.village.missing') }),
    ...Object.fromEntries(
      Object.entries({ ...faultsIn(home, noHome, typed), ...newFaults(typed) }).map(([name, fault]) => [
        name,
        t(fault),
      ]),
    ),
  }))
  const { values, suggest } = form
  useEffect(() => {
    const said = suggestedBy(values, today)
    if (Object.keys(said).length > 0) suggest(said)
  }, [values, suggest, today])
  const send = async (): Promise<void> => {
    if (!form.passes()) return
    const place = villageCode.parse(form.values['village'])
    const district = ledgerOf(place)
    const origin = originOf({ way: 'desk', source: '' })
    const family = { place, values: written(givenIn(home, noHome, form.values)), desil: null, ...origin }
    const added = await act.send('registry.add-family', { district, subject: ids.family, base: 0, data: family })
    // Pressed once more after its head was refused, the family is there already.
    if (added.state === 'refused' && added.problem.code !== 'already-so') return
    const said = written({ ...newPerson(form.values), status_hubungan_keluarga: '1' })
    const head = { place, family: familyId.parse(ids.family), values: said, ...origin }
    const acted = await act.send('registry.add-person', { district, subject: ids.head, base: 0, data: head })
    if (acted.state === 'refused') return
    form.clear()
    onDone(familyHref({ district, id: ids.family }))
  }
  return { form, act, send, today }
}
