import { Button } from '@navikt/ds-react/Button'
import type { Indicators } from '@openslrt/core/contract/indicators.ts'
import { indicatorOf } from '@openslrt/core/figures/catalogue.ts'
import { indicatorGroups, shownIndicators } from '@openslrt/core/figures/indicator-codes.ts'
import { csvOf } from '@openslrt/core/kernel/csv.ts'
import { Link, useSearch } from 'wouter'
import { saveAs } from '../../platform/files/save-as.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { Panel } from '../../ui/field-row.tsx'
import { addressWith } from '../../ui/list-address.ts'
import { BoardHead } from './board-head.tsx'
import { cataloguePath, figuresPath, indicatorPath } from './figures-address.ts'
import { Headlines } from './headlines.tsx'
import type { Saying } from './indicator-say.ts'
import { changeOf, sayAmong, sayValue } from './indicator-say.ts'
import { IndicatorTable } from './indicator-table.tsx'
import { ReasonPanel, TookPanels } from './took-panels.tsx'
import './indicator.css'

/** The four main figures, then every indicator in its group, with the period before and what it means. */
export function IndicatorBoard({ figures }: { figures: Indicators }) {
  const t = useText()
  const lang = useLanguage()
  const when = useWhen()
  const search = useSearch()
  const { at, opens, least, dayMinutes, lines } = figures
  const saying: Saying = { t, lang, dayMinutes, least }
  const source = opens ? 'figures.source.cases' : 'figures.source.all'
  return (
    <>
      <BoardHead
        figures={figures}
        path={indicatorPath}
        named="indicator.of"
        back={<Link href={addressWith(figuresPath, search, {})}>{t('figures.title')}</Link>}
      />
      <Headlines lines={lines} saying={saying} />
      <div className="board__source">
        <p>
          {t(source, { at: when.exact(at) })} {!opens && t('indicator.withheld', { least })}
        </p>
        <p className="not-on-paper">
          <Link href={cataloguePath}>{t('catalogue.title')}</Link>
        </p>
      </div>
      {indicatorGroups.map((group) => (
        <Panel
          key={group}
          title={t(`indicator.group.${group}`)}
          action={group === 'flow' ? <Save figures={figures} saying={saying} /> : undefined}
        >
          <IndicatorTable
            caption={t(`indicator.group.${group}`)}
            figures={figures}
            codes={shownIndicators[group]}
            saying={saying}
          />
        </Panel>
      ))}
      <TookPanels figures={figures} saying={saying} />
      <ReasonPanel figures={figures} />
    </>
  )
}

/** Everything on the page, for a spreadsheet. */
function Save({ figures, saying }: { figures: Indicators; saying: Saying }) {
  const { t, lang } = saying
  const { place, period, lines } = figures
  const header = [
    t('catalogue.code'),
    t('indicator.name'),
    t('indicator.now'),
    t('indicator.among'),
    t('indicator.before'),
    t('indicator.change'),
  ]
  const save = (): void =>
    saveAs(
      `indikator-${place.code}-${period.from}-${period.to}.csv`,
      csvOf([
        header,
        ...lines.map((line) => {
          const indicator = indicatorOf(line.code)
          return [
            line.code,
            indicator.name[lang],
            sayValue(line, indicator.unit, saying),
            sayAmong(line, indicator.unit, saying),
            line.before === null ? '' : sayValue(line.before, indicator.unit, saying),
            changeOf(line, indicator, saying).text,
          ]
        }),
      ]),
    )
  return (
    <Button className="not-on-paper" size="small" variant="tertiary" onClick={save}>
      {t('figures.csv')}
    </Button>
  )
}
