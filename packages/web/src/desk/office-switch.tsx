import { ChevronDownIcon } from '@navikt/aksel-icons'
import { ActionMenu } from '@navikt/ds-react/ActionMenu'
import { isMessageKey } from '@openslrt/core/i18n/known-key.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { type Post, useActing } from '../platform/session/use-session.ts'
import { BarButton } from '../ui/page-shell.tsx'

/** Where the person acts from; who holds posts at several offices chooses here. */
export function OfficeSwitch() {
  const t = useText()
  const { post, posts, actAt } = useActing()
  if (!post) return null
  if (posts.length < 2) return <span className="shell__office-name">{post.officeName}</span>
  return (
    <ActionMenu>
      <ActionMenu.Trigger>
        <BarButton>
          <span className="shell__office-name">{post.officeName}</span>
          <ChevronDownIcon aria-hidden fontSize="1.25rem" />
        </BarButton>
      </ActionMenu.Trigger>
      <ActionMenu.Content>
        <ActionMenu.RadioGroup label={t('account.office')} value={post.office} onValueChange={actAt}>
          {posts.map((one) => (
            <ActionMenu.RadioItem key={one.office} value={one.office}>
              <span className="shell__choice">
                {one.officeName}
                <span className="shell__choice-detail">{rolesOf(one, t)}</span>
              </span>
            </ActionMenu.RadioItem>
          ))}
        </ActionMenu.RadioGroup>
      </ActionMenu.Content>
    </ActionMenu>
  )
}

/** Roles are data and may be newer than this page: one without a name is shown by its code. */
const rolesOf = ({ roles }: Post, t: Say): string =>
  roles
    .map((role) => {
      const key = `role.${role}`
      return isMessageKey(key) ? t(key) : role
    })
    .join(', ')
