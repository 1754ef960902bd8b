import { Button } from '@navikt/ds-react/Button'
import { blankStatuses } from '@openslrt/core/blank/blank.ts'
import { type BlankMove, blankActs, mayBeTyped } from '@openslrt/core/blank/moves.ts'
import { type BlankLine, blankRoutes } from '@openslrt/core/contract/blank.ts'
import { useState } from 'react'
import { Link, useSearch } from 'wouter'
import { useAsk } from '../../../platform/api/use-ask.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { useWhen } from '../../../platform/i18n/use-when.ts'
import { AskedList } from '../../../platform/lists/asked-list.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { FilterTabs } from '../../../ui/filter-tabs.tsx'
import { addressWith, pageOf } from '../../../ui/list-address.ts'
import { PageHead } from '../../../ui/page-shell.tsx'
import { cardHref } from '../case-rows.tsx'
import { FormDialog } from './form-dialog.tsx'
import './blank.css'
import './texts.ts'

const path = '/blangko'

/** Every numbered form of an office, by how it stands. */
export function Screen() {
  const t = useText()
  const search = useSearch()
  const named = new URLSearchParams(search).get('tab')
  const show = blankStatuses.find((status) => status === named) ?? blankStatuses[0]
  const asked = useAsk(blankRoutes.list, { query: { show, page: pageOf(search) } }, { keepPrevious: true })
  const href = (changes: Record<string, string | number | undefined>) => addressWith(path, search, changes)
  return (
    <>
      <PageHead title={t('blank.list')} back={<Link href="/formulir">{t('paper.title')}</Link>} />
      <p className="reading">{t('blank.list.lead')}</p>
      <FilterTabs
        label={t('list.filters')}
        tabs={blankStatuses.map((status) => ({
          key: status,
          label: t(`blank.tab.${status}`),
          href: href({ tab: mayBeTyped(status) ? undefined : status, halaman: undefined }),
          current: status === show,
          count: asked.data?.counts[status],
        }))}
      />
      <AskedList
        asked={asked}
        failedTitle={t('blank.failed')}
        hrefOf={(page) => href({ halaman: page })}
        empty={<EmptyState title={t('blank.none.title')} text={t('blank.none.text')} />}
      >
        {(items) => (
          <ul className="blanks">
            {items.map((line) => (
              <Form key={line.id} line={line} />
            ))}
          </ul>
        )}
      </AskedList>
    </>
  )
}

function Form({ line }: { line: BlankLine }) {
  const t = useText()
  const when = useWhen()
  const [open, setOpen] = useState<Exclude<BlankMove, 'type'> | null>(null)
  const { number, status, note, changedAt, case: made } = line
  return (
    <li className="blanks__form">
      <strong className="numbers">{number}</strong>
      <time dateTime={when.iso(changedAt)}>{when.moment(changedAt)}</time>
      {note !== '' && <span>{note}</span>}
      {made && (
        <Link className="numbers" href={cardHref({ district: line.district, id: made.id })}>
          {made.number}
        </Link>
      )}
      <span className="blanks__acts">
        {mayBeTyped(status) && (
          <Button as={Link} size="small" variant="secondary" href={`/catat?formulir=${number}`}>
            {t('blank.type', { number })}
          </Button>
        )}
        {blankActs(status).map((move) => (
          <Button
            key={move}
            size="small"
            variant="tertiary"
            data-color="neutral"
            aria-label={`${t(`blank.${move}`)} ${number}`}
            onClick={() => setOpen(move)}
          >
            {t(`blank.${move}`)}
          </Button>
        ))}
      </span>
      {open && <FormDialog line={line} move={open} onClose={() => setOpen(null)} />}
    </li>
  )
}
