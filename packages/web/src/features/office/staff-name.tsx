import { Button } from '@navikt/ds-react/Button'
import type { StaffLine } from '@openslrt/core/contract/reference-queries.ts'
import type { FormEvent } from 'react'
import { ActProblem } from '../../platform/act/act-problem.tsx'
import { LineField } from '../../platform/act/fields.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useForm } from '../../platform/act/use-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { type Done, DoneNote } from './done-note.tsx'

interface StaffNameProps {
  readonly person: StaffLine
  readonly done: Done | null
  readonly onSaved: (done: Done) => void
}

/** The name under which a person's work stands in every history. */
export function StaffName({ person, done, onSaved }: StaffNameProps) {
  const t = useText()
  const act = useAct()
  const form = useForm(`staff ${person.id} ${person.version}`, { name: person.name }, ({ name }) =>
    name.trim().length < 2 ? { name: t('staff.form.name.missing') } : {},
  )
  const save = async (): Promise<void> => {
    if (!form.passes()) return
    const { id, district, version, active } = person
    const data = { name: form.values.name, active }
    const acted = await act.send('staff.change', { district, subject: id, base: version, data })
    const waiting = acted.state === 'waiting'
    if (acted.state !== 'refused') onSaved({ text: t(waiting ? 'outbox.kept' : 'staff.saved'), waiting })
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void save()
  }
  return (
    <form className="staff-part" noValidate onSubmit={submit}>
      <LineField {...form.field('name')} label={t('staff.form.name')} maxLength={200} autoComplete="off" />
      <ActProblem problem={act.problem} />
      <div className="staff-part__acts">
        <Button size="small" variant="secondary" loading={act.busy}>
          {t('staff.save')}
        </Button>
        <DoneNote done={done} />
      </div>
    </form>
  )
}
