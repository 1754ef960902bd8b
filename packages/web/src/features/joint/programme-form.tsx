import type { JointCard } from '@openslrt/core/contract/joint-queries.ts'
import type { MessageKey } from '@openslrt/core/i18n/id.ts'
import { ledgerOf, placeCode } from '@openslrt/core/place/code.ts'
import { useState } from 'react'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { LineField, NoteField } from '../../platform/act/fields.tsx'
import { useActForm } from '../../platform/act/use-act-form.ts'
import type { Errors } from '../../platform/act/use-form.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { useActing } from '../../platform/session/use-session.ts'

interface ProgrammeFormProps {
  /** Null for a new one. */
  readonly card: JointCard | null
  readonly onClose: () => void
  /** With the address of a new programme, once it is there. */
  readonly onDone: (address: string | null) => void
}

interface Values {
  readonly name: string
  readonly purpose: string
  readonly agreement: string
  readonly agreedOn: string
  readonly validUntil: string
}

/** Starts a programme, or changes what it is for and the agreement it rests on. */
export function ProgrammeForm(props: ProgrammeFormProps) {
  const t = useText()
  const step = useProgramme(props)
  return (
    <ActDialog
      wide
      title={t(props.card ? 'joint.change' : 'joint.start')}
      sendText={t(props.card ? 'joint.form.save' : 'joint.start')}
      act={step.act}
      form={step.form}
      onSend={step.send}
      onClose={props.onClose}
    >
      <LineField label={t('joint.form.name')} maxLength={200} {...step.field('name')} />
      <NoteField label={t('joint.form.purpose')} {...step.field('purpose')} />
      <LineField label={t('joint.form.agreement')} maxLength={100} {...step.field('agreement')} />
      <DayField label={t('joint.form.agreed-on')} {...step.field('agreedOn')} />
      <DayField label={t('joint.form.valid-until')} {...step.field('validUntil')} />
    </ActDialog>
  )
}

function useProgramme({ card, onDone }: ProgrammeFormProps) {
  const t = useText()
  const { post } = useActing()
  // One id for as long as the form is open: pressed twice, it still is one programme.
  const [subject] = useState(() => card?.id ?? newId())
  const district = card?.district ?? ledgerOf(placeCode.parse(post?.place ?? '00'))
  return useActForm<'joint.start' | 'joint.change', Values>(
    {
      kind: card ? 'joint.change' : 'joint.start',
      key: `joint ${card ? `${card.id} ${card.version}` : 'new'}`,
      target: { district, subject, base: card?.version ?? null },
      onDone: (waiting) => onDone(card || waiting ? null : `/bersama/${district}/${subject}`),
    },
    {
      initial: card ? valuesOf(card) : blank,
      check: (values) =>
        Object.fromEntries(
          Object.entries(faultsOf(values)).map(([name, key]) => [name, t(key)]),
        ) satisfies Errors<Values>,
      data: dataOf,
    },
  )
}

const blank: Values = { name: '', purpose: '', agreement: '', agreedOn: '', validUntil: '' }

const valuesOf = ({ name, purpose, agreement, agreedOn, validUntil }: JointCard): Values => ({
  name,
  purpose,
  agreement,
  agreedOn: agreedOn ?? '',
  validUntil: validUntil ?? '',
})

const dataOf = ({ name, purpose, agreement, agreedOn, validUntil }: Values) => ({
  name: name.trim(),
  purpose: purpose.trim(),
  agreement: agreement.trim(),
  agreedOn: agreedOn || null,
  validUntil: validUntil || null,
})

const faultsOf = ({
  name,
  purpose,
  agreement,
  agreedOn,
  validUntil,
}: Values): Partial<Record<keyof Values, MessageKey>> => ({
  ...(name.trim().length < 3 && { name: 'joint.form.missing' }),
  ...(purpose.trim().length < 3 && { purpose: 'joint.form.missing' }),
  ...(!daysFit(agreement, agreedOn, validUntil) && { validUntil: 'joint.form.days' }),
})

function daysFit(agreement: string, from: string, until: string): boolean {
  if (agreement.trim() === '') return from === '' && until === ''
  return from === '' || until === '' || from <= until
}
