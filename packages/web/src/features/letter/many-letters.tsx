import { Button } from '@navikt/ds-react/Button'
import type { InboxLetter, LetterShow } from '@openslrt/core/contract/letter-queries.ts'
import { useState } from 'react'
import { useText } from '../../platform/i18n/use-text.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useStartRun } from './use-letter-runs.ts'

interface ManyLettersProps {
  readonly show: LetterShow
  readonly letters: readonly InboxLetter[]
  readonly onDone: () => void
}

/** How many letters are picked, and what is done with them: signed, initialled, or printed. */
export function ManyLetters({ show, letters, onDone }: ManyLettersProps) {
  const t = useText()
  const { start, busy, problem } = useStartRun()
  const [sure, setSure] = useState(false)
  if (letters.length === 0) return null
  const count = letters.length
  const act = show === 'sign' || show === 'initial' ? show : null
  const go = async (): Promise<void> => {
    setSure(false)
    if (await start({ kind: act ?? 'print' }, letters.map(itemOf))) onDone()
  }
  return (
    <section className="letter-bar not-on-paper" aria-label={t('letter.many')}>
      <strong aria-live="polite">{t('letter.picked', { count })}</strong>
      <Button size="small" loading={busy} onClick={act ? () => setSure(true) : () => void go()}>
        {t(`letter.many.${act ?? 'print'}`, { count })}
      </Button>
      <Button size="small" variant="tertiary" data-color="neutral" onClick={onDone}>
        {t('letter.clear')}
      </Button>
      {problem && <p role="alert">{t('letter.run.failed', { why: problem.message })}</p>}
      {act && sure && (
        <ConfirmDialog
          open
          title={t(`letter.sure.${act}`, { count })}
          confirmText={t(`letter.many.${act}`, { count })}
          cancelText={t('dialog.cancel')}
          onConfirm={() => void go()}
          onCancel={() => setSure(false)}
        >
          {t(`letter.sure.${act}.hint`)}
        </ConfirmDialog>
      )}
    </section>
  )
}

const itemOf = ({ district, caseId, caseNumber, id, version }: InboxLetter) => ({
  district,
  caseId,
  caseNumber,
  letter: id,
  seen: version,
})
