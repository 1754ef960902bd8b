import { Alert } from '@navikt/ds-react/Alert'
import { Button } from '@navikt/ds-react/Button'
import { TextField } from '@navikt/ds-react/TextField'
import { publicPaths, type TrackProps } from '@openslrt/core/contract/public-pages.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { Hidden, idOf, saidOf } from '../fields.tsx'
import { Problems } from '../problems.tsx'

/** The door of an asked office: number and code. A QR code's link puts its key into the hidden field and sends the form. */
export function Reply({ form, problems, refusal, expired, t }: TrackProps & { t: Say }) {
  const said = refusal ?? (expired ? t('reply.expired') : null)
  return (
    <>
      <h1 className="public__title">{t('reply.title')}</h1>
      <p className="public__lead">{t('reply.lead')}</p>
      {said !== null && (
        <Alert variant="warning" className="said" data-focus="">
          {said}
        </Alert>
      )}
      <Problems problems={problems} t={t} />
      <form className="form" method="post" action={publicPaths.reply} data-track="" noValidate>
        <Hidden values={{ key: '' }} />
        <TextField
          className="short"
          name="number"
          id={idOf('number')}
          label={t('reply.number')}
          description={t('reply.number.hint')}
          defaultValue={form.number}
          error={saidOf(problems, 'number', t)}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
        />
        <TextField
          className="short"
          name="secret"
          id={idOf('secret')}
          label={t('reply.secret')}
          description={t('reply.secret.hint')}
          error={saidOf(problems, 'secret', t)}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
        />
        <div className="form__buttons">
          <Button type="submit">{t('reply.open')}</Button>
        </div>
      </form>
    </>
  )
}
