import type { Permission } from '@openslrt/core/access/permission.ts'
import type { MessageKey } from '@openslrt/core/i18n/id.ts'
import { type ComponentType, lazy, Suspense } from 'react'
import { useText } from '../platform/i18n/use-text.ts'
import { useActing } from '../platform/session/use-session.ts'
import { Fold } from '../ui/fold.tsx'
import { Loading } from '../ui/loading.tsx'

/** What another capability brings to a card: folded under its title, loaded when somebody opens it. */
export interface Section<Props> {
  readonly title: MessageKey
  /** Any one of these shows it. */
  readonly needs: readonly Permission[]
  readonly load: () => Promise<{ readonly Panel: ComponentType<Props> }>
}

/** The further parts of a card, in their order, for those who may open them. */
export function sectionsOf<Props extends object>(sections: readonly Section<Props>[]): ComponentType<Props> {
  const parts = sections.map(({ title, needs, load }) => ({
    title,
    needs,
    Panel: lazy(async () => ({ default: (await load()).Panel })),
  }))
  return function Sections(props: Props) {
    const t = useText()
    const { can } = useActing()
    return parts
      .filter(({ needs }) => needs.some(can))
      .map(({ title, Panel }) => (
        <Fold key={title} title={t(title)}>
          {() => (
            <Suspense fallback={<Loading label={t('shell.loading')} />}>
              <Panel {...props} />
            </Suspense>
          )}
        </Fold>
      ))
  }
}
