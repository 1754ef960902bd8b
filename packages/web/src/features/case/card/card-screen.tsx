import { Button } from '@navikt/ds-react/Button'
import { type CaseCard, caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { caseId } from '@openslrt/core/kernel/id.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import type { ComponentType } from 'react'
import { Link, useSearch } from 'wouter'
import { useAsk } from '../../../platform/api/use-ask.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { UnreadPart } from '../../../platform/lists/unread.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { lastList } from '../../../ui/last-list.ts'
import { CardPage } from './card-page.tsx'

/** What the capability of referrals brings to a case's card; the table of routes puts the two together. */
export interface ReferralParts {
  /** The form of one move of a referral; `referral` is `new` for asking another office. */
  readonly Form: ComponentType<{
    readonly card: CaseCard
    readonly referral: string
    readonly action: string
    readonly onClose: () => void
    readonly onDone: (waiting: boolean) => void
  }>
  /** The letters of a case. */
  readonly Letters: ComponentType<{ readonly card: CaseCard }>
  /** What meetings decided about a case. */
  readonly Meetings: ComponentType<{ readonly card: CaseCard }>
  /** What further capabilities have of it, folded: family, programmes, needs, visits. */
  readonly Sections: ComponentType<{ readonly card: CaseCard }>
  readonly Panel: ComponentType<{
    readonly card: CaseCard
    /** The referral that somebody came for. */
    readonly chosen: string | null
    readonly onAct: (referral: string, action: string) => void
  }>
}

interface CardScreenProps {
  readonly params: Readonly<Record<string, string | undefined>>
}

/** The case card as a screen: `/kasus/:district/:id`, with the referral somebody came for behind `?rujukan=`. */
export const cardScreen = (parts: ReferralParts): ComponentType<CardScreenProps> =>
  function Screen({ params }) {
    const district = ledgerCode.safeParse(params['district'])
    const id = caseId.safeParse(params['id'])
    if (!district.success || !id.success) return <NoCase />
    return <AskedCard parts={parts} query={{ district: district.data, id: id.data }} />
  }

interface AskedCardProps {
  readonly parts: ReferralParts
  readonly query: { readonly district: string; readonly id: string }
}

function AskedCard({ parts, query }: AskedCardProps) {
  const t = useText()
  const chosen = new URLSearchParams(useSearch()).get('rujukan')
  const asked = useAsk(caseRoutes.card, { query }, { refetchInterval: 60_000 })
  const { data, problem } = asked
  // A leave to see it can end while it is looked at: an asked office loses it with its last step.
  const unseen = chosen ? 'lapsed' : 'none'
  if (problem && isNowhere(problem.code)) return <NoCase why={data ? 'over' : unseen} />
  if (data) return <CardPage card={data} parts={parts} chosen={chosen} />
  return <UnreadPart asked={asked} title={t('case.card.failed')} rows={10} level={1} />
}

/** There is no such case, none that this person may see, or not even such a district. */
const isNowhere = (code: string): boolean => code === 'not-found' || code === 'wrong-district'

/** `lapsed`: whoever comes from a referral may have seen it before. */
function NoCase({ why = 'none' }: { why?: 'none' | 'over' | 'lapsed' }) {
  const t = useText()
  return (
    <EmptyState
      level={1}
      title={t(`case.card.${why}.title`)}
      text={t(`case.card.${why}.text`)}
      action={
        <Button as={Link} href={lastList()} variant="secondary">
          {t('case.card.back')}
        </Button>
      }
    />
  )
}
