import { TextField } from '@navikt/ds-react/TextField'
import type { DeviceLine } from '@openslrt/core/contract/device.ts'
import { deviceRoutes } from '@openslrt/core/contract/device.ts'
import { sayNumber } from '@openslrt/core/i18n/amount.ts'
import { useState } from 'react'
import { ActProblem } from '../../platform/act/act-problem.tsx'
import { ask } from '../../platform/api/ask.ts'
import type { Problem } from '../../platform/api/problem.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'

interface WipeDialogProps {
  readonly device: DeviceLine
  readonly onClose: (ordered: boolean) => void
}

/** Asks before a phone is emptied, with the reason on record, and says what has not been sent from it. */
export function WipeDialog({ device, onClose }: WipeDialogProps) {
  const [t, lang] = [useText(), useLanguage()]
  const [why, setWhy] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const isMissing = why.trim().length < 3
  async function confirm(): Promise<void> {
    setTried(true)
    if (isMissing) return
    setBusy(true)
    const answer = await ask(deviceRoutes.order, { body: { id: device.id, order: 'wipe', why: why.trim() } })
    setBusy(false)
    if (answer.ok) onClose(true)
    else setProblem(answer.error)
  }
  return (
    <ConfirmDialog
      open
      harmful
      busy={busy}
      title={t('device.wipe.title', { name: device.staffName })}
      confirmText={t('device.wipe')}
      cancelText={t('dialog.cancel')}
      onConfirm={() => void confirm()}
      onCancel={() => onClose(false)}
    >
      <p>{t('device.wipe.text')}</p>
      {device.waiting > 0 && (
        <p>
          <strong>{t('device.wipe.waiting', { n: sayNumber(device.waiting, lang) })}</strong>
        </p>
      )}
      <TextField
        label={t('device.wipe.why')}
        description={t('device.wipe.why.hint')}
        maxLength={200}
        value={why}
        error={tried && isMissing && t('device.wipe.why.missing')}
        onChange={(event) => setWhy(event.target.value)}
      />
      <ActProblem problem={problem} />
    </ConfirmDialog>
  )
}
