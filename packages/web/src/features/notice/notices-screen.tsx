import { Button } from '@navikt/ds-react/Button'
import type { NoticeLine } from '@openslrt/core/contract/notice-queries.ts'
import { noticePath, noticeRoutes } from '@openslrt/core/contract/notice-queries.ts'
import { sayNotice } from '@openslrt/core/i18n/say-notice.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useLocation, useSearch } from 'wouter'
import { ask } from '../../platform/api/ask.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { AskedList } from '../../platform/lists/asked-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterTabs } from '../../ui/filter-tabs.tsx'
import { rememberList } from '../../ui/last-list.ts'
import { addressWith, pageOf } from '../../ui/list-address.ts'
import { PageHead } from '../../ui/page-shell.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import './texts.ts'
import './notice.css'

const path = '/kabar'
const tabs = ['unread', 'all'] as const
/** As often as the bell. */
const everyMs = 30_000

/** What the reader was told, to be gone through: opening a case is reading its news. */
export function Screen() {
  const t = useText()
  const search = useSearch()
  const show = new URLSearchParams(search).get('tab') === 'semua' ? 'all' : 'unread'
  const asked = useAsk(
    noticeRoutes.list,
    { query: { show, page: pageOf(search) } },
    { keepPrevious: true, refetchInterval: everyMs },
  )
  const mark = useMark()
  const href = (changes: Record<string, string | number | undefined>) => addressWith(path, search, changes)
  rememberList(href({ halaman: pageOf(search) }))
  const unread = asked.data?.unread ?? 0
  return (
    <>
      <PageHead
        title={t('notice.title')}
        action={
          unread > 0 && (
            <Button variant="secondary" onClick={() => mark(null, true)}>
              {t('notice.read.all')}
            </Button>
          )
        }
      />
      <p className="notice-lead">{t('notice.lead')}</p>
      <FilterTabs
        label={t('list.filters')}
        tabs={tabs.map((tab) => ({
          key: tab,
          label: t(`notice.${tab}`),
          href: href({ tab: tab === 'all' ? 'semua' : undefined, halaman: undefined }),
          current: tab === show,
          count: tab === 'unread' ? unread : undefined,
        }))}
      />
      <AskedList
        asked={asked}
        failedTitle={t('notice.failed')}
        hrefOf={(page) => href({ halaman: page })}
        empty={<EmptyState title={t(`notice.empty.${show}.title`)} text={t(`notice.empty.${show}.text`)} />}
      >
        {(items) => (
          <ul className="notices">
            {items.map((notice) => (
              <Notice key={notice.id} notice={notice} onMark={mark} />
            ))}
          </ul>
        )}
      </AskedList>
    </>
  )
}

/** How it is said where a notice leads. */
const goesTo = ({ number, about }: NoticeLine, t: Say): string =>
  about ? t(`notice.open.${about.kind}`) : t('notice.open', { number })

type Mark = (ids: readonly string[] | null, read: boolean) => Promise<void>

/** Marks notices; lists and the bell then ask anew. */
function useMark(): Mark {
  const queries = useQueryClient()
  return async (ids, read) => {
    await ask(noticeRoutes.read, { body: { ids: ids && [...ids], read } })
    await queries.invalidateQueries()
  }
}

function Notice({ notice, onMark }: { notice: NoticeLine; onMark: Mark }) {
  const t = useText()
  const lang = useLanguage()
  const when = useWhen()
  const [, go] = useLocation()
  const { number, read, at } = notice
  const href = noticePath(notice)
  const goes = goesTo(notice, t)
  const open = (event: { preventDefault(): void }) => {
    if (read) return
    event.preventDefault()
    void onMark([notice.id], true).then(() => go(href))
  }
  return (
    <li className={read ? 'notice' : 'notice notice--new'}>
      <div className="notice__said">
        <Link href={href} onClick={open} aria-label={`${sayNotice(notice, t, lang, when.due)}. ${goes}`}>
          {sayNotice(notice, t, lang, when.due)}
        </Link>
        <span className="notice__about">
          {!read && <StatusTag small tone="attention" label={t('notice.new')} />}
          {number && <span className="numbers">{number}</span>}
          <time dateTime={when.iso(at)} title={when.exact(at)}>
            {when.moment(at)}
          </time>
        </span>
      </div>
      <Button size="small" variant="tertiary" data-color="neutral" onClick={() => void onMark([notice.id], !read)}>
        {t(read ? 'notice.unread.again' : 'notice.read')}
      </Button>
    </li>
  )
}
