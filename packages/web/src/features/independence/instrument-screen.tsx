import { Button } from '@navikt/ds-react/Button'
import type { InstrumentPage } from '@openslrt/core/contract/independence-queries.ts'
import { independenceRoutes } from '@openslrt/core/contract/independence-queries.ts'
import type { Indicator } from '@openslrt/core/independence/instrument.ts'
import { dimensions } from '@openslrt/core/independence/instrument.ts'
import { lazy, Suspense, useState } from 'react'
import { Link, useSearch } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useDay } from '../../platform/hours/use-day.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { UnreadPart } from '../../platform/lists/unread.tsx'
import { FieldRow, FieldRows, Panel } from '../../ui/field-row.tsx'
import { PageHead } from '../../ui/page-shell.tsx'
import { homePath, instrumentPath } from './independence-address.ts'
import './texts.ts'
import './independence.css'

const ChangeForm = lazy(async () => ({ default: (await import('./change-form.tsx')).ChangeForm }))

const isDay = (text: string | null): text is string => text !== null && /^\d{4}-\d\d-\d\d$/.test(text)

/** INDEP-2 What is asked, with all that each level means, as it holds on a day. */
export function Screen() {
  const t = useText()
  const on = new URLSearchParams(useSearch()).get('pada')
  const asked = useAsk(independenceRoutes.instrument, { query: isDay(on) ? { on } : {} }, { keepPrevious: true })
  const [changing, setChanging] = useState(false)
  const { data } = asked
  const may = data !== undefined && data.mayChangeFrom !== null
  return (
    <>
      <PageHead
        title={t('independence.instrument.title')}
        back={<Link href={homePath}>{t('independence.back')}</Link>}
        action={
          may && !changing && <Button onClick={() => setChanging(true)}>{t('independence.instrument.change')}</Button>
        }
      />
      <p className="independence__lead">{t('independence.instrument.lead')}</p>
      {!data && <UnreadPart asked={asked} title={t('independence.instrument.failed')} rows={12} />}
      {data && changing && data.mayChangeFrom && (
        <Suspense fallback={null}>
          <ChangeForm instrument={data.instrument} earliest={data.mayChangeFrom} onClose={() => setChanging(false)} />
        </Suspense>
      )}
      {data && !changing && <Shown page={data} />}
    </>
  )
}

function Shown({ page: { instrument, versions } }: { readonly page: InstrumentPage }) {
  const [t, lang, day] = [useText(), useLanguage(), useDay()]
  return (
    <>
      <Panel>
        <FieldRows short>
          <FieldRow label={t('independence.instrument.from')}>{day(instrument.from)}</FieldRow>
          <FieldRow label={t('independence.instrument.basis')}>{instrument.basis}</FieldRow>
          <FieldRow label={t('independence.instrument.categories')}>
            {instrument.categories
              .map(({ from, names }) => `${names[lang]}: ${t('independence.instrument.category', { n: from })}`)
              .join('; ')}
          </FieldRow>
          {versions.length > 1 && (
            <FieldRow label={t('independence.instrument.versions')}>
              {versions.map((from) => (
                <span key={from} className="independence__version">
                  <Link href={`${instrumentPath}?pada=${from}`}>{day(from)}</Link>
                </span>
              ))}
            </FieldRow>
          )}
        </FieldRows>
      </Panel>
      {dimensions.map((part) => (
        <Panel key={part} title={t(`independence.dimension.${part}`)}>
          {instrument.indicators
            .filter(({ dimension }) => dimension === part)
            .map((one) => (
              <Shape key={one.code} one={one} />
            ))}
        </Panel>
      ))}
    </>
  )
}

function Shape({ one }: { readonly one: Indicator }) {
  const [t, lang] = [useText(), useLanguage()]
  return (
    <section className="independence-shape" aria-label={one.names[lang]}>
      <h3>{one.names[lang]}</h3>
      <p className="independence__small">
        {t('independence.instrument.weight', { n: one.weight })}.{' '}
        {t('independence.evidence', { text: one.evidence[lang] })}.
        {one.figure && (
          <>
            {' '}
            {t('independence.instrument.automatic')}.{' '}
            {t('independence.instrument.steps', { steps: one.figure.steps.join(', ') })}
          </>
        )}
      </p>
      <ol start={0}>
        {one.levels.map((words) => (
          <li key={words.id}>{words[lang]}</li>
        ))}
      </ol>
    </section>
  )
}
