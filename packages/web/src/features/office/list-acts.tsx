import { Button } from '@navikt/ds-react/Button'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useText } from '../../platform/i18n/use-text.ts'

interface ListActsProps {
  readonly addHref: string
  readonly addText: string
  readonly icon: ReactNode
  readonly importHref: string
}

/** One at a time is the usual way; a file is for who begins a district, and stands back. */
export function ListActs({ addHref, addText, icon, importHref }: ListActsProps) {
  const t = useText()
  return (
    <div className="office-acts">
      <Button as={Link} href={addHref} icon={icon}>
        {addText}
      </Button>
      <Button as={Link} href={importHref} variant="secondary">
        {t('import.title')}
      </Button>
    </div>
  )
}
