import { Button } from '@navikt/ds-react/Button'
import { useState } from 'react'
import { useText } from '../../platform/i18n/use-text.ts'
import { fetchPaper, savePdf } from './print.ts'

interface PrintButtonProps {
  readonly district: string
  readonly letter: string
  readonly name: string
}

/** Gets one letter as it was signed. */
export function PrintButton({ district, letter, name }: PrintButtonProps) {
  const t = useText()
  const [state, setState] = useState<'idle' | 'busy' | string>('idle')
  const get = async (): Promise<void> => {
    setState('busy')
    const paper = await fetchPaper([{ district, id: letter }])
    if (paper.ok) savePdf(name, paper.value)
    setState(paper.ok ? 'idle' : paper.error.message)
  }
  const failed = state !== 'idle' && state !== 'busy'
  return (
    <>
      <Button
        size="small"
        variant="tertiary"
        data-color="neutral"
        loading={state === 'busy'}
        onClick={() => void get()}
      >
        {t('letter.print')}
      </Button>
      {failed && (
        <p role="alert" className="letter__aside">
          {t('letter.print.failed')}: {state}
        </p>
      )}
    </>
  )
}
