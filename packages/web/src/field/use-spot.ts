import type { Result } from '@openslrt/core/kernel/result.ts'
import { useEffect, useState } from 'react'
import { findSpot, type NoSpot, type Spot } from './spot.ts'

/** Where this phone stands, asked once when a screen opens; null while it is looked for. */
export function useSpot(): Result<Spot, NoSpot> | null {
  const [found, setFound] = useState<Result<Spot, NoSpot> | null>(null)
  useEffect(() => void findSpot(navigator.geolocation).then(setFound), [])
  return found
}
