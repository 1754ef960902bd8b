import { Button } from '@navikt/ds-react/Button'
import { Link } from 'wouter'
import { useText } from '../../platform/i18n/use-text.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { officesPath } from './office-address.ts'

/** No office to show: none at all, or none that fits what was searched. */
export function NoOffices({ narrowed, openHref }: { narrowed: boolean; openHref: string }) {
  const t = useText()
  if (narrowed)
    return (
      <EmptyState
        title={t('office.none-found.title')}
        text={t('office.none-found.text')}
        action={
          <Button as={Link} href={officesPath} variant="secondary">
            {t('office.filters.clear')}
          </Button>
        }
      />
    )
  return (
    <EmptyState
      title={t('office.none.title')}
      text={t('office.none.text')}
      action={
        <Button as={Link} href={openHref}>
          {t('office.open')}
        </Button>
      }
    />
  )
}
