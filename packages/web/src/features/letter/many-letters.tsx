import { Button } from '@navikt/ds-react/Button'
import type { InboxLetter, LetterShow } from '@openslrt/core/contract/letter-queries.ts'
import { useState } from 'react'
import { useText } from '../../platform/i18n/use-text.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useLetterRuns } from './use-letter-runs.ts'

interface ManyLettersProps {
  readonly show: LetterShow
  readonly letters: readonly InboxLetter[]
  readonly onDone: () => void
}

/** How many letters are picked, and what is done with them: signed, initialled, or printed as one file. */
export function ManyLetters({ show, letters, onDone }: ManyLettersProps) {
  const t = useText()
  const { start, printAll } = useLetterRuns()
  const [sure, setSure] = useState(false)
  if (letters.length === 0) return null
  const count = letters.length
  const act = show === 'sign' || show === 'initial' ? show : null
  const go = (): void => {
    setSure(false)
    if (act) start({ kind: act }, letters.map(itemOf))
    else printAll(letters)
    onDone()
  }
  return (
    <section className="letter-bar not-on-paper" aria-label={t('letter.many')}>
      <strong aria-live="polite">{t('letter.picked', { count })}</strong>
      <Button size="small" onClick={act ? () => setSure(true) : go}>
        {act ? t(`letter.many.${act}`, { count }) : t('letter.many.print')}
      </Button>
      <Button size="small" variant="tertiary" data-color="neutral" onClick={onDone}>
        {t('letter.clear')}
      </Button>
      {act && sure && (
        <ConfirmDialog
          open
          title={t(`letter.sure.${act}`, { count })}
          confirmText={t(`letter.many.${act}`, { count })}
          cancelText={t('dialog.cancel')}
          onConfirm={go}
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
  version,
})
