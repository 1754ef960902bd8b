import { Button } from '@navikt/ds-react/Button'
import { Modal } from '@navikt/ds-react/Modal'
import { identityChecks } from '@openslrt/core/notice/contact.ts'
import { useMemo, useState } from 'react'
import { ActDialog } from '../../../platform/act/act-dialog.tsx'
import { targetOf } from '../../../platform/act/case-target.ts'
import { NoteField, RadioField } from '../../../platform/act/fields.tsx'
import { useAct } from '../../../platform/act/use-act.ts'
import { useForm } from '../../../platform/act/use-form.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { Qr } from '../../../ui/qr.tsx'
import { qrModules } from '../../../ui/qr-modules.ts'
import type { MoveProps } from '../moves/use-move.ts'
import { inHalves, trackLink } from '../register/receipt-link.ts'
import './telling.css'
import './texts.ts'

interface Secrets {
  readonly short: string
  readonly long: string
}

/** New secrets for who lost the receipt, once it was seen who asks. They are shown once, here. */
export function RenewForm({ card, onClose, onDone }: MoveProps) {
  const t = useText()
  const act = useAct()
  const [secrets, setSecrets] = useState<Secrets | null>(null)
  const form = useForm(`${card.line.id}:case.renew-secret`, { check: '', note: '' }, ({ check, note }) => ({
    ...(check === '' && { check: t('renew.check.missing') }),
    ...(note.trim() === '' && { note: t('case.form.note.missing') }),
  }))
  const send = async () => {
    const { check, note } = form.values
    const chosen = identityChecks.find((one) => one === check)
    if (!form.passes() || !chosen) return
    const acted = await act.send('case.renew-secret', { ...targetOf(card), data: { check: chosen, note: note.trim() } })
    if (acted.state === 'refused') return
    form.clear()
    if (acted.state === 'accepted' && acted.outcome.receipt) setSecrets(acted.outcome.receipt)
    else onDone(acted.state === 'waiting')
  }
  if (secrets) return <NewSecrets secrets={secrets} number={card.line.number} onClose={() => onDone(false)} />
  return (
    <ActDialog
      title={t('move.renew-secret')}
      sendText={t('move.renew-secret')}
      act={act}
      onSend={() => void send()}
      onClose={onClose}
    >
      <RadioField
        label={t('renew.check')}
        options={identityChecks.map((value) => ({ value, label: t(`check.${value}`) }))}
        {...form.field('check')}
      />
      <NoteField label={t('renew.note')} rows={2} {...form.field('note')} />
    </ActDialog>
  )
}

function NewSecrets({ secrets, number, onClose }: { secrets: Secrets; number: string; onClose: () => void }) {
  const t = useText()
  const modules = useMemo(() => qrModules(trackLink(window.location.origin, secrets.long)), [secrets])
  return (
    <Modal open onClose={onClose} header={{ heading: t('renew.done.title'), size: 'small' }} width="small">
      <Modal.Body className="renewed">
        <p>{t('renew.done.text')}</p>
        <dl>
          <dt>{t('case.receipt.number')}</dt>
          <dd className="numbers">{number}</dd>
          <dt>{t('case.receipt.secret')}</dt>
          <dd className="numbers">
            <strong>{inHalves(secrets.short)}</strong>
          </dd>
        </dl>
        <Qr modules={modules} label={t('case.receipt.qr')} size={168} />
      </Modal.Body>
      <Modal.Footer>
        <Button onClick={() => window.print()}>{t('case.receipt.print')}</Button>
        <Button variant="secondary" data-color="neutral" onClick={onClose}>
          {t('dialog.close')}
        </Button>
      </Modal.Footer>
    </Modal>
  )
}
