import type { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { minuteMs } from '@openslrt/core/kernel/instant.ts'
import { useEffect, useState } from 'react'
import type { z } from 'zod'

export type Revealed = z.output<(typeof caseRoutes.reveal)['reply']>

/** What was revealed, for a minute: a screen left alone must not go on showing it. */
export function useRevealed(): readonly [Revealed | null, (revealed: Revealed) => void, () => void] {
  const [revealed, setRevealed] = useState<Revealed | null>(null)
  useEffect(() => {
    if (!revealed) return undefined
    const timer = setTimeout(() => setRevealed(null), minuteMs)
    return () => clearTimeout(timer)
  }, [revealed])
  return [revealed, setRevealed, () => setRevealed(null)]
}
