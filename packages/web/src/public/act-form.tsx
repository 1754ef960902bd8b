import { Button } from '@navikt/ds-react/Button'
import { Radio, RadioGroup } from '@navikt/ds-react/Radio'
import { type ActOffer, publicPaths } from '@openslrt/core/contract/public-pages.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import type { ReactNode } from 'react'
import { Hidden, idOf, Words } from './fields.tsx'

interface ActFormProps {
  readonly offer: ActOffer
  /** The version of the case that this page shows: an act on what has changed meanwhile is held back. */
  readonly base: number
  /** Folded away until it is wanted; open when it came back with words in it. */
  readonly folded: boolean
  readonly children?: ReactNode
  readonly t: Say
}

/** One act of the citizen: what it does, in their own words, and its button. */
export function ActForm({ offer, base, folded, children, t }: ActFormProps) {
  const { act } = offer
  const form = <Inside offer={offer} base={base} main={!folded} more={children} t={t} />
  if (!folded)
    return (
      <section>
        <h2 className="panel__title">{t(`public.act.${act}.title`)}</h2>
        {form}
      </section>
    )
  return (
    <details className="fold" open={offer.note !== '' || offer.problem !== null}>
      <summary>{t(`public.act.${act}.title`)}</summary>
      {form}
    </details>
  )
}

interface InsideProps {
  readonly offer: ActOffer
  readonly base: number
  readonly main: boolean
  readonly more: ReactNode
  readonly t: Say
}

function Inside({ offer, base, main, more, t }: InsideProps) {
  const { act, command, at, note, problem } = offer
  return (
    <form className="form" method="post" action={publicPaths.standing} noValidate>
      <Hidden values={{ act, command, at, base }} />
      <p>{t(`public.act.${act}.why`)}</p>
      {more}
      {act === 'confirm' && <Satisfaction typed={offer.satisfaction} t={t} />}
      <Words
        name="note"
        id={idOf(act)}
        label={t(`public.act.${act}.words`)}
        typed={note}
        rows={act === 'confirm' ? 2 : 4}
        error={problem ? t(problem) : undefined}
      />
      <div className="form__buttons">
        <Button type="submit" variant={main ? 'primary' : 'secondary'}>
          {t(`public.act.${act}.send`)}
        </Button>
      </div>
    </form>
  )
}

const grades = ['5', '4', '3', '2', '1'] as const

function Satisfaction({ typed, t }: { typed: string; t: Say }) {
  return (
    <RadioGroup className="grades" name="satisfaction" legend={t('public.act.satisfaction')} defaultValue={typed}>
      {grades.map((grade) => (
        <Radio key={grade} value={grade}>
          {t(`public.act.satisfaction.${grade}`)}
        </Radio>
      ))}
    </RadioGroup>
  )
}
