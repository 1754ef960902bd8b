import type { ChallengeStatus } from '@openslrt/core/challenge/challenge.ts'
import { challengeActs } from '@openslrt/core/challenge/moves.ts'
import type { ChallengeCard } from '@openslrt/core/contract/challenge-queries.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen, type When } from '../../platform/i18n/use-when.ts'
import { Panel } from '../../ui/field-row.tsx'
import { Timeline, type TimelineStep } from '../../ui/timeline.tsx'

/** The way so far, where it stands, and what is still to come. */
export function WayPanel({ card }: { readonly card: ChallengeCard }) {
  const t = useText()
  const when = useWhen()
  const words = { past: t('challenge.way.past'), current: t('challenge.way.now'), coming: t('challenge.way.coming') }
  return (
    <Panel title={t('challenge.way')}>
      <Timeline
        label={t('challenge.way')}
        stateWords={words}
        steps={[...pastOf(card, t, when), ...comingOf(card, t)]}
      />
    </Panel>
  )
}

const acts = ['report', ...challengeActs] as const

const pastOf = ({ course }: ChallengeCard, t: Say, when: When): readonly TimelineStep[] =>
  course.map(({ act, at, byName, officeName, toName, note }, nth) => ({
    id: `past-${nth}`,
    state: 'past',
    title: t(`challenge-did.${acts.find((one) => one === act) ?? 'report'}`),
    by: [
      byName === '' ? t('challenge.way.time') : `${byName}, ${officeName}`,
      toName && t('challenge.way.to', { office: toName }),
    ]
      .filter(Boolean)
      .join(' · '),
    when: { text: when.moment(at), exact: when.exact(at), iso: when.iso(at) },
    children: note,
  }))

const order = ['reported', 'taken', 'answered'] as const satisfies readonly ChallengeStatus[]

/** What is to come, from where it stands; nothing of one that came to its end. */
export function comingOf(
  { status, officeName, reportedByName }: Pick<ChallengeCard, 'status' | 'officeName' | 'reportedByName'>,
  t: Say,
): readonly TimelineStep[] {
  const here = order.findIndex((one) => one === status)
  return order
    .filter((_, nth) => here >= 0 && nth >= here)
    .map((step, nth) => ({
      id: step,
      state: nth === 0 ? 'current' : 'coming',
      title: t(`challenge.next.${step}`, { office: step === 'answered' ? reportedByName : officeName }),
    }))
}
