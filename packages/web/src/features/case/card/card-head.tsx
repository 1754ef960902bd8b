import { ArrowLeftIcon } from '@navikt/aksel-icons'
import type { CaseLine } from '@openslrt/core/contract/case-queries.ts'
import { isMessageKey } from '@openslrt/core/i18n/known-key.ts'
import { useEffect } from 'react'
import { Link } from 'wouter'
import { useText } from '../../../platform/i18n/use-text.ts'
import { lastList } from '../../../ui/last-list.ts'
import { PageHead } from '../../../ui/page-shell.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { PriorityTag } from '../case-tag.tsx'
import { StandingTag } from '../review-tag.tsx'

/** What case this is, and how it stands, at one glance. */
export function CardHead({ line, restricted }: { line: CaseLine; restricted: string | null }) {
  const t = useText()
  useEffect(() => {
    document.title = `${line.number} – ${t('shell.name')}`
  }, [line.number, t])
  const kind = `restricted.${restricted ?? ''}`
  return (
    <PageHead
      back={
        <Link href={lastList()} className="card-back">
          <ArrowLeftIcon aria-hidden /> {t('case.card.back')}
        </Link>
      }
      title={
        <>
          <span className="card-number numbers">{line.number}</span> {line.summary}
        </>
      }
      tags={
        <>
          <StandingTag line={line} small={false} />
          <PriorityTag line={line} small={false} />
          {isMessageKey(kind) && <StatusTag tone="attention" label={t('case.card.restricted', { kind: t(kind) })} />}
        </>
      }
    />
  )
}
