import { Button } from '@navikt/ds-react/Button'
import type { League, LeagueCount } from '@openslrt/core/contract/league.ts'
import { leagueCounts } from '@openslrt/core/contract/league.ts'
import { sayNumber } from '@openslrt/core/i18n/amount.ts'
import { isMessageKey } from '@openslrt/core/i18n/known-key.ts'
import { csvOf } from '@openslrt/core/kernel/csv.ts'
import { ledgerOf } from '@openslrt/core/place/code.ts'
import { Link, useSearch } from 'wouter'
import { saveAs } from '../../platform/files/save-as.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { useLists } from '../../platform/reference/use-lists.ts'
import { Panel } from '../../ui/field-row.tsx'
import { addressWith } from '../../ui/list-address.ts'
import { BoardHead } from './board-head.tsx'
import { Definitions } from './definitions.tsx'
import { figuresPath, leaguePath } from './figures-address.ts'
import { LeagueFilter } from './league-filter.tsx'
import { countColumns, daysOf, type LeagueRow, leagueOf, reasonCount, rowsOf, spentColumns } from './league-rows.ts'
import { LeagueTable } from './league-table.tsx'

const words = [
  ...leagueCounts.map((name) => ({ label: `league.${name}`, what: `league.${name}.what` }) as const),
  ...spentColumns.map((name) => ({ label: `league.${name}`, what: `league.${name}.what` }) as const),
]

/** Who was asked, how they answered, and how many working days it took. */
export function LeagueBoard({ league }: { league: League }) {
  const t = useText()
  const lang = useLanguage()
  const search = useSearch()
  const { place, at, opens, all } = league
  const { by } = leagueOf(search)
  const rows = rowsOf(league, by, (kind) => kindName(t, kind))
  const say = (name: LeagueCount): string => sayNumber(all.counts[name], lang)
  return (
    <>
      <BoardHead
        figures={league}
        path={leaguePath}
        named="league.of"
        back={<Link href={addressWith(figuresPath, search, inDashboard)}>{t('figures.title')}</Link>}
      />
      <LeagueFilter by={by} district={ledgerOf(place.code)} />
      <Definitions words={words} source={opens ? 'figures.source.cases' : 'figures.source.all'} at={at} />
      <p className="board__what">
        {t('league.all', { received: say('received'), completed: say('completed'), open: say('open') })}
      </p>
      {rows.length > 0 && <Tables league={league} rows={rows} />}
    </>
  )
}

interface TablesProps {
  readonly league: League
  readonly rows: readonly LeagueRow[]
}

const mostFirst = { orderBy: 'received', direction: 'descending' } as const
const byName = { orderBy: 'name', direction: 'ascending' } as const

/** How many and what became of them; within how many days; and why not. */
function Tables({ league, rows }: TablesProps) {
  const t = useText()
  const lists = useLists(ledgerOf(league.place.code))
  const { dayMinutes } = league
  const named = (keys: readonly ((typeof countColumns)[number] | (typeof spentColumns)[number])[]) =>
    keys.map((key) => ({ key, label: t(`league.${key}`) }))
  const reasons = league.all.reasons.map(({ reason }) => ({ key: reason, label: lists.name('decline', reason) }))
  const table = { rows, dayMinutes }
  return (
    <>
      <Panel title={t('league.counts')} action={<Save league={league} rows={rows} />}>
        <LeagueTable {...table} caption={t('league.counts')} columns={named(countColumns)} first={mostFirst} />
      </Panel>
      <Panel title={t('league.days')}>
        <p className="board__what">{t('league.days.what')}</p>
        <LeagueTable {...table} caption={t('league.days')} columns={named(spentColumns)} first={byName} />
      </Panel>
      {reasons.length > 0 && (
        <Panel title={t('league.reasons')}>
          <LeagueTable
            caption={t('league.reasons')}
            columns={reasons}
            rows={rows.filter(({ line }) => line.counts.declined > 0)}
            first={byName}
            dayMinutes={dayMinutes}
          />
        </Panel>
      )}
    </>
  )
}

/** What only these tables know stays out of the dashboard's address. */
const inDashboard = { urut: undefined, kelompok: undefined, category: undefined }

function kindName(t: ReturnType<typeof useText>, kind: string): string {
  const key = `office-kind.${kind}`
  return isMessageKey(key) ? t(key) : kind
}

/** Everything that the tables know, for a spreadsheet. */
function Save({ league, rows }: TablesProps) {
  const t = useText()
  const lang = useLanguage()
  const lists = useLists(ledgerOf(league.place.code))
  const { place, period, all, dayMinutes } = league
  const header = [
    t('league.office'),
    ...leagueCounts.map((name) => t(`league.${name}`)),
    ...spentColumns.map((name) => t(`league.${name}`)),
    ...all.reasons.map(({ reason }) => `${t('league.reasons')}: ${lists.name('decline', reason)}`),
  ]
  const days = (value: number | null): string => (value === null ? '' : sayNumber(value, lang))
  const save = (): void =>
    saveAs(
      `rujukan-${place.code}-${period.from}-${period.to}.csv`,
      csvOf([
        header,
        ...rows.map(({ name, line }) => [
          name,
          ...leagueCounts.map((count) => line.counts[count]),
          ...spentColumns.map((column) => days(daysOf(line, column, dayMinutes))),
          ...all.reasons.map(({ reason }) => reasonCount(line, reason)),
        ]),
      ]),
    )
  return (
    <Button size="small" variant="tertiary" onClick={save}>
      {t('figures.csv')}
    </Button>
  )
}
