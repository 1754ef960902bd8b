import { PlusIcon } from '@navikt/aksel-icons'
import { Select } from '@navikt/ds-react/Select'
import { type OfficeLine, referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { officeKinds } from '@openslrt/core/office/office.ts'
import { useSearch } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { AskedList } from '../../platform/lists/asked-list.tsx'
import { useActing } from '../../platform/session/use-session.ts'
import { FilterTabs } from '../../ui/filter-tabs.tsx'
import { addressWith, type Changes } from '../../ui/list-address.ts'
import { ListSearch } from '../../ui/list-search.tsx'
import { PageHead } from '../../ui/page-shell.tsx'
import { DoneNote } from './done-note.tsx'
import { ListActs } from './list-acts.tsx'
import { NoneListed } from './none-listed.tsx'
import { importPaths, isHours, isId, isTree, newOne, officeFilterOf, officesPath } from './office-address.ts'
import { OfficeDialog } from './office-dialog.tsx'
import { OfficeHoursDialog } from './office-hours-dialog.tsx'
import { OfficeRows } from './office-rows.tsx'
import { OfficeTree } from './office-tree.tsx'
import { useOpened } from './use-opened.ts'
import './texts.ts'
import './office-screens.css'

/** The offices under the acting one: found, opened and changed; as a list or as a tree. */
export function Screen() {
  const t = useText()
  const search = useSearch()
  const tree = isTree(search)
  const { opened, done, hrefOf, change, ...address } = useOpened(officesPath)
  const viewHref = (tampilan: string): string => addressWith(officesPath, '', { tampilan })
  return (
    <>
      <PageHead
        title={t('office.title')}
        action={
          <ListActs
            addHref={hrefOf(newOne)}
            addText={t('office.open')}
            icon={<PlusIcon aria-hidden />}
            importHref={importPaths.offices}
          />
        }
      />
      <DoneNote done={done} />
      <FilterTabs
        label={t('office.view')}
        tabs={[
          { key: 'list', label: t('office.view.list'), href: viewHref(''), current: !tree },
          { key: 'tree', label: t('office.view.tree'), href: viewHref('pohon'), current: tree },
        ]}
      />
      {tree ? <OfficeTree hrefOf={hrefOf} /> : <OfficeList {...address} hrefOf={hrefOf} change={change} />}
      {opened !== null && (
        <OpenedOffice
          key={opened}
          opened={opened}
          hours={isHours(search)}
          hoursHref={address.hoursHref(opened)}
          onClose={address.close}
        />
      )}
    </>
  )
}

type Opened = ReturnType<typeof useOpened>

function OfficeList({ hrefOf, pageHref, change }: Pick<Opened, 'hrefOf' | 'pageHref' | 'change'>) {
  const t = useText()
  const filter = officeFilterOf(useSearch())
  const asked = useAsk(referenceRoutes.offices, { query: filter }, { keepPrevious: true })
  return (
    <>
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
    </>
  )
}

/** The form of an office, wherever in list or tree it stands, or of a new one. */
interface OpenedOfficeProps {
  readonly opened: string
  /** Its hours instead of its form. */
  readonly hours: boolean
  readonly hoursHref: string
  readonly onClose: Opened['close']
}

function OpenedOffice({ opened, hours, hoursHref, onClose }: OpenedOfficeProps) {
  const office = useOffice(isId(opened) ? opened : null)
  const above = useOffice(office.data?.parent ?? null)
  const parentName = useParentName(office.data, above.data ? [above.data] : [])
  if ((opened !== newOne && !office.data) || above.isComing) return null
  if (hours && office.data) return <OfficeHoursDialog office={office.data} onClose={onClose} />
  return <OfficeDialog office={office.data} parentName={parentName} hoursHref={hoursHref} onClose={onClose} />
}

/** One office by its id; null where there is none to ask for, or none that may be looked at. */
function useOffice(id: string | null): { readonly data: OfficeLine | null; readonly isComing: boolean } {
  const asked = useAsk(referenceRoutes.offices, { query: id ? { id } : {} }, { enabled: id !== null })
  return { data: id === null ? null : (asked.data?.items[0] ?? null), isComing: id !== null && asked.isPending }
}

/** The parent is one that may be looked at, or where the person acts from; any other is told as what it is. */
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
