import { Button } from '@navikt/ds-react/Button'
import type { Telling } from '@openslrt/core/i18n/say-fact.ts'
import { sayMissing, sayReason, sayRoom, sayTurn } from '@openslrt/core/i18n/say-programme.ts'
import type { Match } from '@openslrt/core/programme/match.ts'
import { reachable, turnOf } from '@openslrt/core/programme/pending.ts'
import { useState } from 'react'
import { Link } from 'wouter'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { useMayAsk } from '../use-may-ask.ts'
import { AnswerAsk } from './answer-ask.tsx'
import { RuleView } from './rule-view.tsx'
import { useTelling } from './use-telling.ts'
import { type Around, wayToKnow } from './ways.ts'

interface MatchItemProps {
  readonly match: Match
  readonly around: Around
}

/** A programme as it stands to somebody: whether it fits, what is missing, and why. */
export function MatchItem({ match, around }: MatchItemProps) {
  const t = useText()
  const lang = useLanguage()
  const telling = useTelling(around)
  const mayAsk = useMayAsk()
  const { programme, verdict, has, room } = match
  const wanted = verdict !== 'not-eligible' && !has
  return (
    <article className="match__item">
      <h3>{programme.name}</h3>
      <span className={`match__verdict match__verdict--${verdict}`}>
        {has ? t('match.has') : t(`verdict.${verdict}`)}
      </span>
      <p>{t('work.match.gives', { owner: programme.ownerName, gives: programme.gives })}</p>
      {wanted && room && <p>{sayRoom(room, lang)}</p>}
      {!has && <Missing match={match} around={around} telling={telling} />}
      {wanted && programme.papers.length > 0 && <p>{t('match.papers', { papers: programme.papers.join(', ') })}</p>}
      <Why match={match} telling={telling} />
      {mayAsk && <Acts match={match} around={around} />}
    </article>
  )
}

/** FIELD-23 From what fits to what is done about it: a need is recorded, or what they receive is said. */
function Acts({ match: { programme, has, verdict }, around: { household, member } }: MatchItemProps) {
  const t = useText()
  const holder = member === null ? household.family : household.members[member]
  if (!holder) return null
  return (
    <div className="match__answers">
      {!has && verdict !== 'not-eligible' && (
        <Button as={Link} size="small" variant="secondary" href={`/kebutuhan/${holder.id}?program=${programme.id}`}>
          {t('work.match.need')}
        </Button>
      )}
      <Link
        href={`/penerimaan/${holder.id}?program=${programme.id}`}
        className="field__link"
        aria-label={`${t('work.match.told')}: ${programme.name}`}
      >
        {t('work.match.told')}
      </Link>
    </div>
  )
}

function Missing({ match, around, telling }: MatchItemProps & { readonly telling: Telling }) {
  const t = useText()
  const mayAsk = useMayAsk()
  if (match.missing.length === 0) return null
  return (
    <div>
      <p>{t('match.missing')}:</p>
      <ul className="match__missing">
        {match.missing.map((one) => {
          const said = sayMissing(one, telling)
          const way = mayAsk ? wayToKnow(one, around) : null
          return (
            <li key={said}>
              {said}
              {way?.kind === 'answer' && <AnswerAsk {...way} said={said} day={around.day} />}
              {way && way.kind !== 'answer' && (
                <>
                  {' '}
                  <Link href={way.href} className="field__link" aria-label={`${t(`work.match.${way.kind}`)}: ${said}`}>
                    {t(`work.match.${way.kind}`)}
                  </Link>
                </>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function Why({ match, telling }: { readonly match: Match; readonly telling: Telling }) {
  const t = useText()
  const [opened, setOpened] = useState(false)
  const { reason, verdict, programme, version } = match
  const turn = verdict === 'not-eligible' ? reachable(turnOf(reason)) : null
  return (
    <>
      <button
        type="button"
        className="field__link match__why"
        aria-expanded={opened}
        onClick={() => setOpened(!opened)}
      >
        {t('match.why')}
      </button>
      {opened && (
        <div className="match__items">
          <RuleView said={sayReason(reason, telling)} />
          {turn && (
            <>
              <strong>{t('match.change')}</strong>
              <RuleView said={sayTurn(turn, telling)} />
            </>
          )}
          {version.legal && <p>{t('programme.legal', { legal: version.legal })}</p>}
          <p>{t(`programme-certainty.${programme.certainty}`)}</p>
          {programme.decides && <p>{t('work.match.decides', { who: programme.decides })}</p>}
          {programme.contact && <p>{t('work.match.contact', { contact: programme.contact })}</p>}
        </div>
      )}
    </>
  )
}
