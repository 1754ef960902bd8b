import { Button } from '@navikt/ds-react/Button'
import { Modal } from '@navikt/ds-react/Modal'
import type { KindOffer } from '@openslrt/core/contract/letter-queries.ts'
import type { LetterKind } from '@openslrt/core/letter/kinds.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useFocusBack } from '../../ui/focus-back.ts'

interface KindDialogProps {
  readonly kinds: readonly KindOffer[]
  readonly onChoose: (kind: LetterKind) => void
  readonly onClose: () => void
}

/** Which letter: those that may be made here, and beneath them why the others may not. */
export function KindDialog({ kinds, onChoose, onClose }: KindDialogProps) {
  const t = useText()
  useFocusBack()
  const open = kinds.filter(({ refusal }) => refusal === null)
  const closed = kinds.filter(({ refusal }) => refusal !== null)
  return (
    <Modal
      open
      onClose={onClose}
      header={{ heading: t('letter.new.title'), size: 'small' }}
      width="small"
      placement="top"
    >
      <Modal.Body>
        <div className="letter__kinds">
          {open.length === 0 && <p>{t('letter.new.none')}</p>}
          {open.map(({ kind, steps }) => (
            <Button key={kind} variant="secondary" onClick={() => onChoose(kind)}>
              {t(`letter-kind.${kind}`)}
              <span className="letter__by"> · {steps.join(', ')}</span>
            </Button>
          ))}
          {closed.map(({ kind, message }) => (
            <p key={kind} className="letter__aside">
              <strong>{t(`letter-kind.${kind}`)}</strong>
              {': '}
              {message}
            </p>
          ))}
        </div>
      </Modal.Body>
    </Modal>
  )
}
