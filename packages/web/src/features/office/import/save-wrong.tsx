import { Button } from '@navikt/ds-react/Button'
import { csvOf } from '@openslrt/core/kernel/csv.ts'
import { saveAs } from '../../../platform/files/save-as.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { type ImportRun, wrongTable } from './import-run.ts'

/** The rows that could not be taken, to be mended and sent again. */
export function SaveWrong({ head, wrong }: Pick<ImportRun, 'head' | 'wrong'>) {
  const t = useText()
  const save = (): void =>
    saveAs(`${t('import.wrong.file')}.csv`, csvOf(wrongTable(head, wrong, [t('import.column'), t('import.reason')])))
  return (
    <div className="import__save">
      <Button size="small" variant="secondary" onClick={save}>
        {t('import.reasons')}
      </Button>
      <span className="import__hint">{t('import.reasons.hint')}</span>
    </div>
  )
}
