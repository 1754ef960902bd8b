import './texts.ts'
import { Button } from '@navikt/ds-react/Button'
import type { QuotaLine } from '@openslrt/core/contract/need-queries.ts'
import { needRoutes } from '@openslrt/core/contract/need-queries.ts'
import { programmeId } from '@openslrt/core/kernel/id.ts'
import { placesLeft } from '@openslrt/core/need/quota.ts'
import { useState } from 'react'
import { useSearch } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { dayText } from '../../platform/hours/day-text.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { AskedList } from '../../platform/lists/asked-list.tsx'
import { useActing } from '../../platform/session/use-session.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/field-row.tsx'
import { Fold } from '../../ui/fold.tsx'
import { addressWith, pageOf } from '../../ui/list-address.ts'
import { PageHead } from '../../ui/page-shell.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { quotasPath } from './need-address.ts'
import { NeedTabs } from './need-tabs.tsx'
import { QuotaForm } from './quota-form.tsx'
import { WaitingList } from './waiting-list.tsx'
import './need.css'

/** How many places programmes have here, how many are left, and who waits. */
export function Screen() {
  const t = useText()
  const search = useSearch()
  const [setting, setSetting] = useState<QuotaLine | 'new' | null>(null)
  const programme = programmeId.safeParse(new URLSearchParams(search).get('program'))
  const query = { page: pageOf(search), ...(programme.success && { programme: programme.data }) }
  const asked = useAsk(needRoutes.quotas, { query }, { keepPrevious: true })
  const add = <Button onClick={() => setSetting('new')}>{t('quota.add')}</Button>
  return (
    <>
      <PageHead title={t('need.quotas.title')} action={asked.data?.total !== 0 && add} />
      <NeedTabs current={quotasPath} />
      <AskedList
        asked={asked}
        failedTitle={t('quota.failed')}
        hrefOf={(nth) => addressWith(quotasPath, search, { halaman: nth })}
        empty={<EmptyState title={t('quota.empty.title')} text={t('quota.empty.text')} action={add} />}
      >
        {(items) => (
          <Panel>
            <ul className="need__items">
              {items.map((line) => (
                <Item key={line.id} line={line} onSet={() => setSetting(line)} />
              ))}
            </ul>
          </Panel>
        )}
      </AskedList>
      {setting && <QuotaForm line={setting === 'new' ? null : setting} onClose={() => setSetting(null)} />}
    </>
  )
}

function Item({ line, onSet }: { readonly line: QuotaLine; readonly onSet: () => void }) {
  const t = useText()
  const { can } = useActing()
  const left = placesLeft(line)
  return (
    <li className="need__item">
      <div className="need__head">
        <span className="need__name">{line.programmeName}</span>
        <StatusTag
          tone={left > 0 ? 'active' : 'attention'}
          label={left > 0 ? t('quota.left', { n: left }) : t('quota.full')}
        />
      </div>
      <p className="need__aside">
        {[
          line.placeName,
          t('quota.period', { from: dayText(line.from), until: dayText(line.until) }),
          t('quota.used', { n: line.granted, all: line.places }),
          line.shared > 0 && t('quota.shared', { n: line.shared }),
          line.waiting > 0 && t('quota.waiting', { n: line.waiting }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {line.sets && (
        <div className="need__acts">
          <Button size="small" variant="secondary" data-color="neutral" onClick={onSet}>
            {t('quota.change')}
          </Button>
        </div>
      )}
      {line.waiting > 0 && can('programme.decide') && (
        <Fold title={t('quota.line')}>{() => <WaitingList district={line.district} id={line.id} />}</Fold>
      )}
    </li>
  )
}
