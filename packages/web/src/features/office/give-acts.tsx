import { Button } from '@navikt/ds-react/Button'
import { ActProblem } from '../../platform/act/act-problem.tsx'
import type { Problem } from '../../platform/api/problem.ts'
import { useText } from '../../platform/i18n/use-text.ts'

interface GiveActsProps {
  readonly sending: { readonly busy: boolean; readonly problem: Problem | null }
  readonly sendText: string
  readonly onClose: () => void
}

/** The end of a small form inside a person's dialog, which has buttons of its own below: these are smaller. */
export function GiveActs({ sending: { busy, problem }, sendText, onClose }: GiveActsProps) {
  const t = useText()
  return (
    <>
      <ActProblem problem={problem} />
      <div className="staff-part__acts">
        <Button size="small" loading={busy}>
          {sendText}
        </Button>
        <Button size="small" type="button" variant="secondary" data-color="neutral" onClick={onClose}>
          {t('dialog.cancel')}
        </Button>
      </div>
    </>
  )
}
