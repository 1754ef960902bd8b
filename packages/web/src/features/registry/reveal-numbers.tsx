import { Button } from '@navikt/ds-react/Button'
import { registryRoutes } from '@openslrt/core/contract/registry-queries.ts'
import { minuteMs } from '@openslrt/core/kernel/instant.ts'
import { useEffect, useState } from 'react'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { LineField } from '../../platform/act/fields.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useForm } from '../../platform/act/use-form.ts'
import { ask } from '../../platform/api/ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import type { Held } from './holder.ts'

const leastReason = 5

/** REGISTRY-18 The full numbers, for a minute, to those who may see them, with the reason on record. */
export function RevealNumbers({ held }: { readonly held: Pick<Held, 'of' | 'id' | 'district'> }) {
  const t = useText()
  const [asking, setAsking] = useState(false)
  const [shown, setShown] = useState<string | null>(null)
  useEffect(() => {
    if (shown === null) return undefined
    const timer = setTimeout(() => setShown(null), minuteMs)
    return () => clearTimeout(timer)
  }, [shown])
  if (shown !== null) return <output className="numbers">{shown}</output>
  return (
    <>
      <Button size="small" variant="tertiary" data-color="neutral" onClick={() => setAsking(true)}>
        {t('family.reveal')}
      </Button>
      {asking && <RevealDialog held={held} onShown={setShown} onClose={() => setAsking(false)} />}
    </>
  )
}

interface RevealDialogProps {
  readonly held: Pick<Held, 'of' | 'id' | 'district'>
  readonly onShown: (numbers: string) => void
  readonly onClose: () => void
}

function RevealDialog({ held: { of, id, district }, onShown, onClose }: RevealDialogProps) {
  const t = useText()
  const act = useAct()
  const form = useForm(`family reveal ${id}`, { reason: '' }, ({ reason }) =>
    reason.trim().length < leastReason ? { reason: t('family.reveal.reason.missing') } : {},
  )
  const send = async (): Promise<void> => {
    if (!form.passes()) return
    act.setBusy(true)
    const answer = await ask(registryRoutes.reveal, { body: { district, of, id, reason: form.values.reason.trim() } })
    act.setBusy(false)
    if (!answer.ok) return act.tell(answer.error)
    form.clear()
    const { nik, kk, phone } = answer.value
    onShown([nik && `NIK ${nik}`, kk && `KK ${kk}`, phone].filter(Boolean).join(' · ') || t('family.reveal.nothing'))
    onClose()
  }
  return (
    <ActDialog
      title={t('family.reveal')}
      hint={t('family.reveal.hint')}
      sendText={t('family.reveal')}
      act={act}
      form={form}
      onSend={() => void send()}
      onClose={onClose}
    >
      <LineField label={t('family.reveal.reason')} {...form.field('reason')} />
    </ActDialog>
  )
}
