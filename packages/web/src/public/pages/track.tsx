import { Alert } from '@navikt/ds-react/Alert'
import { Button } from '@navikt/ds-react/Button'
import { TextField } from '@navikt/ds-react/TextField'
import { publicPaths, type TrackProps } from '@openslrt/core/contract/public-pages.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { Hidden, idOf, saidOf } from '../fields.tsx'
import { Problems } from '../problems.tsx'

/** The citizen's door: number and secret. A QR code's link puts its key into the hidden field and sends the form. */
export function Track({ form, problems, refusal, expired, t }: TrackProps & { t: Say }) {
  return (
    <>
      <h1 className="public__title">{t('public.track.title')}</h1>
      <p className="public__lead">{t('public.track.lead')}</p>
      {expired && <Said text={t('public.track.expired')} more={form.kept === '' ? '' : t('public.track.kept')} />}
      {refusal !== null && <Said text={refusal} more="" />}
      <Problems problems={problems} t={t} />
      <form className="form" method="post" action={publicPaths.track} data-track="" noValidate>
        <Hidden values={{ key: '', kept: form.kept }} />
        <TextField
          className="short"
          name="number"
          id={idOf('number')}
          label={t('public.track.number')}
          description={t('public.track.number.hint')}
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
          label={t('public.track.secret')}
          description={t('public.track.secret.hint')}
          error={saidOf(problems, 'secret', t)}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
        />
        <div className="form__buttons">
          <Button type="submit">{t('public.track.send')}</Button>
        </div>
      </form>
      <h2 className="public__subtitle">{t('public.track.lost')}</h2>
      <p className="reading">{t('public.track.lost.text')}</p>
    </>
  )
}

function Said({ text, more }: { text: string; more: string }) {
  return (
    <Alert variant="warning" className="said" data-focus="">
      <p>
        {text} {more}
      </p>
    </Alert>
  )
}
