import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import type { Draft } from '@openslrt/core/intake/report.ts'
import { useEffect, useMemo } from 'react'
import { useAsk } from '../../../platform/api/use-ask.ts'
import { useActing } from '../../../platform/session/use-session.ts'
import { comparisonOf, type RegisterValues, wrongIn } from '../register/register-values.ts'
import { type Pasted, startOfPasted, villageOf, villageQuery } from './pasted.ts'

/** A report after the look-ups: how it fills the form, and whether it could be registered as it is. */
export interface LookedUp {
  readonly values: RegisterValues
  readonly villageDoubtful: boolean
  readonly similar: number
  /** Nothing is doubtful, missing or like a case that is there. */
  readonly clear: boolean
}

/** Looks the village up among real places, and cases that may be about the same need. Tells it when both are known. */
export function useLookedUp(pasted: Pasted, tell: (key: string, found: LookedUp) => void): LookedUp | null {
  const { draft, key } = pasted
  const village = useVillage(draft)
  const values = useMemo(() => startOfPasted(pasted, village.place), [pasted, village])
  const similar = useSimilar(values, village.known)
  const found = useMemo<LookedUp | null>(() => {
    if (!village.known || similar === undefined) return null
    const unsure = draft.doubtful.length > 0 || village.doubtful || similar !== 0
    const clear = !unsure && Object.keys(wrongIn(values)).length === 0
    return { values, villageDoubtful: village.doubtful, similar: similar ?? 0, clear }
  }, [village, similar, draft, values])
  useEffect(() => {
    if (found) tell(key, found)
  }, [found, key, tell])
  return found
}

function useVillage(draft: Draft) {
  const { post } = useActing()
  const q = villageQuery(draft)
  const { data, isPending } = useAsk(
    referenceRoutes.places,
    q === null ? {} : { query: { q, level: 'village', parent: post?.district } },
    { enabled: q !== null, staleTime: 600_000 },
  )
  const known = q === null || !isPending
  return useMemo(() => ({ ...villageOf(draft, data?.items ?? []), known }), [draft, data, known])
}

/** How many cases it may be the same as: undefined while they are compared, null where that could not be told. */
function useSimilar(values: RegisterValues, ready: boolean): number | null | undefined {
  const body = comparisonOf(values)
  const { data, problem } = useAsk(caseRoutes.similar, body ? { body } : {}, { enabled: ready && body !== null })
  if (body === null) return 0
  return problem ? null : data?.items.length
}
