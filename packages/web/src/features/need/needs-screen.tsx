import './texts.ts'
import type { NeedLine } from '@openslrt/core/contract/need-queries.ts'
import { needRoutes } from '@openslrt/core/contract/need-queries.ts'
import { Link, useSearch } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { dayText } from '../../platform/hours/day-text.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { AskedList } from '../../platform/lists/asked-list.tsx'
import { useLists } from '../../platform/reference/use-lists.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/field-row.tsx'
import { addressWith } from '../../ui/list-address.ts'
import { PageHead } from '../../ui/page-shell.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { cardOf, listPath, needsOfAddress, tablePath } from './need-address.ts'
import { needTones } from './status-look.ts'
import './need.css'

/** The needs behind a number of the table. */
export function Screen() {
  const t = useText()
  const search = useSearch()
  const query = needsOfAddress(search)
  const asked = useAsk(needRoutes.list, { query }, { keepPrevious: true })
  return (
    <>
      <PageHead
        title={t(`need.table.${query.state}`)}
        back={
          <Link href={addressWith(tablePath, search, { keadaan: undefined, halaman: undefined })}>
            {t('need.table.title')}
          </Link>
        }
      />
      <AskedList
        asked={asked}
        failedTitle={t('need.failed')}
        hrefOf={(nth) => addressWith(listPath, search, { halaman: nth })}
        empty={<EmptyState title={t('need.table.empty.title')} text={t('need.table.empty.text')} />}
      >
        {(items) => (
          <Panel>
            <ul className="need__items">
              {items.map((need) => (
                <Item key={need.id} need={need} />
              ))}
            </ul>
          </Panel>
        )}
      </AskedList>
    </>
  )
}

function Item({ need }: { readonly need: NeedLine }) {
  const t = useText()
  const lists = useLists(need.district)
  return (
    <li className="need__item">
      <div className="need__head">
        <span className="need__name">
          <NeedLink need={need}>{[need.name, lists.name('need', need.kind)].filter(Boolean).join(' · ')}</NeedLink>
        </span>
        <StatusTag tone={needTones[need.status]} label={t(`need-status.${need.status}`)} />
      </div>
      {need.text !== '' && <p className="need__text">{need.text}</p>}
      <p className="need__aside">
        {[
          need.placeName,
          t('need.recorded', { day: dayText(need.day) }),
          need.reason && lists.name('need-unmet', need.reason),
          need.note,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </li>
  )
}

/** A need opens the card of its case, or of its family: there it is moved. */
function NeedLink({ need, children }: { readonly need: NeedLine; readonly children: string }) {
  const href = cardOf(need)
  return href === null ? children : <Link href={href}>{children}</Link>
}
