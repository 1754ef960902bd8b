import { Button } from '@navikt/ds-react/Button'
import { Link } from 'wouter'
import { useText } from '../../platform/i18n/use-text.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { staffPath } from './office-address.ts'

/** Nobody to show: none at all, or none that fits what was searched. */
export function NoStaff({ narrowed, addHref }: { narrowed: boolean; addHref: string }) {
  const t = useText()
  if (narrowed)
    return (
      <EmptyState
        title={t('staff.none-found.title')}
        text={t('office.none-found.text')}
        action={
          <Button as={Link} href={staffPath} variant="secondary">
            {t('office.filters.clear')}
          </Button>
        }
      />
    )
  return (
    <EmptyState
      title={t('staff.none.title')}
      text={t('staff.none.text')}
      action={
        <Button as={Link} href={addHref}>
          {t('staff.add')}
        </Button>
      }
    />
  )
}
