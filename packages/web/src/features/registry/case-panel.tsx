import './texts.ts'
import type { CaseCard } from '@openslrt/core/contract/case-queries.ts'
import { registryRoutes } from '@openslrt/core/contract/registry-queries.ts'
import { Link } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { Loading } from '../../ui/loading.tsx'
import { familyHref } from './family-address.ts'
import './family.css'

/** REGISTRY-19 The family that a case is about, by its card number or its NIK. */
export function Panel({ card }: { readonly card: CaseCard }) {
  const t = useText()
  const { district, id } = card.line
  const { data } = useAsk(registryRoutes.ofCase, { query: { district, case: id } })
  if (!data) return <Loading label={t('shell.loading')} />
  if (data.items.length === 0) return <p className="family__aside">{t('family.case.none')}</p>
  return (
    <ul className="family__list">
      {data.items.map((line) => (
        <li key={line.id} className="family__item">
          <Link className="family__name" href={familyHref(line)}>
            {line.head === '' ? t('family.headless') : t('family.of', { head: line.head })}
          </Link>
          <span className="numbers">
            {[line.placeName, line.kk && `KK ${line.kk}`, line.desil && t('family.desil.one', { n: line.desil })]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  )
}
