import { Button } from '@navikt/ds-react/Button'
import { Modal } from '@navikt/ds-react/Modal'
import type { ReactNode } from 'react'
import { useFocusBack } from './focus-back.ts'

interface ConfirmDialogProps {
  readonly open: boolean
  readonly title: string
  /** What will happen, and whether it can be undone; may hold fields that the act needs. */
  readonly children: ReactNode
  readonly confirmText: string
  readonly cancelText: string
  readonly harmful?: boolean
  readonly busy?: boolean
  readonly onConfirm: () => void
  readonly onCancel: () => void
}

/** Asks before an act that is hard to undo. While it runs the dialog stays, so that a refusal can be shown in it. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  useFocusBack()
  return (
    <Modal open={props.open} onClose={props.onCancel} header={{ heading: props.title, size: 'small' }} width="small">
      <Modal.Body>{props.children}</Modal.Body>
      <Modal.Footer>
        <Button
          size="small"
          data-color={props.harmful ? 'danger' : 'accent'}
          loading={props.busy ?? false}
          onClick={props.onConfirm}
        >
          {props.confirmText}
        </Button>
        <Button size="small" variant="secondary" data-color="neutral" onClick={props.onCancel}>
          {props.cancelText}
        </Button>
      </Modal.Footer>
    </Modal>
  )
}
