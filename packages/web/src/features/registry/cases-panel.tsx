import type { CaseOfFamily } from '@openslrt/core/contract/registry-queries.ts'
import { sayDate } from '@openslrt/core/i18n/when.ts'
import { Link } from 'wouter'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { useActing } from '../../platform/session/use-session.ts'
import { Panel } from '../../ui/field-row.tsx'

/** REGISTRY-19 The cases that name this family or one of its members. */
export function CasesPanel({ cases }: { readonly cases: readonly CaseOfFamily[] }) {
  const t = useText()
  const lang = useLanguage()
  const zone = useActing().post?.zone ?? 'Asia/Jakarta'
  return (
    <Panel title={t('family.cases')}>
      {cases.length === 0 && <p className="family__aside">{t('family.cases.none')}</p>}
      <ul className="family__list">
        {cases.map(({ id, district, number, summary, status, registeredAt }) => (
          <li key={id} className="family__item">
            <Link className="family__name" href={`/kasus/${district}/${id}`}>
              {summary}
            </Link>
            <span className="numbers">
              {number} · {t(`status.${status}`)} · {sayDate(registeredAt, zone, lang)}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
