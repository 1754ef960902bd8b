import './texts.ts'
import { Button } from '@navikt/ds-react/Button'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { useText } from '../../platform/i18n/use-text.ts'
import { loadForAgain } from './again.ts'

/** FIELD-30 The way back into the form of minutes that were refused, as long as the phone has what was written. */
export function MendLink({ id }: { readonly id: string }) {
  const t = useText()
  const [isKept, setIsKept] = useState(false)
  useEffect(() => void loadForAgain(id).then((kept) => setIsKept(kept !== null)), [id])
  if (!isKept) return null
  return (
    <Button as={Link} href={`/musyawarah/lagi/${id}`} size="small">
      {t('work.minutes.mend')}
    </Button>
  )
}
