import type { StandingProps } from '@openslrt/core/contract/public-pages.ts'
import { sayNearDate } from '@openslrt/core/i18n/say-standing.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { sayExact } from '@openslrt/core/i18n/when.ts'
import type { Instant } from '@openslrt/core/kernel/instant.ts'
import { Timeline } from '../ui/timeline.tsx'

/** What a page knows beside what it tells. */
export type Around = Pick<StandingProps, 'shell' | 'zone' | 'now'> & { readonly t: Say }

interface Step {
  readonly step: string
  readonly state: 'past' | 'current' | 'coming'
  readonly at: Instant | null
}

/** Something that came of a report, with its way so far and to come. */
export interface ToldWay<One extends Step> {
  readonly key: string
  readonly label: string
  readonly steps: readonly One[]
  readonly titleOf: (step: One) => string
}

interface ToldWaysProps<One extends Step> {
  readonly title: string
  readonly ways: readonly ToldWay<One>[]
  readonly around: Around
}

/** A part of a case's page: what came of the report beside its answer, each with its way. */
export function ToldWays<One extends Step>({ title, ways, around }: ToldWaysProps<One>) {
  if (ways.length === 0) return null
  const { t } = around
  const words = { past: t('public.way.past'), current: t('public.way.current'), coming: t('public.way.coming') }
  return (
    <section>
      <h2 className="public__subtitle">{title}</h2>
      {ways.map(({ key, label, steps, titleOf }) => (
        <div key={key}>
          <h3>{label}</h3>
          <Timeline
            label={label}
            stateWords={words}
            steps={steps.map((one) => ({
              id: one.step,
              state: one.state,
              title: titleOf(one),
              by: null,
              ...whenOf(one, around),
            }))}
          />
        </div>
      ))}
    </section>
  )
}

const whenOf = ({ at }: Step, { shell: { lang }, zone, now }: Around) =>
  at === null
    ? {}
    : {
        when: {
          text: sayNearDate(at, now, zone, lang),
          exact: sayExact(at, zone, lang),
          iso: new Date(at).toISOString(),
        },
      }
