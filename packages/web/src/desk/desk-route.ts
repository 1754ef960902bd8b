import type { Permission } from '@openslrt/core/access/permission.ts'
import type { MessageKey } from '@openslrt/core/i18n/id.ts'
import type { ComponentType } from 'react'

export interface ScreenProps {
  /** The named parts of the path: `/kasus/:nomor` gives `nomor`. */
  readonly params: Readonly<Record<string, string | undefined>>
}

/** One screen of the desk. `load` keeps its code out of the first load. */
export interface DeskRoute {
  /** Below `/meja`: "/kasus/:nomor". */
  readonly path: string
  readonly title: MessageKey
  readonly load: () => Promise<{ readonly Screen: ComponentType<ScreenProps> }>
  /** Any one of these opens it; without any it is open to whoever is signed in. */
  readonly needs?: readonly Permission[]
  /** The entry of the menu that it belongs to, where its address does not say so; the first of these that somebody has. */
  readonly under?: readonly string[]
  /** In the main menu, in the order of this table; not beside an entry that it is under. */
  readonly menu?: {
    readonly icon: ComponentType<{ 'aria-hidden'?: boolean }>
    /** One word for a phone's narrow bar, where the title takes two. */
    readonly short?: MessageKey
  }
  /** Without the frame: signing in, invitations. */
  readonly bare?: true
}
