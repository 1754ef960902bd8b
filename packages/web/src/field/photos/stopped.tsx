import { Button } from '@navikt/ds-react/Button'
import { useState } from 'react'
import type { KeptFile } from '../../platform/file-queue/kept-file.ts'
import { saveFile } from '../../platform/files/save-as.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { usePhone } from '../phone-context.ts'

/** SYNC-45 A picture that is not sent: why, and what its person does with it. It goes only when they say so, twice. */
export function Stopped({ file, name }: { readonly file: KeptFile; readonly name: string }) {
  const t = useText()
  const { files } = usePhone()
  const [sure, setSure] = useState(false)
  const save = async (): Promise<void> => {
    const bytes = await files?.queue.read(file)
    if (bytes) saveFile(`${name}.${file.type === 'image/png' ? 'png' : 'jpg'}`, new Blob([bytes], { type: file.type }))
  }
  const why = file.why ?? 'refused'
  return (
    <>
      <span>{why === 'unfit' ? t('files.unfit', { why: file.words }) : t(`files.${why}`)}</span>
      <div className="photos__acts">
        {sure ? (
          <>
            <span>{t('files.drop.sure')}</span>
            <Button type="button" size="small" variant="danger" onClick={() => void files?.queue.remove(file.id)}>
              {t('files.drop.yes')}
            </Button>
            <Button type="button" size="small" variant="secondary" onClick={() => setSure(false)}>
              {t('files.drop.no')}
            </Button>
          </>
        ) : (
          <>
            <Button type="button" size="small" variant="secondary" onClick={() => void save()}>
              {t('files.save')}
            </Button>
            <Button type="button" size="small" variant="tertiary" onClick={() => setSure(true)}>
              {t('files.drop')}
            </Button>
          </>
        )}
      </div>
    </>
  )
}
