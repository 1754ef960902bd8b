import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { BarButton } from '../../ui/page-shell.tsx'
import { useText } from '../i18n/use-text.ts'
import { type Light, lightOf } from './light.ts'
import './outbox-light.css'
import { useOnline } from './use-online.ts'
import { useOutbox } from './use-outbox.ts'

const fetchDialog = () => import('./outbox-dialog.tsx')
const OutboxDialog = lazy(async () => ({ default: (await fetchDialog()).OutboxDialog }))

/** In the bar of every screen: silent when all has arrived, honest when not; opens the list of what has not. */
export function OutboxLight() {
  const t = useText()
  const { entries } = useOutbox()
  const light = lightOf(entries, useOnline())
  const [open, setOpen] = useState(false)
  // Fetched after the first screen and not when it is opened: most open it while there is no signal.
  useEffect(() => void fetchDialog().catch(() => null), [])
  return (
    <>
      <output className="outbox-light__said">
        <LightText light={light} />
      </output>
      {light.kind !== 'quiet' && (
        <BarButton
          className={`outbox-light outbox-light--${light.kind}`}
          aria-haspopup="dialog"
          onClick={() => setOpen(true)}
        >
          <LightIcon light={light} />
          <span className="outbox-light__whole">
            <LightText light={light} />
          </span>
          <span className="outbox-light__short">{t(`outbox.light.${light.kind}.short`, { count: light.count })}</span>
        </BarButton>
      )}
      {/* It stays while it is read, also when the last entry has just gone. */}
      {open && (
        <Suspense fallback={null}>
          <OutboxDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}

function LightText({ light }: { light: Light }): ReactNode {
  const t = useText()
  return light.kind === 'quiet' ? null : t(`outbox.light.${light.kind}`, { count: light.count })
}

const shapes = {
  waiting: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm0 2a5 5 0 1 0 0 10A5 5 0 0 0 8 3Zm-1 1.5h2v3l2 2-1.4 1.4L7 8.4Z',
  offline:
    'M2.4 1 15 13.6 13.6 15 1 2.4ZM8 11a2 2 0 1 1 0 4 2 2 0 0 1 0-4Zm0-8c2.8 0 5.3 1 7 2.7L13.600 7.100C12.200 5.800 10.200 5 8 5Z',
  look: 'M8 1.500 15.500 14.500H.500ZM7.100 6v4.400h1.800V6Zm0 5.400v1.700h1.800v-1.700Z',
} as const

function LightIcon({ light }: { light: Light }): ReactNode {
  if (light.kind === 'quiet') return null
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" fill="currentColor" aria-hidden="true">
      <path fillRule="evenodd" d={shapes[light.kind]} />
    </svg>
  )
}
