import { ChevronDownIcon } from '@navikt/aksel-icons'
import type { Lang } from '@openslrt/core/i18n/translate.ts'
import { useLocation } from 'wouter'
import { useLanguage, useText } from '../platform/i18n/use-text.ts'
import { type Post, useActing } from '../platform/session/use-session.ts'
import { BarMenu, BarMenuItem } from '../ui/bar-menu.tsx'

/** Where the person acts from; who holds posts at several offices chooses here. */
export function OfficeSwitch() {
  const t = useText()
  const lang = useLanguage()
  const { post, posts, actAt } = useActing()
  const [, go] = useLocation()
  // What was open belongs to the office before; at the next one work begins with what it has to do.
  const change = (office: string): void => {
    actAt(office)
    go('/')
  }
  if (!post) return null
  if (posts.length < 2) return <span className="shell__office-name">{post.officeName}</span>
  return (
    <BarMenu
      heading={t('account.office')}
      button={
        <>
          <span className="shell__office-name">{post.officeName}</span>
          <ChevronDownIcon aria-hidden fontSize="1.25rem" />
        </>
      }
    >
      {posts.map((one) => (
        <BarMenuItem
          key={one.office}
          chosen={one.office === post.office}
          detail={rolesOf(one, lang)}
          onChoose={() => change(one.office)}
        >
          {one.officeName}
        </BarMenuItem>
      ))}
    </BarMenu>
  )
}

const rolesOf = ({ roleNames }: Post, lang: Lang): string => roleNames.map((names) => names[lang]).join(', ')
