import { type SurgePage, surgeRoutes } from '@openslrt/core/contract/surge-queries.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { useState } from 'react'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { LineField } from '../../platform/act/fields.tsx'
import { useActForm } from '../../platform/act/use-act-form.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useZone } from '../../platform/session/use-session.ts'
import { SlotFields } from './slot-fields.tsx'
import { changeSent, slotFaults, slotsOf } from './slot-values.ts'

/** Another name, other days, more or fewer slots, or another word on whether everybody may read the numbers. */
export function ChangeForm({ surge, onClose }: { surge: SurgePage; onClose: () => void }) {
  const t = useText()
  const zone = useZone()
  const [today] = useState(() => dayIn(zone, Date.now()))
  const { data: choices } = useAsk(surgeRoutes.choices)
  const target = { district: surge.district, subject: surge.id, base: surge.edition }
  const options = { kind: 'surge.change', key: `${surge.id}:change`, target, onDone: onClose } as const
  const { act, form, field, send } = useActForm(options, {
    initial: slotsOf(surge, today),
    check: (values) => slotFaults(values, t),
    data: (values) => changeSent(values, surge, today, choices?.days ?? []),
  })
  return (
    <ActDialog
      title={t('surge.change')}
      hint={t('surge.change.hint')}
      sendText={t('surge.change.send')}
      act={act}
      form={form}
      wide
      onSend={send}
      onClose={onClose}
    >
      <LineField {...field('name')} label={t('surge.form.name')} maxLength={200} />
      <SlotFields field={field} offices={choices?.offices ?? surge.offices} />
    </ActDialog>
  )
}
