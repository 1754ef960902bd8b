import './texts.ts'
import './challenge.css'
import type { ChallengeCounts, ChallengeFigures, ChallengeShow } from '@openslrt/core/contract/challenge-queries.ts'
import { challengeRoutes } from '@openslrt/core/contract/challenge-queries.ts'
import { sayNumber } from '@openslrt/core/i18n/amount.ts'
import { levelOf } from '@openslrt/core/place/code.ts'
import { Link, useLocation, useSearch } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { UnreadPart } from '../../platform/lists/unread.tsx'
import { type BarRow, BarTable, type BarValue } from '../../ui/bar-cell.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/field-row.tsx'
import { addressWith, type Changes } from '../../ui/list-address.ts'
import { PageHead } from '../../ui/page-shell.tsx'
import { countsPath, filterOf, listOf } from './challenge-address.ts'
import { ChallengePages, useReads } from './challenge-pages.tsx'
import { columnKeys, inOrder, orderOf, turned } from './counts-order.ts'
import { SaveCounts } from './save-counts.tsx'

/** Challenges in numbers: kind by kind, and place by place of one kind or all. Each number opens its list. */
export function Screen() {
  const t = useText()
  const search = useSearch()
  const [, go] = useLocation()
  const { place, kind, from } = filterOf(search)
  const asked = useAsk(challengeRoutes.counts, { query: { place, kind, from } }, { keepPrevious: true })
  const { data } = asked
  const href = (changes: Changes): string => addressWith(countsPath, search, changes)
  return (
    <>
      <PageHead title={t('challenge.title')} />
      <ChallengePages current="counts" />
      {!data && <UnreadPart asked={asked} title={t('challenge.counts.failed')} rows={10} />}
      {data && (
        <div className="challenge">
          <p className="challenge__quiet">{t('challenge.counts.lead', { place: data.placeName })}</p>
          <div className="challenge__filters">
            <DayField
              id="challenge-counts-from"
              size="small"
              label={t('challenge.from')}
              value={from ?? ''}
              error={undefined}
              onChange={(sejak) => go(href({ sejak }), { replace: true })}
            />
            {data.above && <Link href={href({ wilayah: data.above })}>{t('challenge.counts.up')}</Link>}
          </div>
          {data.all.n === 0 ? (
            <EmptyState title={t('challenge.counts.empty.title')} text={t('challenge.counts.empty.text')} />
          ) : (
            <Tables data={data} kind={kind} href={href} />
          )}
        </div>
      )}
    </>
  )
}

interface TablesProps {
  readonly data: ChallengeCounts
  readonly kind: string | undefined
  readonly href: (changes: Changes) => string
}

function Tables({ data, kind, href }: TablesProps) {
  const [t, lang] = [useText(), useLanguage()]
  const cells = useCells()
  const chosen = data.kinds.find((one) => one.kind === kind)
  const all = { key: 'all', name: t('challenge.counts.all'), href: href({ jenis: undefined }) }
  const kinds = data.kinds
    .filter(({ n }) => n > 0)
    .map((one) => ({
      key: one.kind,
      name: one.names[lang],
      href: href({ jenis: one.kind }),
      cells: cells(one, { place: data.place, kind: one.kind }),
    }))
  const deeper = !['subdistrict', 'village'].includes(levelOf(data.place))
  const places = data.places.map((one) => ({
    key: one.place,
    name: one.name,
    href: deeper && one.place !== data.place ? href({ wilayah: one.place }) : undefined,
    cells: cells(one, { place: one.place, ...(kind !== undefined && { kind }) }),
  }))
  return (
    <>
      <Figures
        title={t('challenge.counts.kinds')}
        nameLabel={t('challenge.kind')}
        rows={[{ ...all, cells: cells(data.all, { place: data.place }) }, ...kinds]}
      />
      <Figures
        title={chosen ? t('challenge.counts.places.of', { kind: chosen.names[lang] }) : t('challenge.counts.places')}
        nameLabel={t('challenge.counts.place')}
        rows={places}
      />
      <p className="challenge__quiet">{t('challenge.counts.definition')}</p>
    </>
  )
}

/** The figures of a row: those that count something open its list. */
function useCells() {
  const [t, lang] = [useText(), useLanguage()]
  const search = useSearch()
  const reads = useReads()
  return (
    figures: ChallengeFigures,
    of: { readonly place: string; readonly kind?: string },
  ): Readonly<Record<string, BarValue>> => {
    const opens = (n: number, show: ChallengeShow) => (reads && n > 0 ? listOf(search, { ...of, show }) : undefined)
    const counted = (n: number, show: ChallengeShow): BarValue => ({
      value: n,
      text: sayNumber(n, lang),
      href: opens(n, show),
    })
    const { n, open, late, answered, within, days } = figures
    return {
      n: counted(n, 'all'),
      open: counted(open, 'open'),
      late: counted(late, 'late'),
      within: {
        value: within,
        text: answered === 0 ? '–' : t('challenge.counts.within.of', { n: within, of: answered }),
      },
      ...(days !== null && { days: { value: days, text: sayNumber(days, lang) } }),
    }
  }
}

interface FiguresProps {
  readonly title: string
  readonly nameLabel: string
  readonly rows: readonly BarRow[]
}

function Figures({ title, nameLabel, rows }: FiguresProps) {
  const t = useText()
  const search = useSearch()
  const [, go] = useLocation()
  const order = orderOf(search)
  const sorted = inOrder(rows, order)
  const columns = columnKeys.map((key) => ({ key, label: t(`challenge.counts.${key}`) }))
  return (
    <Panel title={title} action={<SaveCounts nameLabel={nameLabel} columns={columns} rows={sorted} />}>
      <BarTable
        caption={title}
        nameLabel={nameLabel}
        shownLabel={t('challenge.counts.shown')}
        columns={columns}
        rows={sorted}
        sort={order}
        onSort={(key) => go(addressWith(countsPath, search, { urut: turned(order, key) }), { replace: true })}
      />
    </Panel>
  )
}
