import { Button } from '@navikt/ds-react/Button'
import { type RoleLine, roleRoutes } from '@openslrt/core/contract/role-queries.ts'
import { sayNumber } from '@openslrt/core/i18n/amount.ts'
import { useState } from 'react'
import { Link } from 'wouter'
import { useAsk } from '../../../platform/api/use-ask.ts'
import { useLanguage, useText } from '../../../platform/i18n/use-text.ts'
import { useWhen } from '../../../platform/i18n/use-when.ts'
import { AskedPart } from '../asked-part.tsx'
import { useRuledPlace } from '../use-ruled-place.ts'

/** Who holds a role: how many, and page by page who and where. */
export function RoleHolders({ role }: { role: RoleLine }) {
  const t = useText()
  const lang = useLanguage()
  const counts = { people: sayNumber(role.people, lang), offices: sayNumber(role.offices, lang) }
  return (
    <section className="lists__part">
      <h2>{t('roles.holders')}</h2>
      <p>{role.people === 0 ? t('roles.held.none') : t('roles.held', counts)}</p>
      {role.people > 0 && <Holders code={role.code} />}
    </section>
  )
}

function Holders({ code }: { code: string }) {
  const t = useText()
  const when = useWhen()
  const { district } = useRuledPlace()
  const [page, setPage] = useState(1)
  const asked = useAsk(roleRoutes.holders, { query: { district, code, page } }, { keepPrevious: true })
  return (
    <AskedPart asked={asked}>
      {({ items, total, size }) => (
        <>
          <ul className="lists__said" aria-label={t('roles.holders.caption')}>
            {items.map(({ staff, name, office, officeName, until }) => (
              <li key={`${staff} ${office} ${until}`}>
                <span>
                  <Link href={`/petugas?kantor=${office}`}>{name}</Link>
                  <span className="lists__by">
                    {[officeName, until !== null && t('roles.holders.until', { day: when.date(until) })]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </span>
              </li>
            ))}
          </ul>
          {total > size && (
            <div className="lists__acts">
              <Button size="small" variant="tertiary" disabled={page === 1} onClick={() => setPage(page - 1)}>
                {t('roles.holders.before')}
              </Button>
              <span className="numbers">
                {t('list.range', { from: (page - 1) * size + 1, to: (page - 1) * size + items.length, total })}
              </span>
              <Button size="small" variant="tertiary" disabled={page * size >= total} onClick={() => setPage(page + 1)}>
                {t('roles.holders.next')}
              </Button>
            </div>
          )}
        </>
      )}
    </AskedPart>
  )
}
