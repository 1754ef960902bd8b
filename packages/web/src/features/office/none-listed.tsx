import { Button } from '@navikt/ds-react/Button'
import { Link } from 'wouter'
import { useText } from '../../platform/i18n/use-text.ts'
import { EmptyState } from '../../ui/empty-state.tsx'

interface NoneListedProps {
  readonly what: 'office' | 'staff'
  /** Filters are set: without them there may be more. */
  readonly narrowed: boolean
  /** The list without filters. */
  readonly listHref: string
  readonly addHref: string
  readonly addText: string
}

const words = {
  office: { notFound: 'office.none-found.title', none: 'office.none.title', text: 'office.none.text' },
  staff: { notFound: 'staff.none-found.title', none: 'staff.none.title', text: 'staff.none.text' },
} as const

/** Nothing to show: none at all, or none that fits what was searched. */
export function NoneListed({ what, narrowed, listHref, addHref, addText }: NoneListedProps) {
  const t = useText()
  if (narrowed)
    return (
      <EmptyState
        title={t(words[what].notFound)}
        text={t('office.none-found.text')}
        action={
          <Button as={Link} href={listHref} variant="secondary">
            {t('office.filters.clear')}
          </Button>
        }
      />
    )
  return (
    <EmptyState
      title={t(words[what].none)}
      text={t(words[what].text)}
      action={
        <Button as={Link} href={addHref} variant="secondary">
          {addText}
        </Button>
      }
    />
  )
}
