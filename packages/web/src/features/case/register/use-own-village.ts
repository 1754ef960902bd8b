import { levelOf } from '@openslrt/core/place/code.ts'
import { useMemo } from 'react'
import type { ChosenPlace } from '../../../platform/places/place-picker.tsx'
import { useActing } from '../../../platform/session/use-session.ts'

/** The village of an office that serves one village only: most who come there live there. */
export function useOwnVillage(): ChosenPlace | null {
  const { post } = useActing()
  const code = post?.place
  const label = post?.placeName
  return useMemo(() => (code && label && levelOf(code) === 'village' ? { code, label } : null), [code, label])
}
