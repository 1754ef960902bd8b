import type { StaffLine } from '@openslrt/core/contract/reference-queries.ts'
import { type FormEvent, useState } from 'react'
import { useAct } from '../../platform/act/use-act.ts'
import { useForm } from '../../platform/act/use-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { GiveActs } from './give-acts.tsx'
import { PostFields } from './post-fields.tsx'
import { blankPost, postFaults } from './post-form.ts'

/** Gives a person another role, at the same office or another one. */
export function GivePost({ person, onClose }: { person: StaffLine; onClose: () => void }) {
  const t = useText()
  const act = useAct()
  const [subject] = useState(newId)
  const form = useForm(`post ${person.id}`, blankPost, (values) =>
    Object.fromEntries(Object.entries(postFaults(values)).map(([name, key]) => [name, t(key)])),
  )
  const give = async (): Promise<void> => {
    if (!form.passes()) return
    const { district, office, role } = form.values
    const data = { staff: person.id, office, role }
    const acted = await act.send('post.give', { district, subject, base: null, data })
    if (acted.state === 'refused') return
    form.clear()
    onClose()
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void give()
  }
  return (
    <form className="give-post" noValidate onSubmit={submit}>
      <PostFields form={form} />
      <GiveActs sending={act} sendText={t('staff.post.given')} onClose={onClose} />
    </form>
  )
}
