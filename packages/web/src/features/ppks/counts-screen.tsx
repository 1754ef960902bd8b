import './texts.ts'
import './ppks.css'
import { type PpksCounts, ppksRoutes } from '@openslrt/core/contract/ppks-queries.ts'
import { sayNumber } from '@openslrt/core/i18n/amount.ts'
import { levelOf, placeCode } from '@openslrt/core/place/code.ts'
import { Link, useLocation, useSearch } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { UnreadPart } from '../../platform/lists/unread.tsx'
import { WelfarePages } from '../../platform/people/welfare-pages.tsx'
import { useActing } from '../../platform/session/use-session.ts'
import { Panel } from '../../ui/field-row.tsx'
import { addressWith } from '../../ui/list-address.ts'
import { PageHead } from '../../ui/page-shell.tsx'
import { Pick } from './filters.tsx'
import { countsPath, filterOf, listPath } from './ppks-address.ts'

/** How many PPKS of each type there are, by place and by year. */
export function Screen() {
  const t = useText()
  const search = useSearch()
  const lang = useLanguage()
  const [, go] = useLocation()
  const { place, year, type } = filterOf(search)
  const asked = useAsk(ppksRoutes.counts, { query: { place, year } }, { keepPrevious: true })
  const { data } = asked
  const href = (changes: Record<string, string | number | undefined>): string =>
    addressWith(countsPath, search, changes)
  return (
    <>
      <PageHead title={t('ppks.title')} />
      <WelfarePages current="counts" />
      {!data && <UnreadPart asked={asked} title={t('ppks.failed')} rows={10} />}
      {data && (
        <div className="ppks">
          <div className="ppks__filters">
            <Pick
              label={t('ppks.filter.year')}
              value={String(data.year)}
              options={yearsOf(data).map((one) => ({ value: one, label: one }))}
              onChoose={(tahun) => go(href({ tahun }), { replace: true })}
            />
            <Pick
              label={t('ppks.filter.type')}
              value={type ?? ''}
              all={t('ppks.filter.type.all')}
              options={data.types.map((one) => ({ value: one.type, label: one.names[lang] }))}
              onChoose={(jenis) => go(href({ jenis }), { replace: true })}
            />
            {data.above && (
              <p className="ppks__up">
                <Link href={href({ wilayah: data.above })}>{t('ppks.counts.up')}</Link>
              </p>
            )}
          </div>
          <Panel title={t('ppks.counts.title', { place: data.placeName, year: data.year })}>
            <p className="ppks__quiet">{t('ppks.counts.hint', { least: data.least })}</p>
            {isWide(data) && <p className="ppks__quiet">{t('ppks.counts.wide', { least: data.least })}</p>}
            <Types data={shownOf(data, type)} />
          </Panel>
          {data.below.length > 0 && (
            <Panel title={t('ppks.counts.below')}>
              <Places data={shownOf(data, type)} hrefOf={(code) => href({ wilayah: code })} />
            </Panel>
          )}
        </div>
      )}
    </>
  )
}

/** One type of them, or all. */
const shownOf = (data: PpksCounts, type: string | undefined): PpksCounts => {
  const types = data.types.filter((one) => type === undefined || one.type === type)
  return types.length > 0 ? { ...data, types } : data
}

/** Above the districts only sums of what districts show are shown. */
const isWide = ({ place }: PpksCounts): boolean => ['province', 'nation'].includes(levelOf(place))

const yearsOf = ({ year, years }: PpksCounts): readonly string[] =>
  [...new Set([year, new Date().getFullYear(), ...years.map((one) => one.year)])].toSorted((a, b) => b - a).map(String)

/** Each type with its number; where the reader sees rows, the number opens them. */
function Types({ data }: { readonly data: PpksCounts }) {
  const [t, lang] = [useText(), useLanguage()]
  const told = useTold(data.least)
  const { can } = useActing()
  const opens = can('registry.read') && !isWide(data)
  return (
    <table className="ppks__table">
      <thead>
        <tr>
          <th scope="col">{t('ppks.column.type')}</th>
          <th scope="col">{t('ppks.counts.n')}</th>
        </tr>
      </thead>
      <tbody>
        {data.types.map(({ type, names, total, restricted, atLeast }) => (
          <tr key={type}>
            <th scope="row">
              {names[lang]}
              {restricted && <span className="ppks__quiet"> · {t('ppks.restricted.short')}</span>}
            </th>
            <td className="numbers">
              {opens && total !== null && total > 0 && !restricted ? (
                <Link href={`${listPath}?lihat=all&jenis=${type}&tahun=${data.year}&wilayah=${data.place}`}>
                  {told(total)}
                </Link>
              ) : (
                told(total, atLeast)
              )}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('ppks.counts.all')}</th>
          <td className="numbers">{told(data.all.total)}</td>
        </tr>
      </tfoot>
    </table>
  )
}

/** The places below: what may be told of each, and a way into it. */
function Places({ data, hrefOf }: { readonly data: PpksCounts; readonly hrefOf: (code: string) => string }) {
  const [t, lang] = [useText(), useLanguage()]
  const told = useTold(data.least)
  const shown = data.types.filter(({ total, cells }) => (total ?? 0) > 0 || cells.some((n) => (n ?? 0) > 0))
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls: the keyboard must reach it
    <section className="ppks__wide" tabIndex={0} aria-label={t('ppks.counts.below')}>
      <table className="ppks__table">
        <thead>
          <tr>
            <th scope="col">{t('ppks.column.place')}</th>
            {shown.map(({ type, names }) => (
              <th key={type} scope="col">
                {names[lang]}
              </th>
            ))}
            <th scope="col">{t('ppks.counts.all')}</th>
          </tr>
        </thead>
        <tbody>
          {data.below.map(({ code, name }, nth) => (
            <tr key={code}>
              <th scope="row">{placeCode.safeParse(code).success ? <Link href={hrefOf(code)}>{name}</Link> : name}</th>
              {shown.map(({ type, cells, atLeast }) => (
                <td key={type} className="numbers">
                  {told(cells[nth] ?? null, atLeast)}
                </td>
              ))}
              <td className="numbers">{told(data.all.cells[nth] ?? null)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** A number as it may be told: one that is withheld says below what, and why stands above the table. */
function useTold(least: number) {
  const [t, lang] = [useText(), useLanguage()]
  return (n: number | null, atLeast = false): string => {
    if (n === null) return t('ppks.counts.withheld', { least })
    return atLeast ? t('ppks.counts.at-least', { n: sayNumber(n, lang) }) : sayNumber(n, lang)
  }
}
