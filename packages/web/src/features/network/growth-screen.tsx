import './texts.ts'
import './network.css'
import { Button } from '@navikt/ds-react/Button'
import { type NetworkGrowth, networkGrowthRoutes } from '@openslrt/core/contract/network-growth.ts'
import { networkShows } from '@openslrt/core/contract/network-queries.ts'
import { sayNumber } from '@openslrt/core/i18n/amount.ts'
import { targetOf } from '@openslrt/core/network/kinds.ts'
import { grownBy } from '@openslrt/core/network/known-growth.ts'
import { isRegion, nationPlace, type PlaceCode } from '@openslrt/core/place/code.ts'
import { useState } from 'react'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useDay } from '../../platform/hours/use-day.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { Unread } from '../../platform/lists/unread.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/field-row.tsx'
import { PageHead } from '../../ui/page-shell.tsx'
import { TrendChart } from '../../ui/trend-chart.tsx'
import { KnownPanel } from './known-panel.tsx'
import { NetworkPages } from './network-pages.tsx'
import { TargetForm } from './target-form.tsx'
import { TargetPanel } from './target-panel.tsx'

/** NETWORK-12 Targets, what the register counts, and what is publicly known of the years before it. */
export function Screen() {
  const t = useText()
  const asked = useAsk(networkGrowthRoutes.growth)
  const [setting, setSetting] = useState(false)
  const { data } = asked
  const act = data?.sets && <Button onClick={() => setSetting(true)}>{t('network.target.set')}</Button>
  return (
    <>
      <PageHead title={t('network.title')} action={act} />
      <NetworkPages current="growth" />
      {data ? (
        <div className="network">
          <CountsPanel growth={data} />
          <Charts growth={data} />
          <TargetPanel growth={data} />
          <KnownPanel />
          {setting && <TargetForm growth={data} onClose={() => setSetting(false)} />}
        </div>
      ) : (
        <Unread asked={asked} none={<EmptyState title={t('network.gone.title')} />} rows={10} />
      )}
    </>
  )
}

/** What there is counted: above a district its secretariats stand for their districts. */
const countedIn = (place: PlaceCode) => (isRegion(place) ? targetOf : (['puskesos'] as const))

function CountsPanel({ growth: { place, placeName, states, undated } }: { readonly growth: NetworkGrowth }) {
  const [t, lang] = [useText(), useLanguage()]
  const counted = countedIn(place)
  return (
    <Panel title={t('network.growth.now', { place: placeName })}>
      <table className="network__table">
        <thead>
          <tr>
            <th scope="col">{t('network.column.state')}</th>
            {counted.map((of) => (
              <th key={of} scope="col" className="numbers">
                {t(`network-of.${of}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {networkShows.map((show) => (
            <tr key={show}>
              <th scope="row">{t(`network-state.${show}`)}</th>
              {counted.map((of) => (
                <td key={of} className="numbers">
                  {sayNumber(states[of][show], lang)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {counted.map(
        (of) =>
          undated[of] > 0 && (
            <p key={of} className="network__quiet">
              {t(`network-undated.${of}`, { n: sayNumber(undated[of], lang) })}
            </p>
          ),
      )}
    </Panel>
  )
}

/** The years as lines, each with its table: the register, the targets and, for the nation, the public counts. */
function Charts({ growth }: { readonly growth: NetworkGrowth }) {
  const [t, lang, day] = [useText(), useLanguage(), useDay()]
  const { place, placeName, years, targets, today } = growth
  return countedIn(place).map((of) => {
    const meant = (year: number): number | null =>
      targets.find((one) => one.own && one.last && one.of === of && one.year === year)?.count ?? null
    const known = of === 'district' && place === nationPlace
    return (
      <TrendChart
        key={of}
        title={t(`network-chart.${of}`, { place: placeName })}
        definition={t('network.growth.what', { day: day(today) })}
        periods={years.map(({ year }) => String(year))}
        partial={years.map(({ year }) => today.startsWith(String(year)))}
        partialText={t('network.growth.partial')}
        series={[
          { name: t('network.growth.register'), values: years.map((one) => one[of]) },
          { name: t('network.growth.target'), values: years.map(({ year }) => meant(year)) },
          ...(known ? [{ name: t('network.growth.known'), values: years.map(({ year }) => grownBy(year)) }] : []),
        ]}
        periodLabel={t('network.growth.year')}
        tableText={t('chart.table')}
        say={(value) => sayNumber(value, lang)}
      />
    )
  })
}
