import { PrinterSmallIcon } from '@navikt/aksel-icons'
import { Alert } from '@navikt/ds-react/Alert'
import { Button } from '@navikt/ds-react/Button'
import { CopyButton } from '@navikt/ds-react/CopyButton'
import { Modal } from '@navikt/ds-react/Modal'
import type { ReferralLine } from '@openslrt/core/contract/case-queries.ts'
import { replyRoutes } from '@openslrt/core/contract/reply.ts'
import { useEffect, useMemo, useState } from 'react'
import type { z } from 'zod'
import { ask } from '../../platform/api/ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { useFocusBack } from '../../ui/focus-back.ts'
import { Qr } from '../../ui/qr.tsx'
import { qrModules } from '../../ui/qr-modules.ts'
import { replyLink, replyPage } from './reply-address.ts'
import './link-dialog.css'

type Secrets = z.output<typeof replyRoutes.link.reply>

interface LinkDialogProps {
  readonly referral: ReferralLine
  readonly onClose: () => void
}

/** The link of a referral to be handed over: QR to scan, number and code to type, a slip to print. */
export function LinkDialog({ referral, onClose }: LinkDialogProps) {
  const t = useText()
  useFocusBack()
  const [secrets, setSecrets] = useState<Secrets | 'failed' | null>(null)
  const { district, caseId, id, toOfficeName: office } = referral
  useEffect(() => {
    void ask(replyRoutes.link, { body: { district, case: caseId, referral: id } }).then((answer) =>
      setSecrets(answer.ok ? answer.value : 'failed'),
    )
  }, [district, caseId, id])
  return (
    <Modal
      open
      onClose={onClose}
      header={{ heading: t('referral.link.title', { office }), size: 'small' }}
      placement="top"
    >
      <Modal.Body>
        <p className="not-on-paper">{t('referral.link.text')}</p>
        {secrets === 'failed' && <Alert variant="warning">{t('referral.link.failed')}</Alert>}
        {secrets !== null && secrets !== 'failed' && <Slip referral={referral} secrets={secrets} />}
      </Modal.Body>
      <Modal.Footer>
        <Button icon={<PrinterSmallIcon aria-hidden />} onClick={() => window.print()}>
          {t('referral.link.print')}
        </Button>
        <Button variant="secondary" data-color="neutral" onClick={onClose}>
          {t('dialog.close')}
        </Button>
      </Modal.Footer>
    </Modal>
  )
}

function Slip({ referral, secrets }: { referral: ReferralLine; secrets: Secrets }) {
  const t = useText()
  const when = useWhen()
  const link = replyLink(window.location.origin, secrets.long)
  const modules = useMemo(() => qrModules(link), [link])
  const { short } = secrets
  return (
    <section className="reply-slip" aria-label={t('referral.link.slip')}>
      <p className="only-on-paper">
        <strong>{t('referral.link.title', { office: referral.toOfficeName })}</strong>
      </p>
      <p className="reply-slip__asked">{referral.asked}</p>
      <p>{t('referral.from', { office: referral.fromOfficeName })}</p>
      <div className="reply-slip__codes">
        <Qr modules={modules} label={t('referral.link.qr')} size={168} />
        <dl>
          <dt>{t('reply-slip.number')}</dt>
          <dd className="numbers">{secrets.number}</dd>
          <dt>{t('reply-slip.secret')}</dt>
          <dd className="reply-slip__secret">{`${short.slice(0, 4)}-${short.slice(4)}`}</dd>
        </dl>
      </div>
      <p>{t('referral.link.scan', { page: replyPage(window.location.host) })}</p>
      <p>{t('referral.link', { date: when.date(secrets.until) })}</p>
      <CopyButton
        className="not-on-paper"
        copyText={link}
        text={t('referral.link.copy')}
        activeText={t('referral.link.copied')}
      />
    </section>
  )
}
