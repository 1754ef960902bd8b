import type { AssessmentPage } from '@openslrt/core/contract/independence-queries.ts'
import type { SaidOf } from '@openslrt/core/independence/assessment.ts'
import type { Dimension } from '@openslrt/core/independence/instrument.ts'
import { dimensions } from '@openslrt/core/independence/instrument.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { FilterTabs } from '../../ui/filter-tabs.tsx'
import { withPart } from './independence-address.ts'

interface PartsProps {
  readonly page: AssessmentPage
  readonly said: SaidOf
  readonly path: string
  readonly current: Dimension
}

/** The nine parts, each with how much of it is done. */
export function Parts({ page, said, path, current }: PartsProps) {
  const t = useText()
  return (
    <FilterTabs
      label={t('independence.steps')}
      tabs={dimensions.map((one) => {
        const own = page.instrument.indicators.filter(({ dimension }) => dimension === one)
        const done = own.filter(({ code }) => said[code]).length
        return {
          key: one,
          label: t(`independence.dimension.${one}`),
          href: withPart(path, one),
          current: one === current,
          count: `${done}/${own.length}`,
        }
      })}
    />
  )
}

/** "12 of 27", in words and as a bar. */
export function Progress({
  page,
  said,
  judged = false,
}: Omit<PartsProps, 'path' | 'current'> & { readonly judged?: boolean }) {
  const t = useText()
  const all = page.instrument.indicators.length
  const done = page.instrument.indicators.filter(({ code }) => said[code]).length
  const words = t(judged ? 'independence.progress.judged' : 'independence.progress', { done, all })
  return (
    <p className="independence__progress">
      <span>{words}</span>
      <span className="independence__track" aria-hidden="true">
        <span style={{ inlineSize: `${(done * 100) / all}%` }} />
      </span>
    </p>
  )
}
