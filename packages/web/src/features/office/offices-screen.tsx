import { PlusIcon } from '@navikt/aksel-icons'
import { Button } from '@navikt/ds-react/Button'
import { Select } from '@navikt/ds-react/Select'
import { type OfficeLine, referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { officeKinds } from '@openslrt/core/office/office.ts'
import { Link, useSearch } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { AskedList } from '../../platform/lists/asked-list.tsx'
import { useActing } from '../../platform/session/use-session.ts'
import type { Changes } from '../../ui/list-address.ts'
import { ListSearch } from '../../ui/list-search.tsx'
import { PageHead } from '../../ui/page-shell.tsx'
import { DoneNote } from './done-note.tsx'
import { NoneListed } from './none-listed.tsx'
import { importPaths, newOne, officeFilterOf, officesPath } from './office-address.ts'
import { OfficeDialog } from './office-dialog.tsx'
import { OfficeRows } from './office-rows.tsx'
import { useOpened } from './use-opened.ts'
import './texts.ts'
import './office-screens.css'

/** The offices under the acting one: found, opened and changed. */
export function Screen() {
  const t = useText()
  const filter = officeFilterOf(useSearch())
  const { opened, done, hrefOf, pageHref, change, close } = useOpened(officesPath)
  const asked = useAsk(referenceRoutes.offices, { query: filter }, { keepPrevious: true })
  const office = asked.data?.items.find(({ id }) => id === opened) ?? null
  const parentName = useParentName(office, asked.data?.items ?? [])
  return (
    <>
      <PageHead
        title={t('office.title')}
        action={
          <div className="office-acts">
            <Button as={Link} href={importPaths.offices} variant="secondary">
              {t('import.title')}
            </Button>
            <Button as={Link} href={hrefOf(newOne)} icon={<PlusIcon aria-hidden />}>
              {t('office.open')}
            </Button>
          </div>
        }
      />
      <DoneNote done={done} />
      <Filters filter={filter} change={change} />
      <AskedList
        asked={asked}
        failedTitle={t('office.failed.title')}
        hrefOf={pageHref}
        empty={
          <NoneListed
            what="office"
            narrowed={filter.q !== undefined || filter.kind !== undefined}
            listHref={officesPath}
            addHref={hrefOf(newOne)}
            addText={t('office.open')}
          />
        }
      >
        {(items) => <OfficeRows rows={items} hrefOf={hrefOf} nested={filter.q === undefined} />}
      </AskedList>
      {(opened === newOne || office) && (
        <OfficeDialog key={opened} office={office} parentName={parentName} onClose={close} />
      )}
    </>
  )
}

/** The parent stands in the same list, or is where the person acts from; any other is told as what it is. */
function useParentName(office: OfficeLine | null, listed: readonly OfficeLine[]): string {
  const t = useText()
  const { posts } = useActing()
  const id = office?.parent ?? null
  if (id === null) return ''
  const own = posts.find((post) => post.office === id)?.officeName
  return listed.find((one) => one.id === id)?.name ?? own ?? t('office.form.parent.same')
}

interface FiltersProps {
  readonly filter: ReturnType<typeof officeFilterOf>
  readonly change: (changes: Changes) => void
}

function Filters({ filter, change }: FiltersProps) {
  const t = useText()
  return (
    <div className="list-filters not-on-paper">
      <ListSearch label={t('office.search')} value={filter.q ?? ''} onSearch={(cari) => change({ cari })} />
      <Select
        size="small"
        label={t('office.kind')}
        value={filter.kind ?? ''}
        onChange={(event) => change({ jenis: event.target.value })}
      >
        <option value="">{t('office.kind.all')}</option>
        {officeKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`office-kind.${kind}`)}
          </option>
        ))}
      </Select>
    </div>
  )
}
