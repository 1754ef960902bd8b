import { Button } from '@navikt/ds-react/Button'
import { ActProblem } from '../../platform/act/act-problem.tsx'
import type { Act } from '../../platform/act/use-act.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { intoView } from '../../ui/into-view.ts'

interface AskFirstProps {
  readonly title: string
  readonly text: string
  readonly confirmText: string
  readonly act: Pick<Act, 'busy' | 'problem'>
  readonly onConfirm: () => void
  readonly onCancel: () => void
}

/** Asks within a dialog, right where the act was chosen: a second dialog over the first would hide what it is about. */
export function AskFirst({ title, text, confirmText, act, onConfirm, onCancel }: AskFirstProps) {
  const t = useText()
  return (
    <section ref={intoView} className="ask-first" role="alert">
      <strong>{title}</strong>
      <p>{text}</p>
      <ActProblem problem={act.problem} />
      <div className="staff-part__acts">
        <Button size="small" data-color="danger" loading={act.busy} onClick={onConfirm}>
          {confirmText}
        </Button>
        <Button size="small" variant="secondary" data-color="neutral" onClick={onCancel}>
          {t('dialog.cancel')}
        </Button>
      </div>
    </section>
  )
}
