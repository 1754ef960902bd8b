import type { JointCard } from '@openslrt/core/contract/joint-queries.ts'
import { jointRoutes, tableForms } from '@openslrt/core/contract/joint-queries.ts'
import { useState } from 'react'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { LineField, RadioField } from '../../platform/act/fields.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useForm } from '../../platform/act/use-form.ts'
import { ask } from '../../platform/api/ask.ts'
import { bytesOf } from '../../platform/files/base64-of.ts'
import { saveFile } from '../../platform/files/save-as.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { FieldRow, FieldRows } from '../../ui/field-row.tsx'

interface RevealProps {
  readonly card: JointCard
  readonly target: string
  readonly onClose: () => void
}

type Known = Readonly<Record<'name' | 'nik' | 'phone' | 'address' | 'need' | 'result', string | null>>

/** What the agreement lets this office know of one target; who looks says why. */
export function RevealDialog({ card, target, onClose }: RevealProps) {
  const t = useText()
  const [known, setKnown] = useState<Known | null>(null)
  const { form, act, asks } = useReason(`joint ${target} reveal`)
  const send = asks(async (reason) => {
    const { district, id } = card
    const said = await ask(jointRoutes.reveal, { body: { district, id, target, reason } })
    if (said.ok) setKnown(said.value)
    return said
  })
  return (
    <ActDialog
      title={t('joint.reveal.title')}
      hint={known ? undefined : t('joint.reveal.hint')}
      sendText={t('joint.target.reveal')}
      act={act}
      locked={known !== null}
      onSend={() => void send()}
      onClose={onClose}
    >
      {known ? (
        <KnownRows card={card} known={known} />
      ) : (
        <LineField label={t('joint.reveal.reason')} maxLength={200} {...form.field('reason')} />
      )}
    </ActDialog>
  )
}

function KnownRows({ card, known }: { readonly card: JointCard; readonly known: Known }) {
  const t = useText()
  return (
    <FieldRows>
      {card.fields.map((field) => (
        <FieldRow key={field} label={t(`joint-field.${field}`)}>
          {known[field] || t('joint.reveal.empty')}
        </FieldRow>
      ))}
      {known.result && <FieldRow label={t('joint.reveal.result')}>{known.result}</FieldRow>}
    </FieldRows>
  )
}

/** The list as a file. */
export function TableDialog({ card, onClose }: Omit<RevealProps, 'target'>) {
  const t = useText()
  const [kind, setKind] = useState<(typeof tableForms)[number]>('xlsx')
  const { form, act, asks } = useReason(`joint ${card.id} table`)
  const send = asks(async (reason) => {
    const { district, id } = card
    const said = await ask(jointRoutes.table, { body: { district, id, form: kind, reason } })
    if (said.ok) {
      saveFile(said.value.name, new Blob([bytesOf(said.value.content)], { type: said.value.type }))
      onClose()
    }
    return said
  })
  return (
    <ActDialog
      title={t('joint.table')}
      hint={t('joint.table.hint')}
      sendText={t('joint.table')}
      act={act}
      onSend={() => void send()}
      onClose={onClose}
    >
      <RadioField
        id="joint-table-form"
        label={t('joint.table.form')}
        error={undefined}
        options={tableForms.map((value) => ({ value, label: t(`joint.table.${value}`) }))}
        value={kind}
        onChange={(value) => setKind(tableForms.find((one) => one === value) ?? 'xlsx')}
      />
      <LineField label={t('joint.reveal.reason')} maxLength={200} {...form.field('reason')} />
    </ActDialog>
  )
}

type Said = Awaited<ReturnType<typeof ask>>

/** A question that is asked with a reason. */
function useReason(key: string) {
  const t = useText()
  const act = useAct()
  const form = useForm(key, { reason: '' }, ({ reason }) => ({
    ...(reason.trim().length < 5 && { reason: t('joint.reveal.short') }),
  }))
  const asks = (run: (reason: string) => Promise<Said>) => async (): Promise<void> => {
    if (!form.passes()) return
    act.setBusy(true)
    act.tell(null)
    const said = await run(form.values.reason.trim())
    if (said.ok) form.clear()
    else act.tell(said.error)
    act.setBusy(false)
  }
  return { form, act, asks }
}
