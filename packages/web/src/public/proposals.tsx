import type { StandingProps, ToldProposal } from '@openslrt/core/contract/public-pages.ts'
import { monthName } from '@openslrt/core/i18n/say-month.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { type PublicWayStep, publicWay } from '@openslrt/core/proposal/public-way.ts'
import { type Around, ToldWays } from './told-ways.tsx'

/** PROPOSAL-31 How the proposals to the national data stand that came of this report. */
export function Proposals({ proposals, ...around }: Pick<StandingProps, 'proposals'> & Around) {
  const { t, shell } = around
  return (
    <ToldWays
      title={t('public.case.proposals')}
      around={around}
      ways={proposals.map((proposal) => ({
        key: `${proposal.kind} ${proposal.draftedAt}`,
        label: t(`proposal-kind.${proposal.kind}`),
        steps: publicWay(proposal),
        titleOf: (step: PublicWayStep) => titleOf(proposal, step, shell.lang, t),
      }))}
    />
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
