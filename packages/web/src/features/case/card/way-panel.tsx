import '../queue/texts.ts'
import type { CaseCard, HistoryStep } from '@openslrt/core/contract/case-queries.ts'
import { sayDeed } from '@openslrt/core/i18n/deed.ts'
import { useLanguage, useText } from '../../../platform/i18n/use-text.ts'
import { useWhen } from '../../../platform/i18n/use-when.ts'
import { Panel } from '../../../ui/field-row.tsx'
import { Timeline, type TimelineStep } from '../../../ui/timeline.tsx'
import { StepBody } from './step-body.tsx'
import { stepsAhead } from './way.ts'

/** The whole way: what was done, by whom and why; what it waits for now; and what is still to come. */
export function Way({ card }: { card: CaseCard }) {
  const t = useText()
  const past = usePastStep(card)
  const [now, ...coming] = stepsAhead(card)
  const office = card.line.waitingOfficeName ?? ''
  const steps: readonly TimelineStep[] = [
    ...card.history.map(past),
    ...(now ? [{ id: now, state: 'current' as const, title: t(`case.now.${now}`, { office }) }] : []),
    ...coming.map((step) => ({ id: step, state: 'coming' as const, title: t(`case.coming.${step}`) })),
  ]
  if (card.history.length === 0) return null
  return (
    <Panel title={t('case.way')}>
      <Timeline
        label={t('case.way')}
        stateWords={{ past: t('case.way.past'), current: t('case.way.current'), coming: t('case.way.coming') }}
        steps={steps}
      />
    </Panel>
  )
}

function usePastStep(card: CaseCard): (step: HistoryStep) => TimelineStep {
  const lang = useLanguage()
  const when = useWhen()
  const by = useActorName()
  return (step) => ({
    id: String(step.seq),
    state: 'past',
    title: sayDeed(lang, step.action),
    by: [by(step.actorName), step.officeName].filter(Boolean).join(' · '),
    when: { text: when.moment(step.doneAt), exact: when.exact(step.doneAt), iso: when.iso(step.doneAt) },
    children: <StepBody card={card} step={step} />,
  })
}

/** Those who are no staff are named by what they are. */
function useActorName(): (name: string) => string {
  const t = useText()
  const known: Readonly<Record<string, string>> = {
    citizen: t('case.actor.citizen'),
    clock: t('case.actor.clock'),
    setup: t('case.actor.setup'),
  }
  return (name) => known[name] ?? name
}
