import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import type { TellingLine } from '@openslrt/core/contract/notice-tellings.ts'
import { tellingRoutes } from '@openslrt/core/contract/notice-tellings.ts'
import { Link, useSearch } from 'wouter'
import { useAsk } from '../../../platform/api/use-ask.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { useWhen } from '../../../platform/i18n/use-when.ts'
import { AskedList } from '../../../platform/lists/asked-list.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { FilterTabs } from '../../../ui/filter-tabs.tsx'
import { rememberList } from '../../../ui/last-list.ts'
import { addressWith, pageOf } from '../../../ui/list-address.ts'
import { PageHead } from '../../../ui/page-shell.tsx'
import { TellingActs } from './telling-acts.tsx'
import './telling.css'
import './texts.ts'

const path = '/sampaikan'
const tabs = ['waiting', 'not-found'] as const
const everyMs = 30_000

/** Citizens whom no message reaches: who is to be told what, the oldest first. */
export function Screen() {
  const t = useText()
  const search = useSearch()
  const show = new URLSearchParams(search).get('tab') === 'belum' ? 'not-found' : 'waiting'
  const asked = useAsk(
    tellingRoutes.list,
    { query: { show, page: pageOf(search) } },
    { keepPrevious: true, refetchInterval: everyMs },
  )
  const href = (changes: Record<string, string | number | undefined>) => addressWith(path, search, changes)
  rememberList(href({ halaman: pageOf(search) }))
  const counts = asked.data?.counts
  return (
    <>
      <PageHead title={t('telling.title')} />
      <p className="telling-lead">{t('telling.lead')}</p>
      <FilterTabs
        label={t('list.filters')}
        tabs={tabs.map((tab) => ({
          key: tab,
          label: t(`telling.${tab}`),
          href: href({ tab: tab === 'waiting' ? undefined : 'belum', halaman: undefined }),
          current: tab === show,
          count: counts?.[tab],
        }))}
      />
      <AskedList
        asked={asked}
        failedTitle={t('telling.failed')}
        hrefOf={(page) => href({ halaman: page })}
        empty={<EmptyState title={t('telling.empty.title')} text={t('telling.empty.text')} />}
      >
        {(items) => (
          <ul className="tellings">
            {items.map((line) => (
              <Telling key={line.id} line={line} />
            ))}
          </ul>
        )}
      </AskedList>
      {counts && <p className="telling-lead">{t('telling.counts', { told: counts.told, refused: counts.refused })}</p>}
    </>
  )
}

function Telling({ line }: { line: TellingLine }) {
  const t = useText()
  const when = useWhen()
  const { clientName, placeName, number, since, words, alone } = line
  return (
    <li className="telling">
      <div className="telling__head">
        <h2>
          <Link href={`/kasus/${line.district}/${line.case}`}>{clientName || t('telling.nobody')}</Link>
        </h2>
        <span className="telling__about">
          <span>{placeName}</span>
          <span className="numbers">{number}</span>
          <time dateTime={when.iso(since)}>{t('telling.since', { when: when.moment(since) })}</time>
        </span>
      </div>
      <p className="telling__words">{words}</p>
      {alone && (
        <InlineMessage status="warning" size="small">
          {t('telling.alone')}
        </InlineMessage>
      )}
      <TellingActs line={line} />
    </li>
  )
}
