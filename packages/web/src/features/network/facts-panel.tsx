import { Button } from '@navikt/ds-react/Button'
import { type FactAbout, factAbouts } from '@openslrt/core/contract/network.ts'
import type { NetworkCard } from '@openslrt/core/contract/network-queries.ts'
import { useDay } from '../../platform/hours/use-day.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { FieldRow, FieldRows, Panel } from '../../ui/field-row.tsx'
import { sayFact } from './say-fact.ts'

interface FactsProps {
  readonly card: NetworkCard
  readonly onSay: (about: FactAbout) => void
}

/** What holds of an office, and what nobody has said yet. */
export function FactsPanel({ card, onSay }: FactsProps) {
  const t = useText()
  return (
    <Panel title={t('network.profile')}>
      <FieldRows>
        {factAbouts.map((about) => (
          <FieldRow key={about} label={t(`network-about.${about}`)}>
            <Said card={card} about={about} />
            {card.says && (
              <Button
                className="network__say not-on-paper"
                size="xsmall"
                variant="tertiary"
                onClick={() => onSay(about)}
              >
                {t(`network-say.${about}`)}
              </Button>
            )}
          </FieldRow>
        ))}
      </FieldRows>
    </Panel>
  )
}

function Said({ card, about }: { readonly card: NetworkCard; readonly about: FactAbout }) {
  const [t, lang, day] = [useText(), useLanguage(), useDay()]
  const facts = card.facts.filter(({ said }) => said.about === about)
  if (facts.length === 0) return <span className="network__quiet">{t('network.unsaid')}</span>
  return facts.toReversed().map(({ said, from }) => (
    <span key={sayFact(said, { t, lang, day })} className="network__fact">
      {sayFact(said, { t, lang, day })}
      {said.about === 'site' && <MapLink {...said.spot} />}
      {said.about !== 'grown' && <span className="network__quiet">{t('network.holds', { day: day(from) })}</span>}
    </span>
  ))
}

/** A map of the phone or of the browser, whichever the reader has. */
function MapLink({ lat, long }: { readonly lat: number; readonly long: number }) {
  const t = useText()
  return (
    <a href={`https://www.openstreetmap.org/?mlat=${lat}&mlon=${long}#map=16/${lat}/${long}`} rel="noreferrer">
      {t('network.site.map')}
    </a>
  )
}
