import type { AssessmentPage } from '@openslrt/core/contract/independence-queries.ts'
import { independenceRoutes } from '@openslrt/core/contract/independence-queries.ts'
import { assessmentId } from '@openslrt/core/kernel/id.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { Unread } from '../../platform/lists/unread.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { homePath } from './independence-address.ts'
import './texts.ts'
import './independence.css'

export interface ScreenProps {
  readonly params: Readonly<Record<string, string | undefined>>
}

/** The assessment that an address names, with all states of its coming. */
export function OfAssessment({
  params,
  children,
}: ScreenProps & { readonly children: (page: AssessmentPage) => ReactNode }) {
  const district = ledgerCode.safeParse(params['district'])
  const id = assessmentId.safeParse(params['id'])
  if (!district.success || !id.success) return <None />
  return (
    <Read district={district.data} id={id.data}>
      {children}
    </Read>
  )
}

interface ReadProps {
  readonly district: ReturnType<typeof ledgerCode.parse>
  readonly id: ReturnType<typeof assessmentId.parse>
  readonly children: (page: AssessmentPage) => ReactNode
}

function Read({ district, id, children }: ReadProps) {
  const t = useText()
  const asked = useAsk(independenceRoutes.one, { query: { district, id } })
  if (asked.data) return children(asked.data)
  return <Unread asked={asked} title={t('independence.failed')} none={<None />} rows={12} />
}

function None() {
  const t = useText()
  return (
    <EmptyState
      level={1}
      title={t('independence.gone.title')}
      text={t('independence.gone.text')}
      action={<Link href={homePath}>{t('independence.back')}</Link>}
    />
  )
}
