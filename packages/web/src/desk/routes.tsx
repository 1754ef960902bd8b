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
  /** In the main menu, in the order of this table. */
  readonly menu?: { readonly icon: ComponentType<{ 'aria-hidden'?: boolean }> }
  /** Without the frame: signing in, invitations. */
  readonly bare?: true
}

/** Every screen of the desk, and the only place where features meet. */
export const routes: readonly DeskRoute[] = []
