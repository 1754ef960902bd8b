import { sessionRoutes } from '@openslrt/core/contract/session.ts'
import { Redirect, useSearch } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { addressWith, pageOf } from '../../ui/list-address.ts'
import { Pager } from '../../ui/pager.tsx'
import { OwnPart } from './own-part.tsx'
import { useDeviceName } from './use-device-name.ts'

/** Below `/meja`. */
export const ownAccountPath = '/akun'

/** What happened at the door to the own account, the newest first. */
export function SignInLog() {
  const t = useText()
  const when = useWhen()
  const search = useSearch()
  const deviceName = useDeviceName()
  const asked = useAsk(sessionRoutes.log, { query: { page: pageOf(search) } }, { keepPrevious: true })
  return (
    <OwnPart title={t('log.title')} asked={asked}>
      {({ items, total, page, size, days }) => {
        const pageHref = (to: number): string => addressWith(ownAccountPath, search, { halaman: to })
        const pageCount = Math.ceil(total / size)
        // The log has become shorter since this address was made: its last page is what is left of this one.
        if (items.length === 0 && page > pageCount && total > 0) return <Redirect href={pageHref(pageCount)} replace />
        return (
          <>
            <p>{t('log.about', { days })}</p>
            {total === 0 && <p>{t('log.none')}</p>}
            <ul className="own-part__lines">
              {items.map((line) => (
                <li key={line.id} className="own-part__line">
                  <span className="own-part__what">
                    <strong>{t(`log.${line.event}`)}</strong>
                    <span className="own-part__less">
                      {deviceName(line)}. {t('sessions.from', { source: line.source })}
                    </span>
                  </span>
                  <time dateTime={when.iso(line.at)} title={when.exact(line.at)}>
                    {when.moment(line.at)}
                  </time>
                </li>
              ))}
            </ul>
            {total > 0 && (
              <Pager
                label={t('list.pages')}
                text={t('list.range', { from: (page - 1) * size + 1, to: (page - 1) * size + items.length, total })}
                page={page}
                pageCount={pageCount}
                hrefOf={pageHref}
              />
            )}
          </>
        )
      }}
    </OwnPart>
  )
}
