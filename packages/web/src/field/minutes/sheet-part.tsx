import { useText } from '../../platform/i18n/use-text.ts'
import { usePhone } from '../phone-context.ts'
import { takenIn } from '../photos/form-files.ts'
import { OnePhoto } from '../photos/one-photo.tsx'

/** FIELD-31 A photo of the sheet that was signed there: the desk signs with it, once it is there. */
export function SheetPart({ form }: { readonly form: string }) {
  const t = useText()
  const { files } = usePhone()
  const kept = takenIn(files, form).find(({ kind }) => kind === 'paper')
  return (
    <fieldset className="photos" disabled={files === null}>
      <legend className="photos__title">{t('work.minutes.sheet')}</legend>
      <p className="field__note">{t('work.minutes.sheet.why')}</p>
      <OnePhoto form={form} kind="paper" name={t('work.minutes.sheet.name')} kept={kept} />
    </fieldset>
  )
}
