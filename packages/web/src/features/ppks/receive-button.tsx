import { Button } from '@navikt/ds-react/Button'
import { ppksRoutes } from '@openslrt/core/contract/ppks-queries.ts'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { type OfCase, type OfFamily, ReceiveForm } from './receive-form.tsx'

interface ReceiveButtonProps {
  readonly text: string
  /** On the card of something else it is one act of several. */
  readonly small?: boolean
  readonly kase?: OfCase
  readonly family?: OfFamily
}

/** Opens the form that takes somebody down, and goes to their card when it is done. */
export function ReceiveButton({ text, small = false, kase, family }: ReceiveButtonProps) {
  const [, go] = useLocation()
  const [receiving, setReceiving] = useState(false)
  const { data: choices } = useAsk(ppksRoutes.choices)
  const look = small ? ({ size: 'small', variant: 'secondary', 'data-color': 'neutral' } as const) : {}
  return (
    <>
      <Button {...look} onClick={() => setReceiving(true)}>
        {text}
      </Button>
      {receiving && choices && (
        <ReceiveForm
          choices={choices}
          kase={kase ?? null}
          {...(family && { family })}
          onClose={() => setReceiving(false)}
          onDone={(address) => (address ? go(address) : setReceiving(false))}
        />
      )}
    </>
  )
}
