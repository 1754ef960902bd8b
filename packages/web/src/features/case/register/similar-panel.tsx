import { Button } from '@navikt/ds-react/Button'
import { caseRoutes, type LikeCase } from '@openslrt/core/contract/case-queries.ts'
import { useState } from 'react'
import { Link } from 'wouter'
import { useAsk } from '../../../platform/api/use-ask.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { useWhen } from '../../../platform/i18n/use-when.ts'
import { Panel } from '../../../ui/field-row.tsx'
import { useSettled } from '../../../ui/use-settled.ts'
import { cardHref } from '../case-rows.tsx'
import { CaseTag } from '../case-tag.tsx'
import { comparisonOf, isHidden, type RegisterValues } from './register-values.ts'

/** More at once would push the form itself out of sight; the likest come first. */
const mostAtOnce = 3

/** Search before create: cases that may be about the same need, each with why it is thought so. */
export function SimilarPanel({ values }: { values: RegisterValues }) {
  const t = useText()
  const compared = useSettled(JSON.stringify(comparisonOf(values)), 500)
  const body = comparison(compared)
  const { data } = useAsk(caseRoutes.similar, body ? { body } : {}, { enabled: body !== null, keepPrevious: true })
  const found = body ? (data?.items ?? []) : []
  const [all, setAll] = useState(false)
  const shown = all ? found : found.slice(0, mostAtOnce)
  if (isHidden(values)) return null
  return (
    <Panel title={t('case.similar')}>
      <output className="similar">
        {found.length === 0 ? (
          <p className="similar__none">{t(body && data ? 'case.similar.none' : 'case.similar.hint')}</p>
        ) : (
          shown.map((like) => <Like key={like.line.id} like={like} />)
        )}
      </output>
      {found.length > shown.length && (
        <Button className="similar__more" size="small" variant="tertiary" type="button" onClick={() => setAll(true)}>
          {t('case.similar.more', { count: found.length - shown.length })}
        </Button>
      )}
    </Panel>
  )
}

// The values are compared as one text, so that the same ones ask nothing anew.
const comparison = (text: string): ReturnType<typeof comparisonOf> => JSON.parse(text)

function Like({ like: { line, reasons } }: { like: LikeCase }) {
  const t = useText()
  const when = useWhen()
  return (
    <article className="similar__case">
      <div className="similar__head">
        <span className="numbers">{line.number}</span>
        <CaseTag status={line.status} />
      </div>
      <strong>{line.summary}</strong>
      <span className="similar__quiet">
        {line.clientMasked} · {line.placeName} · {when.moment(line.registeredAt)}
      </span>
      <ul className="similar__reasons">
        {reasons.map((reason) => (
          <li key={reason}>{t(`alike.${reason}`)}</li>
        ))}
      </ul>
      <Button as={Link} href={cardHref(line)} size="small" variant="secondary">
        {t('case.similar.same')}
      </Button>
    </article>
  )
}
