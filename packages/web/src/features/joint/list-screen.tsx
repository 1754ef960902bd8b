import './texts.ts'
import { Button } from '@navikt/ds-react/Button'
import { type JointLine, jointRoutes, jointShows } from '@openslrt/core/contract/joint-queries.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { dayText } from '../../platform/hours/day-text.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { AskedList } from '../../platform/lists/asked-list.tsx'
import { useActing } from '../../platform/session/use-session.ts'
import { type Column, DataRows } from '../../ui/data-rows.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterTabs } from '../../ui/filter-tabs.tsx'
import { addressWith } from '../../ui/list-address.ts'
import { PageHead } from '../../ui/page-shell.tsx'
import { jointsOf } from './joint-address.ts'
import { ProgrammeForm } from './programme-form.tsx'
import { StandingTag } from './standing-tag.tsx'

const path = '/bersama'

/** Programmes that the acting office leads or takes part in. */
export function Screen() {
  const t = useText()
  const search = useSearch()
  const { can } = useActing()
  const [starting, setStarting] = useState(false)
  const [, go] = useLocation()
  const { show, page } = jointsOf(search)
  const asked = useAsk(jointRoutes.list, { query: { show, page } }, { keepPrevious: true })
  const href = (changes: Record<string, string | number | undefined>): string => addressWith(path, search, changes)
  const start = can('joint.lead') && <Button onClick={() => setStarting(true)}>{t('joint.start')}</Button>
  const none = asked.data?.total === 0
  return (
    <>
      <PageHead title={t('joint.title')} action={!none && start} />
      <FilterTabs
        label={t('list.filters')}
        tabs={jointShows.map((tab) => ({
          key: tab,
          label: t(`joint.show.${tab}`),
          href: href({ lihat: tab, halaman: undefined }),
          current: tab === show,
          count: tab === show ? asked.data?.total : undefined,
        }))}
      />
      <AskedList
        asked={asked}
        failedTitle={t('joint.failed')}
        hrefOf={(nth) => href({ halaman: nth })}
        empty={<EmptyState title={t('joint.empty.title')} text={t('joint.empty.text')} action={start} />}
      >
        {(items) => (
          <DataRows
            caption={t('joint.title')}
            columns={columnsIn(t)}
            rows={items}
            keyOf={({ id }) => id}
            hrefOf={({ district, id }) => `${path}/${district}/${id}`}
          />
        )}
      </AskedList>
      {starting && (
        <ProgrammeForm
          card={null}
          onClose={() => setStarting(false)}
          onDone={(address) => (address ? go(address) : setStarting(false))}
        />
      )}
    </>
  )
}

const columnsIn = (t: Say): readonly Column<JointLine>[] => [
  {
    key: 'name',
    header: t('joint.column.name'),
    place: 'title',
    width: 'minmax(0, 2fr)',
    cell: ({ name }) => name,
    detail: ({ partners }) => t('joint.partners', { n: partners }),
  },
  {
    key: 'lead',
    header: t('joint.column.lead'),
    place: 'lead',
    width: 'minmax(0, 1.2fr)',
    cell: ({ leads, leadName }) => (leads ? t('joint.lead-own') : leadName),
  },
  {
    key: 'progress',
    header: t('joint.column.progress'),
    place: 'text',
    width: 'minmax(0, 1.6fr)',
    cell: ({ reached, targets }) => t('joint.reached', { n: reached, all: targets }),
    detail: ({ done, tasks, late }) =>
      [t('joint.tasks-done', { n: done, all: tasks }), late > 0 && t('joint.late', { n: late })]
        .filter(Boolean)
        .join(' · '),
  },
  {
    key: 'agreement',
    header: t('joint.column.agreement'),
    place: 'aside',
    width: '220px',
    cell: ({ standing }) => <StandingTag standing={standing} />,
    detail: ({ validUntil }) => validUntil && t('joint.until', { day: dayText(validUntil) }),
  },
]
