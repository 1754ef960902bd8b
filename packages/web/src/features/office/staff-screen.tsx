import { PersonPlusIcon } from '@navikt/aksel-icons'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { useState } from 'react'
import { Link, useSearch } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { AskedList } from '../../platform/lists/asked-list.tsx'
import type { Changes } from '../../ui/list-address.ts'
import { ListSearch } from '../../ui/list-search.tsx'
import { PageHead } from '../../ui/page-shell.tsx'
import { AddStaff } from './add-staff.tsx'
import { DoneNote } from './done-note.tsx'
import { ListActs } from './list-acts.tsx'
import { importPaths, newOne, staffFilterOf, staffPath } from './office-address.ts'
import { OfficePicker } from './office-picker.tsx'
import { useOpened } from './use-opened.ts'
import './office-screens.css'
import { NoneListed } from './none-listed.tsx'
import { StaffDialog } from './staff-dialog.tsx'
import { StaffRows } from './staff-rows.tsx'
import './texts.ts'

/** The people of the acting office and of those under it. */
export function Screen() {
  const t = useText()
  const filter = staffFilterOf(useSearch())
  const { opened, done, hrefOf, pageHref, change, close } = useOpened(staffPath)
  const asked = useAsk(referenceRoutes.staff, { query: filter }, { keepPrevious: true })
  const person = asked.data?.items.find(({ id }) => id === opened) ?? null
  return (
    <>
      <PageHead
        title={t('staff.title')}
        action={
          <ListActs
            addHref={hrefOf(newOne)}
            addText={t('staff.add')}
            icon={<PersonPlusIcon aria-hidden />}
            importHref={importPaths.staff}
          />
        }
      />
      <DoneNote done={done} />
      <Filters filter={filter} change={change} />
      <p className="staff-duty not-on-paper">
        <Link href={filter.office ? `/piket?kantor=${filter.office}` : '/piket'}>{t('duty.title')}</Link>
        {' · '}
        <Link href="/hp">{t('device.title')}</Link>
      </p>
      <AskedList
        asked={asked}
        failedTitle={t('office.failed.title')}
        hrefOf={pageHref}
        empty={
          <NoneListed
            what="staff"
            narrowed={filter.q !== undefined || filter.office !== undefined}
            listHref={staffPath}
            addHref={hrefOf(newOne)}
            addText={t('staff.add')}
          />
        }
      >
        {(items) => <StaffRows rows={items} hrefOf={hrefOf} />}
      </AskedList>
      {opened === newOne && <AddStaff onClose={close} />}
      {person && <StaffDialog key={person.id} person={person} onClose={() => close(null)} />}
    </>
  )
}

interface FiltersProps {
  readonly filter: ReturnType<typeof staffFilterOf>
  readonly change: (changes: Changes) => void
}

function Filters({ filter, change }: FiltersProps) {
  const t = useText()
  // The address holds the id only; its name is known once it was chosen here, or looked up among the listed.
  const [name, setName] = useState('')
  return (
    <div className="list-filters not-on-paper">
      <ListSearch label={t('staff.search')} value={filter.q ?? ''} onSearch={(cari) => change({ cari })} />
      <OfficePicker
        size="small"
        label={t('staff.at')}
        value={filter.office ? { id: filter.office, label: name || t('staff.at.chosen') } : null}
        onChange={(office) => {
          setName(office?.name ?? '')
          change({ kantor: office?.id })
        }}
      />
    </div>
  )
}
