import { PrinterSmallIcon } from '@navikt/aksel-icons'
import { Button } from '@navikt/ds-react/Button'
import { isMessageKey } from '@openslrt/core/i18n/known-key.ts'
import type { ReportField } from '@openslrt/core/intake/report.ts'
import { formLines } from '@openslrt/core/intake/template.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { useActing } from '../../../platform/session/use-session.ts'
import { PageHead } from '../../../ui/page-shell.tsx'
import './texts.ts'
import './paper.css'

/** The form for days without power: one sheet of A4 with the lines and numbers of the message, and a slip to tear off. */
export function Screen() {
  const t = useText()
  return (
    <>
      <div className="not-on-paper">
        <PageHead
          title={t('paper.title')}
          action={
            <Button icon={<PrinterSmallIcon aria-hidden />} onClick={() => window.print()}>
              {t('paper.print')}
            </Button>
          }
        />
        <p className="reading">{t('paper.about')}</p>
      </div>
      <Sheet />
    </>
  )
}

function Sheet() {
  const t = useText()
  const { post } = useActing()
  return (
    <section className="paper" aria-label={t('paper.name')}>
      <header className="paper__head">
        <h2>{t('paper.name')}</h2>
        <p>
          {t('paper.office')}: {post?.officeName}
        </p>
        <Blanks names={['paper.form-number', 'paper.date', 'paper.taken-by']} />
      </header>
      <ol className="paper__lines">
        {formLines.map(({ field, number, label }) => (
          <li key={field} className={field === 'story' ? 'paper__line paper__line--long' : 'paper__line'}>
            <span className="paper__label">
              {number}. {label}
            </span>
            <span className="paper__room">{hintOf(field, t)}</span>
          </li>
        ))}
      </ol>
      <footer className="paper__slip">
        <h3>{t('paper.slip')}</h3>
        <Blanks names={['paper.form-number', 'paper.date', 'paper.taken-by']} />
        <p>{t('paper.slip.text')}</p>
      </footer>
    </section>
  )
}

function Blanks({ names }: { names: readonly ('paper.form-number' | 'paper.date' | 'paper.taken-by')[] }) {
  const t = useText()
  return (
    <p className="paper__blanks">
      {names.map((name) => (
        <span key={name}>{t(name)}: </span>
      ))}
    </p>
  )
}

function hintOf(field: ReportField, t: ReturnType<typeof useText>): string {
  const key = `paper.hint.${field}`
  return isMessageKey(key) ? t(key) : ''
}
