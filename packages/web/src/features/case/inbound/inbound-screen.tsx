import { inboundRoutes, inboundShows, type MessageLine } from '@openslrt/core/contract/inbound.ts'
import { Link, useSearch } from 'wouter'
import { useAsk } from '../../../platform/api/use-ask.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { useWhen } from '../../../platform/i18n/use-when.ts'
import { AskedList } from '../../../platform/lists/asked-list.tsx'
import { useLists } from '../../../platform/reference/use-lists.ts'
import { useActing } from '../../../platform/session/use-session.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { FilterTabs } from '../../../ui/filter-tabs.tsx'
import { rememberList } from '../../../ui/last-list.ts'
import { addressWith, pageOf } from '../../../ui/list-address.ts'
import { PageHead } from '../../../ui/page-shell.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { cardHref } from '../case-rows.tsx'
import { senderOf } from './sender-of.ts'
import './inbound.css'
import './texts.ts'

const path = '/pesan'
const tabs = { waiting: undefined, registered: 'dicatat', aside: 'bukan' } as const
const everyMs = 30_000

/** Messages that people sent to this office, the longest waiting first. */
export function Screen() {
  const t = useText()
  const search = useSearch()
  const named = new URLSearchParams(search).get('tab')
  const show = inboundShows.find((tab) => tabs[tab] === named) ?? 'waiting'
  const asked = useAsk(
    inboundRoutes.list,
    { query: { show, page: pageOf(search) } },
    { keepPrevious: true, refetchInterval: everyMs },
  )
  const href = (changes: Record<string, string | number | undefined>) => addressWith(path, search, changes)
  rememberList(href({ halaman: pageOf(search) }))
  const empty = show === 'waiting' ? 'waiting' : 'other'
  return (
    <>
      <PageHead title={t('inbound.title')} />
      <p className="reading">{t('inbound.lead')}</p>
      <FilterTabs
        label={t('list.filters')}
        tabs={inboundShows.map((tab) => ({
          key: tab,
          label: t(`inbound.show.${tab}`),
          href: href({ tab: tabs[tab], halaman: undefined }),
          current: tab === show,
          count: asked.data?.counts[tab],
        }))}
      />
      <AskedList
        asked={asked}
        failedTitle={t('inbound.failed')}
        hrefOf={(page) => href({ halaman: page })}
        empty={<EmptyState title={t(`inbound.empty.${empty}.title`)} text={t(`inbound.empty.${empty}.text`)} />}
      >
        {(items) => (
          <ul className="inbound">
            {items.map((line) => (
              <Message key={line.id} line={line} />
            ))}
          </ul>
        )}
      </AskedList>
    </>
  )
}

/** One message: who, when, how it begins, and what became of it. */
export function Message({ line }: { line: MessageLine }) {
  const t = useText()
  const when = useWhen()
  const lists = useLists(useActing().post?.district ?? null)
  const { id, way, sentAt, begins, kind, reports, sorted, reason, cases } = line
  const who = senderOf(line)
  return (
    <li className="inbound__message">
      <div className="inbound__head">
        <h2>
          <Link href={`${path}/${id}`} aria-label={t('inbound.open', { who })}>
            {who}
          </Link>
        </h2>
        {sorted === 'nothing' && <StatusTag small tone="attention" label={t('inbound.sorted.nothing')} />}
      </div>
      <p className="inbound__about">
        <span>{t(`inbound.way.${way}`)}</span>
        <time dateTime={when.iso(sentAt)}>{when.moment(sentAt)}</time>
        {sorted !== 'nothing' && <span>{t(`inbound.sorted.${sorted}`)}</span>}
        {reports > 0 && <span>{t('inbound.reports', { count: reports })}</span>}
      </p>
      <p className="inbound__words">{begins === '' ? t('inbound.no-text', { kind }) : begins}</p>
      {reason && <p>{t('inbound.reason', { reason: lists.name('aside', reason) })}</p>}
      {cases.length > 0 && (
        <p className="inbound__about">
          {cases.map((made) => (
            <Link key={made.id} className="numbers" href={cardHref(made)}>
              {made.number}
            </Link>
          ))}
        </p>
      )}
    </li>
  )
}
