import { Button } from '@navikt/ds-react/Button'
import { Modal } from '@navikt/ds-react/Modal'
import { useState } from 'react'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { LineField } from '../../platform/act/fields.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useForm } from '../../platform/act/use-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { useActing } from '../../platform/session/use-session.ts'
import { useFocusBack } from '../../ui/focus-back.ts'
import type { Done } from './done-note.tsx'
import { LinkMaker } from './link-maker.tsx'
import { PostFields } from './post-fields.tsx'
import { blankStaff, staffFaults } from './post-form.ts'

/** Adds a person with their first role; then makes the link by which they choose how to sign in. */
export function AddStaff({ onClose }: { onClose: (done: Done | null) => void }) {
  const t = useText()
  const { post } = useActing()
  const act = useAct()
  // One id each for as long as the form is open: pressed twice, it still is one person.
  const [ids] = useState(() => ({ staff: newId(), post: newId() }))
  const [added, setAdded] = useState<string | null>(null)
  const form = useForm('staff new', blankStaff(post), (values) =>
    Object.fromEntries(Object.entries(staffFaults(values)).map(([name, key]) => [name, t(key)])),
  )
  const save = async (): Promise<void> => {
    if (!form.passes()) return
    const { name, office, role, district } = form.values
    const data = { name, post: ids.post, office, role }
    const acted = await act.send('staff.add', { district, subject: ids.staff, base: null, data })
    if (acted.state === 'refused') return
    form.clear()
    if (acted.state === 'waiting') onClose({ text: t('staff.done.kept', { name }), waiting: true })
    else setAdded(name)
  }
  if (added !== null)
    return (
      <Added
        name={added}
        staff={ids.staff}
        onClose={() => onClose({ text: t('staff.done.added', { name: added }), waiting: false })}
      />
    )
  return (
    <ActDialog
      wide
      title={t('staff.form.add')}
      hint={t('staff.form.add.hint')}
      sendText={t('staff.form.add')}
      act={act}
      form={form}
      onSend={() => void save()}
      onClose={() => onClose(null)}
    >
      <LineField {...form.field('name')} label={t('staff.form.name')} maxLength={200} autoComplete="off" />
      <PostFields form={form} />
    </ActDialog>
  )
}

function Added({ name, staff, onClose }: { name: string; staff: string; onClose: () => void }) {
  const t = useText()
  useFocusBack()
  return (
    <Modal
      open
      onClose={onClose}
      header={{ heading: t('staff.done.added', { name }), size: 'small' }}
      width="medium"
      placement="top"
    >
      <Modal.Body>
        <LinkMaker name={name} staff={staff} hasAccount={false} atOnce />
      </Modal.Body>
      <Modal.Footer>
        <Button onClick={onClose}>{t('staff.close')}</Button>
      </Modal.Footer>
    </Modal>
  )
}
