import { FileCsvIcon, PlusIcon } from '@navikt/aksel-icons'
import { Button } from '@navikt/ds-react/Button'
import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import { type RoleLine, roleRoutes } from '@openslrt/core/contract/role-queries.ts'
import type { MessageKey } from '@openslrt/core/i18n/id.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { useAsk } from '../../../platform/api/use-ask.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { useActing } from '../../../platform/session/use-session.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { addressWith, type Changes } from '../../../ui/list-address.ts'
import { ListSearch } from '../../../ui/list-search.tsx'
import { PageHead } from '../../../ui/page-shell.tsx'
import { AskedPart } from '../asked-part.tsx'
import { FileDialog } from '../file-dialog.tsx'
import { useRuledPlace } from '../use-ruled-place.ts'
import { RoleDialog } from './role-dialog.tsx'
import { bundleOf } from './role-form.ts'
import { RoleFormDialog } from './role-form-dialog.tsx'
import { RoleRows } from './role-rows.tsx'
import { anyRole, rolesAddressOf, rolesPath } from './roles-address.ts'
import '../texts.ts'
import './texts.ts'
import '../lists.css'
import './roles.css'

/** The roles of a place: what each allows, who holds it; copied, changed and ended, each from a day on. */
export function Screen() {
  const t = useText()
  const address = useRolesAddress()
  const { words, file, done, hrefOf, change, close } = address
  const { district } = useRuledPlace()
  const locked = useLocked()
  const asked = useAsk(roleRoutes.items, { query: { district } }, { keepPrevious: true })
  return (
    <>
      <PageHead
        title={t('roles.title')}
        action={
          locked === null && (
            <Button as={Link} href={hrefOf({ salin: anyRole })} icon={<PlusIcon aria-hidden />}>
              {t('roles.add')}
            </Button>
          )
        }
      />
      <output className="lists__done">{done && <InlineMessage status="success">{done}</InlineMessage>}</output>
      <p className="roles__about">{t('roles.about')}</p>
      {locked && <p className="lists__locked">{t(locked)}</p>}
      <div className="roles__filters">
        <ListSearch label={t('roles.search')} value={words} onSearch={(cari) => change({ cari })} />
        <Button
          as={Link}
          size="small"
          variant="tertiary"
          href={hrefOf({ berkas: 1 })}
          icon={<FileCsvIcon aria-hidden />}
        >
          {t('lists.file')}
        </Button>
      </div>
      <AskedPart asked={asked}>{(data) => <Roles {...data} address={address} locked={locked} />}</AskedPart>
      {file && <FileDialog list="role" name={t('roles.title')} locked={locked !== null} onClose={close} />}
    </>
  )
}

/** Why the person may look at roles and not change them; null when they may. */
function useLocked(): MessageKey | null {
  const { rules } = useRuledPlace()
  const { can } = useActing()
  if (!rules) return 'roles.locked.place'
  return can('lists.manage') ? null : 'roles.locked.right'
}

interface RolesProps {
  readonly items: readonly RoleLine[]
  readonly today: string
  readonly address: Address
  readonly locked: MessageKey | null
}

function Roles({ items, today, address, locked }: RolesProps) {
  const t = useText()
  const { words, opened, hrefOf, close } = address
  const shown = matching(items, words, t)
  const role = items.find(({ code }) => code === opened)
  return (
    <>
      {shown.length === 0 ? (
        <EmptyState title={t('roles.none.title')} text={t('roles.none.text')} />
      ) : (
        <RoleRows roles={shown} today={today} hrefOf={(code) => hrefOf({ buka: code })} />
      )}
      {role && (
        <RoleDialog
          key={role.code}
          role={role}
          today={today}
          locked={locked && t(locked)}
          hrefOf={(act, code) => hrefOf({ buka: undefined, [act]: code })}
          onClose={close}
        />
      )}
      {locked === null && <RoleForm items={items} today={today} address={address} />}
    </>
  )
}

/** The form that the address asks for: a change, a copy of one role, or a copy whose original is still to be chosen. */
function RoleForm({ items, today, address }: Omit<RolesProps, 'locked'>) {
  const { changed, copied, close } = address
  const role = items.find(({ code }) => code === (changed ?? copied)) ?? null
  if (changed !== null ? !role?.own : copied === null) return null
  return (
    <RoleFormDialog
      key={changed ?? copied}
      roles={items}
      role={role}
      isCopy={changed === null}
      today={today}
      onClose={close}
    />
  )
}

/** Roles by their name, or by what they allow: who looks for "jawab" finds every role that answers. */
const matching = (items: readonly RoleLine[], words: string, t: Say): readonly RoleLine[] => {
  const wanted = words.toLowerCase()
  return items.filter((role) =>
    [role.names.id, role.names.en, ...bundleOf(role).permissions.map((right) => t(`permission.${right}`))].some(
      (text) => text.toLowerCase().includes(wanted),
    ),
  )
}

type Address = ReturnType<typeof useRolesAddress>

/** Which role stands open and what is done with it is in the address; what was done when it was closed is told above. */
function useRolesAddress() {
  const search = useSearch()
  const [, go] = useLocation()
  const [done, setDone] = useState<string | null>(null)
  const hrefOf = (changes: Changes): string => addressWith(rolesPath, search, changes)
  return {
    ...rolesAddressOf(search),
    done,
    hrefOf,
    change: (changes: Changes): void => go(hrefOf(changes), { replace: true }),
    close: (came: string | null): void => {
      setDone(came)
      go(hrefOf({ buka: undefined, ubah: undefined, salin: undefined, berkas: undefined }))
    },
  }
}
