import { Button } from '@navikt/ds-react/Button'
import { Select } from '@navikt/ds-react/Select'
import { publicPaths, type ReplyOffer } from '@openslrt/core/contract/public-pages.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { Hidden, idOf, saidOf, Words } from './fields.tsx'

interface ReplyFormProps {
  readonly offer: ReplyOffer
  readonly base: number
  readonly folded: boolean
  readonly t: Say
}

/** One step of the asked office: its reason or outcome from the list, its words, and its button. */
export function ReplyForm({ offer, base, folded, t }: ReplyFormProps) {
  const { act } = offer
  const form = <Inside offer={offer} base={base} main={!folded} t={t} />
  if (!folded)
    return (
      <section>
        <h2 className="panel__title">{t(`reply.act.${act}.title`)}</h2>
        {form}
      </section>
    )
  return (
    <details className="fold" open={offer.problems.length > 0 || offer.note !== ''}>
      <summary>{t(`reply.act.${act}.title`)}</summary>
      {form}
    </details>
  )
}

function Inside({ offer, base, main, t }: { offer: ReplyOffer; base: number; main: boolean; t: Say }) {
  const { act, command, at, note, choices, chosen, problems } = offer
  const field = act === 'complete' ? 'outcome' : 'reason'
  return (
    <form className="form" method="post" action={publicPaths.replyStanding} noValidate>
      <Hidden values={{ act, command, at, base }} />
      {choices.length > 0 && (
        <Select
          name={field}
          id={idOf(`${act}-${field}`)}
          label={t(`reply.${field}`)}
          defaultValue={chosen}
          error={saidOf(problems, 'choice', t)}
        >
          <option value="">{t('reply.choice.none')}</option>
          {choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      )}
      <Words
        name="note"
        id={idOf(act)}
        label={t(`reply.act.${act}.words`)}
        typed={note}
        rows={3}
        error={saidOf(problems, 'note', t)}
      />
      <div className="form__buttons">
        <Button type="submit" variant={main ? 'primary' : 'secondary'}>
          {t(`reply.act.${act}.send`)}
        </Button>
      </div>
    </form>
  )
}
