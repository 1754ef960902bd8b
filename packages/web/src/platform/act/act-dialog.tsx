import { Button } from '@navikt/ds-react/Button'
import { Modal } from '@navikt/ds-react/Modal'
import { type FormEvent, type ReactNode, useId } from 'react'
import { useFocusBack } from '../../ui/focus-back.ts'
import { useText } from '../i18n/use-text.ts'
import { ActProblem } from './act-problem.tsx'
import { type Kept, RestoredNote } from './restored-note.tsx'
import type { Act } from './use-act.ts'
import './act-dialog.css'

interface ActDialogProps {
  readonly title: string
  /** What will happen, and what the person on the other side will see of it. */
  readonly hint?: ReactNode
  readonly sendText: string
  readonly act: Pick<Act, 'busy' | 'problem'>
  /** Whose draft may have come back. */
  readonly form?: Kept | undefined
  readonly harmful?: boolean
  readonly wide?: boolean
  /** It is to be read only: nothing in it can be changed, and nothing sent. */
  readonly locked?: boolean
  readonly onSend: () => void
  readonly onClose: () => void
  readonly children?: ReactNode
}

/** The form of one act. It stays open until the act is accepted, with all that was typed in it. */
export function ActDialog(props: ActDialogProps) {
  const t = useText()
  const formId = useId()
  useFocusBack()
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!props.act.busy) props.onSend()
  }
  return (
    <Modal
      open
      onClose={props.onClose}
      header={{ heading: props.title, size: 'small' }}
      width={props.wide ? 'medium' : 'small'}
      placement="top"
    >
      <Modal.Body>
        <form id={formId} className="act-form" noValidate onSubmit={send}>
          {props.form && !props.locked && <RestoredNote {...props.form} />}
          {props.hint && <div className="act-form__hint">{props.hint}</div>}
          {props.locked ? (
            <fieldset className="act-form act-form--locked" disabled>
              {props.children}
            </fieldset>
          ) : (
            props.children
          )}
          <ActProblem problem={props.act.problem} />
        </form>
      </Modal.Body>
      <Modal.Footer>
        {!props.locked && (
          <Button form={formId} data-color={props.harmful ? 'danger' : 'accent'} loading={props.act.busy}>
            {props.act.busy ? t('act.sending') : props.sendText}
          </Button>
        )}
        <Button variant="secondary" data-color="neutral" type="button" onClick={props.onClose}>
          {t(props.locked ? 'dialog.close' : 'dialog.cancel')}
        </Button>
      </Modal.Footer>
    </Modal>
  )
}
