import { sayNumber } from '@openslrt/core/i18n/amount.ts'
import type { Lang } from '@openslrt/core/i18n/translate.ts'
import { calendarNames } from '@openslrt/core/i18n/when.ts'
import { type KnownGrowth, knownGrowth, lastKnownYear } from '@openslrt/core/network/known-growth.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { Panel } from '../../ui/field-row.tsx'

/** NETWORK-13 What is publicly known of the years before this register, with where it was read and what is to be doubted. */
export function KnownPanel() {
  const t = useText()
  return (
    <Panel title={t('network.known')}>
      <p>{t('network.known.what', { year: lastKnownYear })}</p>
      <table className="network__table network__table--known">
        <thead>
          <tr>
            <th scope="col">{t('network.known.when')}</th>
            <th scope="col">{t('network.known.count')}</th>
            <th scope="col">{t('network.known.doubt')}</th>
            <th scope="col">{t('network.known.source')}</th>
          </tr>
        </thead>
        <tbody>
          {knownGrowth.map((one) => (
            <KnownRow key={`${one.year} ${one.kind} ${one.of} ${one.count}`} known={one} />
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

function KnownRow({ known }: { readonly known: KnownGrowth }) {
  const [t, lang] = [useText(), useLanguage()]
  const { of, kind, count, districts, doubts, sources } = known
  return (
    <tr>
      <th scope="row">{whenOf(known, lang)}</th>
      <td>
        {t(`network-known.${kind}`, { n: sayNumber(count, lang), what: t(`network-of.${of}`) })}
        {districts !== null && ` ${t('network-known.in', { n: sayNumber(districts, lang) })}`}
      </td>
      <td>
        {doubts.map((doubt) => (
          <p key={doubt}>{t(`network-doubt.${doubt}`)}</p>
        ))}
      </td>
      <td>
        {sources.map(({ title, by, on }) => (
          <p key={title}>
            <cite>{title}</cite>, {by}, {onOf(on, lang)}
          </p>
        ))}
      </td>
    </tr>
  )
}

/** A day, or a month where the day is not known. */
function onOf(on: string, lang: Lang): string {
  const [year, month, day] = on.split('-').map(Number)
  return [day, calendarNames[lang].months[(month ?? 1) - 1], year].filter((part) => part !== undefined).join(' ')
}

const whenOf = ({ year, month }: KnownGrowth, lang: Lang): string =>
  month === null ? String(year) : `${calendarNames[lang].months[month - 1] ?? ''} ${year}`
