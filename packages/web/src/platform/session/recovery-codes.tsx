import { Button } from '@navikt/ds-react/Button'
import { CopyButton } from '@navikt/ds-react/CopyButton'
import { useText } from '../i18n/use-text.ts'

/** Recovery codes, shown this once: the server keeps only their digests. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const t = useText()
  return (
    <section className="recovery" aria-labelledby="recovery-title">
      <h2 id="recovery-title">{t('factor.codes.title')}</h2>
      <p>{t('factor.codes.text')}</p>
      <ol className="recovery__codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className="sign-in__acts not-on-paper">
        <CopyButton
          size="small"
          variant="action"
          copyText={codes.join('\n')}
          text={t('factor.codes.copy')}
          activeText={t('factor.set-up.copied')}
        />
        <Button size="small" variant="tertiary" onClick={() => window.print()}>
          {t('factor.codes.print')}
        </Button>
      </div>
      <div className="not-on-paper">
        <Button onClick={onDone}>{t('factor.codes.done')}</Button>
      </div>
    </section>
  )
}
