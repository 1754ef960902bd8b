import type { StandingProps, ToldProposal } from '@openslrt/core/contract/public-pages.ts'
import { monthName } from '@openslrt/core/i18n/say-month.ts'
import { sayNearDate } from '@openslrt/core/i18n/say-standing.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { sayExact } from '@openslrt/core/i18n/when.ts'
import { type PublicWayStep, publicWay } from '@openslrt/core/proposal/public-way.ts'
import { Timeline } from '../ui/timeline.tsx'

type Part = Pick<StandingProps, 'proposals' | 'shell' | 'zone' | 'now'> & { readonly t: Say }

/** PROPOSAL-31 How the proposals to the national data stand that came of this report. */
export function Proposals(props: Part) {
  const { proposals, t } = props
  if (proposals.length === 0) return null
  return (
    <section>
      <h2 className="public__subtitle">{t('public.case.proposals')}</h2>
      {proposals.map((proposal) => (
        <One key={`${proposal.kind} ${proposal.draftedAt}`} {...props} proposal={proposal} />
      ))}
    </section>
  )
}

function One({ proposal, shell, zone, now, t }: Part & { readonly proposal: ToldProposal }) {
  const words = { past: t('public.way.past'), current: t('public.way.current'), coming: t('public.way.coming') }
  const label = t(`proposal-kind.${proposal.kind}`)
  const whenOf = ({ at }: PublicWayStep) =>
    at === null
      ? {}
      : {
          when: {
            text: sayNearDate(at, now, zone, shell.lang),
            exact: sayExact(at, zone, shell.lang),
            iso: new Date(at).toISOString(),
          },
        }
  return (
    <>
      <h3>{label}</h3>
      <Timeline
        label={label}
        stateWords={words}
        steps={publicWay(proposal).map((one) => ({
          id: one.step,
          state: one.state,
          title: titleOf(proposal, one, shell.lang, t),
          by: null,
          ...whenOf(one),
        }))}
      />
    </>
  )
}

function titleOf(
  { officeName, month, reasonName }: ToldProposal,
  { step, state }: PublicWayStep,
  lang: StandingProps['shell']['lang'],
  t: Say,
): string {
  if (step === 'sent' && (state === 'coming' || month === null)) return t('public.proposal.to-send')
  const reason = reasonName ?? ''
  if (step === 'rejected' && reason === '') return t('public.proposal.rejected.bare')
  return t(`public.proposal.${step}`, {
    office: officeName,
    month: month === null ? '' : monthName(month, lang),
    reason,
  })
}
