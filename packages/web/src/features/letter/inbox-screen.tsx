import './texts.ts'
import { Button } from '@navikt/ds-react/Button'
import { type InboxLetter, type LetterShow, letterRoutes } from '@openslrt/core/contract/letter-queries.ts'
import { useState } from 'react'
import { useSearch } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { AskedList } from '../../platform/lists/asked-list.tsx'
import { useActing } from '../../platform/session/use-session.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterTabs } from '../../ui/filter-tabs.tsx'
import { rememberList } from '../../ui/last-list.ts'
import { addressWith } from '../../ui/list-address.ts'
import { PageHead } from '../../ui/page-shell.tsx'
import { lettersOf, tabsFor } from './inbox-tabs.ts'
import { LetterRows } from './letter-rows.tsx'
import { ManyLetters } from './many-letters.tsx'
import { RunReport } from './run-report.tsx'
import './letter.css'

const path = '/surat'

/** Letters that wait for somebody's initial or signature, and what is to be handed over: one by one or many at once. */
export function Screen() {
  const t = useText()
  const search = useSearch()
  const { can } = useActing()
  const tabs = tabsFor(can)
  const { show, page } = lettersOf(search, tabs)
  const asked = useAsk(letterRoutes.inbox, { query: { show, page } }, { keepPrevious: true, refetchInterval: 60_000 })
  const href = (changes: Record<string, string | number | undefined>): string => addressWith(path, search, changes)
  rememberList(href({ halaman: page }))
  return (
    <>
      <PageHead title={t('letters.title')} />
      <RunReport />
      <FilterTabs
        label={t('list.filters')}
        tabs={tabs.map((tab) => ({
          key: tab,
          label: t(`letter.show.${tab}`),
          href: href({ lihat: tab, halaman: undefined }),
          current: tab === show,
          count: tab === show ? asked.data?.total : undefined,
        }))}
      />
      <AskedList
        asked={asked}
        failedTitle={t('letter.inbox.failed')}
        hrefOf={(nth) => href({ halaman: nth })}
        empty={<EmptyState title={t('letter.empty.title')} text={t('letter.empty.text')} />}
      >
        {(items) => <Letters key={show} show={show} items={items} />}
      </AskedList>
    </>
  )
}

/** What is picked stays picked while pages are turned. */
function Letters({ show, items }: { show: LetterShow; items: readonly InboxLetter[] }) {
  const t = useText()
  const [picked, setPicked] = useState<ReadonlyMap<string, InboxLetter>>(new Map())
  const choose = (rows: readonly InboxLetter[], chosen: boolean): void =>
    setPicked((before) => {
      const after = new Map(before)
      for (const row of rows)
        if (chosen) after.set(row.id, row)
        else after.delete(row.id)
      return after
    })
  const can = show !== 'returned' && show !== 'waiting'
  return (
    <>
      <ManyLetters show={show} letters={[...picked.values()]} onDone={() => setPicked(new Map())} />
      {can && picked.size === 0 && (
        <div className="letter__acts not-on-paper">
          <Button size="small" variant="tertiary" onClick={() => choose(items, true)}>
            {t('letter.pick-all')}
          </Button>
        </div>
      )}
      <LetterRows rows={items} {...(can && { choose, has: ({ id }: InboxLetter) => picked.has(id) })} />
    </>
  )
}
