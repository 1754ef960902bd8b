import { FileCsvIcon, PlusIcon } from '@navikt/aksel-icons'
import { Button } from '@navikt/ds-react/Button'
import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import { Select } from '@navikt/ds-react/Select'
import { type ItemLine, listRoutes } from '@openslrt/core/contract/list-queries.ts'
import type { MessageKey } from '@openslrt/core/i18n/id.ts'
import { editableLists } from '@openslrt/core/lists/list-law.ts'
import { useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { addressWith, type Changes } from '../../ui/list-address.ts'
import { ListSearch } from '../../ui/list-search.tsx'
import { PageHead } from '../../ui/page-shell.tsx'
import { AskedPart } from './asked-part.tsx'
import { FileDialog } from './file-dialog.tsx'
import { ItemDialog } from './item-dialog.tsx'
import { ItemRows } from './item-rows.tsx'
import { calendarPath, listAddressOf, listsPath, newOne } from './lists-address.ts'
import { useRuledPlace } from './use-ruled-place.ts'
import './texts.ts'
import './lists.css'

/** The lists of a place: looked through, added to, changed and ended, each from a day on. */
export function Screen() {
  const t = useText()
  const address = useListAddress()
  const { list, file, done, hrefOf, close } = address
  const { district } = useRuledPlace()
  const asked = useAsk(listRoutes.items, { query: { district, list } }, { keepPrevious: true })
  const locked = useLocked(asked.data?.nationOnly ?? false)
  const mayAdd = asked.data?.grows === true && locked === null
  return (
    <>
      <PageHead
        title={t('lists.title')}
        action={
          mayAdd && (
            <Button as={Link} href={hrefOf({ buka: newOne })} icon={<PlusIcon aria-hidden />}>
              {t('lists.add')}
            </Button>
          )
        }
      />
      <output className="lists__done">{done && <InlineMessage status="success">{done}</InlineMessage>}</output>
      <Filters address={address} />
      {locked && <p className="lists__locked">{t(locked)}</p>}
      <AskedPart asked={asked}>{(data) => <Items {...data} address={address} locked={locked !== null} />}</AskedPart>
      {file && <FileDialog list={list} name={t(`lists.name.${list}`)} locked={locked !== null} onClose={close} />}
    </>
  )
}

/** Why the person may look at a list and not change it; null when they may. */
function useLocked(nationOnly: boolean): MessageKey | null {
  const { district, rules } = useRuledPlace()
  if (nationOnly && district !== '00') return 'lists.locked.nation-only'
  return rules ? null : 'lists.locked.above'
}

interface ItemsProps {
  readonly items: readonly ItemLine[]
  readonly today: string
  readonly address: Address
  readonly locked: boolean
}

function Items({ items, today, address, locked }: ItemsProps) {
  const t = useText()
  const { list, words, opened, hrefOf, close } = address
  const shown = matching(items, words)
  const item = items.find(({ code }) => code === opened) ?? null
  return (
    <>
      {shown.length === 0 ? (
        <EmptyState title={t('lists.none.title')} text={t('lists.none.text')} />
      ) : (
        <ItemRows
          caption={t(`lists.name.${list}`)}
          items={shown}
          today={today}
          hrefOf={(code) => hrefOf({ buka: code })}
        />
      )}
      {(item || opened === newOne) && (
        <ItemDialog key={opened} list={list} item={item} today={today} locked={locked} onClose={close} />
      )}
    </>
  )
}

const matching = (items: readonly ItemLine[], words: string): readonly ItemLine[] => {
  const wanted = words.toLowerCase()
  return items.filter(({ code, names }) =>
    [code, names.id, names.en].some((text) => text.toLowerCase().includes(wanted)),
  )
}

function Filters({ address: { list, words, change, hrefOf } }: { address: Address }) {
  const t = useText()
  return (
    <div className="lists__filters">
      <Select
        size="small"
        label={t('lists.name')}
        value={list}
        onChange={(event) => change({ daftar: event.target.value, cari: undefined })}
      >
        {editableLists.map((one) => (
          <option key={one} value={one}>
            {t(`lists.name.${one}`)}
          </option>
        ))}
      </Select>
      <ListSearch key={list} label={t('lists.search')} value={words} onSearch={(cari) => change({ cari })} />
      <div className="lists__links">
        <Button
          as={Link}
          size="small"
          variant="tertiary"
          href={hrefOf({ berkas: 1 })}
          icon={<FileCsvIcon aria-hidden />}
        >
          {t('lists.file')}
        </Button>
        <Button as={Link} size="small" variant="tertiary" href={calendarPath}>
          {t('lists.to-calendar')}
        </Button>
        <Button as={Link} size="small" variant="tertiary" href="/urutan">
          {t('lists.to-surge-order')}
        </Button>
      </div>
    </div>
  )
}

type Address = ReturnType<typeof useListAddress>

/** Which list, item or file stands open is in the address; what was done when it was closed is told above. */
function useListAddress() {
  const search = useSearch()
  const [, go] = useLocation()
  const [done, setDone] = useState<string | null>(null)
  const hrefOf = (changes: Changes): string => addressWith(listsPath, search, changes)
  return {
    ...listAddressOf(search),
    done,
    hrefOf,
    change: (changes: Changes): void => go(hrefOf(changes), { replace: true }),
    close: (came: string | null): void => {
      setDone(came)
      go(hrefOf({ buka: undefined, berkas: undefined }))
    },
  }
}
