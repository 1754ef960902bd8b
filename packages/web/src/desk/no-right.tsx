import { Button } from '@navikt/ds-react/Button'
import type { Permission } from '@openslrt/core/access/permission.ts'
import { Link } from 'wouter'
import { useText } from '../platform/i18n/use-text.ts'
import { EmptyState } from '../ui/empty-state.tsx'

/** The address is one of ours, but not for this role: says what it would take, and where it may lie. */
export function NoRight({ needs }: { needs: readonly Permission[] }) {
  const t = useText()
  const named = needs.map((permission) => t(`permission.${permission}`)).join(` ${t('either.or')} `)
  return (
    <EmptyState
      level={1}
      title={t('account.no-right.title')}
      text={t('account.no-right.text', { needs: named })}
      action={
        <Button as={Link} href="/" variant="secondary">
          {t('shell.not-found.action')}
        </Button>
      }
    />
  )
}

/** Signed in, but without a post that opens anything. */
export function NoPost() {
  const t = useText()
  return <EmptyState level={1} title={t('account.no-post.title')} text={t('account.no-post.text')} />
}
