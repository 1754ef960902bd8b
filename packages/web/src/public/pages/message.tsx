import { Button } from '@navikt/ds-react/Button'
import type { MessageProps } from '@openslrt/core/contract/public-pages.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'

/** One thing said, what it means, and the way on. */
export function Message({ kind, title, text, next, reference, t }: MessageProps & { t: Say }) {
  return (
    <section className={`message message--${kind}`}>
      <h1 className="public__title">{title}</h1>
      <p className="public__lead">{text}</p>
      {reference && <p className="message__reference">{t('failed.request', { id: reference })}</p>}
      {next && (
        <Button as="a" href={next.href}>
          {next.label}
        </Button>
      )}
    </section>
  )
}
