import type { FamilyCard } from '@openslrt/core/contract/registry-queries.ts'
import type { Typed } from '@openslrt/core/registry/typed.ts'
import { variableOf } from '@openslrt/core/registry/variables.ts'
import { useEffect, useState } from 'react'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useForm } from '../../platform/act/use-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { written } from './group-form.tsx'
import { NewPersonFields } from './new-person-fields.tsx'
import { originOf } from './origin-fields.tsx'
import { newFaults, newPerson, nothingTyped, suggestedBy } from './person-form.ts'
import type { Choices } from './use-choices.ts'
import { ValueField } from './value-field.tsx'

interface AddPersonProps {
  readonly card: FamilyCard
  readonly choices: Choices
  readonly onClose: () => void
}

const relation = 'status_hubungan_keluarga'

/** A member who is new to the registry. */
export function AddPersonForm({ card, choices, onClose }: AddPersonProps) {
  const t = useText()
  const { form, act, send } = useNew(card, onClose)
  const variable = variableOf('person', relation)
  const { value = '', ...field } = form.field(relation)
  return (
    <ActDialog
      wide
      title={t('person.new.title')}
      sendText={t('family.edit.send')}
      act={act}
      form={form}
      onSend={() => void send()}
      onClose={onClose}
    >
      <NewPersonFields form={form} choices={choices} today={card.today} />
      {variable && (
        <ValueField {...field} value={value} variable={variable} choices={choices} masked={undefined} doubts={[]} />
      )}
    </ActDialog>
  )
}

function useNew({ line, today }: FamilyCard, onClose: () => void) {
  const t = useText()
  const act = useAct()
  // One id for as long as the form is open: pressed twice, it still is one person.
  const [subject] = useState(newId)
  const form = useForm<Typed>(`family ${line.id} member`, { ...nothingTyped, [relation]: '' }, (typed) =>
    Object.fromEntries(Object.entries(newFaults(typed)).map(([name, fault]) => [name, t(fault)])),
  )
  const { values, suggest } = form
  useEffect(() => {
    const said = suggestedBy(values, today)
    if (Object.keys(said).length > 0) suggest(said)
  }, [values, suggest, today])
  const send = async (): Promise<void> => {
    if (!form.passes()) return
    const { [relation]: related } = form.values
    const data = {
      place: line.place,
      family: line.id,
      values: written({ ...newPerson(form.values), ...(related && { [relation]: related }) }),
      ...originOf({ way: 'desk', source: '' }),
    }
    const acted = await act.send('registry.add-person', { district: line.district, subject, base: 0, data })
    if (acted.state === 'refused') return
    form.clear()
    onClose()
  }
  return { form, act, send }
}
