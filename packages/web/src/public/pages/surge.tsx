import { publicPaths, type SurgeProps } from '@openslrt/core/contract/public-pages.ts'
import type { PublicSurge } from '@openslrt/core/contract/public-surge.ts'
import { sayNumber, sayShare } from '@openslrt/core/i18n/amount.ts'
import type { Lang, Say } from '@openslrt/core/i18n/translate.ts'
import { sayTime } from '@openslrt/core/i18n/when.ts'
import { publicSteps } from '@openslrt/core/surge/public-counts.ts'
import type { ReactNode } from 'react'
import { sayDay } from './surges.tsx'

/** SURGE-13 How far a list has come, in numbers that everybody may know. */
export function Surge({ surge, zone, now, least, shell, t }: SurgeProps & { t: Say }) {
  if (!surge)
    return (
      <section className="message message--problem">
        <h1 className="public__title">{t('public.surge.none')}</h1>
        <p className="public__lead">{t('public.surge.none.text')}</p>
        <Back t={t} />
      </section>
    )
  const { lang } = shell
  return (
    <>
      <p className="public__eyebrow">
        {t('public.surges.line', { place: surge.placeName, day: sayDay(surge.day, lang) })} ·{' '}
        {t(surge.open ? 'public.surge.open' : 'public.surge.closed')}
      </p>
      <h1 className="public__title">{surge.name}</h1>
      <div data-live>
        <p className="hint">{t('public.surge.at', { time: sayTime(now, zone, lang) })}</p>
        {surge.total === null ? (
          <p className="public__lead">{t('public.surge.few', { least })}</p>
        ) : (
          <Numbers surge={surge} total={surge.total} least={least} lang={lang} t={t} />
        )}
      </div>
      <Back t={t} />
    </>
  )
}

interface NumbersProps {
  readonly surge: PublicSurge
  readonly total: number
  readonly least: number
  readonly lang: Lang
  readonly t: Say
}

function Numbers({ surge: { steps, places, days }, total, least, lang, t }: NumbersProps) {
  const said = (n: number | null): string => (n === null ? t('public.surge.withheld') : sayNumber(n, lang))
  return (
    <>
      <dl className="counters">
        <Counter term={t('public.surge.total')}>{sayNumber(total, lang)}</Counter>
        {publicSteps.map((step) => (
          <Counter key={step} term={t(`public.surge.step.${step}`)} of={steps[step]} total={total}>
            {steps[step] === null ? <small>{said(null)}</small> : said(steps[step])}
            {steps[step] !== null && <small> {sayShare(steps[step] / total, lang)}</small>}
          </Counter>
        ))}
      </dl>
      <p className="hint">{t('public.surge.why', { least })}</p>
      <Table
        title={t('public.surge.places')}
        heads={[t('public.surge.place'), t('public.surge.total'), t('public.surge.step.done')]}
        rows={places.map(({ name, total: of, done }) => [
          name ?? t('public.surge.together'),
          sayNumber(of, lang),
          said(done),
        ])}
      />
      <Table
        title={t('public.surge.days')}
        heads={[t('public.surge.day'), t('public.surge.step.done')]}
        rows={days.map(({ day, done }) => [
          day === null ? t('public.surge.days.together') : sayDay(day, lang),
          sayNumber(done, lang),
        ])}
      />
    </>
  )
}

interface CounterProps {
  readonly term: string
  readonly of?: number | null
  readonly total?: number
  readonly children: ReactNode
}

/** A number as large as it is meant to be read, with how much of the whole it is. */
function Counter({ term, of = null, total = 0, children }: CounterProps) {
  return (
    <div className="counter">
      <dt>{term}</dt>
      <dd>
        <span className="counter__number">{children}</span>
        {of !== null && <meter className="counter__bar" min={0} max={total} value={of} aria-label={term} />}
      </dd>
    </div>
  )
}

interface TableProps {
  readonly title: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Names on the left, numbers on the right; none where there is nothing to tell. */
function Table({ title, heads, rows }: TableProps) {
  if (rows.length === 0) return null
  return (
    <table className="counts">
      <caption>{title}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name = '', ...numbers]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {numbers.map((number, at) => (
              <td key={heads[at + 1]}>{number}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Back({ t }: { t: Say }) {
  return (
    <p>
      <a href={publicPaths.surges}>{t('public.surge.back')}</a>
    </p>
  )
}
