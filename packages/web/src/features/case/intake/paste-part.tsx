import { PrinterSmallIcon } from '@navikt/aksel-icons'
import { Button } from '@navikt/ds-react/Button'
import { templateText } from '@openslrt/core/intake/template.ts'
import { type FormEvent, useState } from 'react'
import { Link } from 'wouter'
import { NoteField } from '../../../platform/act/fields.tsx'
import { RestoredNote } from '../../../platform/act/restored-note.tsx'
import type { Form } from '../../../platform/act/use-form.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { Panel } from '../../../ui/field-row.tsx'
import { PageHead } from '../../../ui/page-shell.tsx'
import type { PasteValues } from './use-pasted.ts'

/** Where the text goes in, and where facilitators get the template from. */
export function PastePart({ form }: { form: Form<PasteValues> }) {
  const t = useText()
  const [tried, setTried] = useState(false)
  const empty = form.values.text.trim() === ''
  const read = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!empty) form.change({ read: true, sent: {} })
  }
  return (
    <>
      <PageHead title={t('intake.title')} />
      <RestoredNote {...form} />
      <div className="intake">
        <Panel>
          <form className="intake__paste" noValidate onSubmit={read}>
            <NoteField
              label={t('intake.text')}
              description={t('intake.text.hint')}
              rows={12}
              {...form.field('text')}
              error={tried && empty ? t('intake.text.missing') : form.field('text').error}
            />
            <div>
              <Button>{t('intake.read')}</Button>
            </div>
          </form>
        </Panel>
        <Panel title={t('intake.template')}>
          <p>{t('intake.template.about')}</p>
          <pre className="intake__template">{templateText}</pre>
          <div className="intake__acts">
            <CopyButton text={templateText} label={t('intake.template.copy')} done={t('intake.copied')} />
            <Button as={Link} href="/formulir" size="small" variant="tertiary" icon={<PrinterSmallIcon aria-hidden />}>
              {t('paper.title')}
            </Button>
          </div>
        </Panel>
      </div>
    </>
  )
}
