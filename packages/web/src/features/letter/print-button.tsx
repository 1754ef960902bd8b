import { Button } from '@navikt/ds-react/Button'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { useState } from 'react'
import type { Problem } from '../../platform/api/problem.ts'
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
  return <PdfButton label={t('letter.print')} name={name} fetch={() => fetchPaper({ district, id: letter })} />
}

interface PdfButtonProps {
  readonly label: string
  readonly name: string
  readonly fetch: () => Promise<Result<Blob, Problem>>
  readonly loud?: boolean
}

/** Gets a PDF and hands it over; drawing may take some seconds. */
export function PdfButton({ label, name, fetch, loud = false }: PdfButtonProps) {
  const t = useText()
  const [state, setState] = useState<'idle' | 'busy' | string>('idle')
  const get = async (): Promise<void> => {
    setState('busy')
    const paper = await fetch()
    if (paper.ok) savePdf(name, paper.value)
    setState(paper.ok ? 'idle' : paper.error.message)
  }
  const failed = state !== 'idle' && state !== 'busy'
  return (
    <>
      <Button
        size="small"
        {...(loud ? {} : { variant: 'tertiary', 'data-color': 'neutral' })}
        loading={state === 'busy'}
        onClick={() => void get()}
      >
        {label}
      </Button>
      {failed && (
        <p role="alert" className="letter__aside">
          {t('letter.print.failed')}: {state}
        </p>
      )}
    </>
  )
}
