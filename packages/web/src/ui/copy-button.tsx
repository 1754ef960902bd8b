import { FilesIcon } from '@navikt/aksel-icons'
import { Button } from '@navikt/ds-react/Button'
import { useState } from 'react'

interface CopyButtonProps {
  readonly text: string
  readonly label: string
  /** What is said once it lies on the clipboard. */
  readonly done: string
}

/** Puts a text on the clipboard, and says so where it was pressed. */
export function CopyButton({ text, label, done }: CopyButtonProps) {
  const [copied, setCopied] = useState(false)
  const copy = () =>
    void navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  return (
    <>
      <Button size="small" type="button" variant="secondary" icon={<FilesIcon aria-hidden />} onClick={copy}>
        {label}
      </Button>
      <output>{copied && done}</output>
    </>
  )
}
