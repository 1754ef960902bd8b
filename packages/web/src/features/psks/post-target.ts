import { caseId, visitId } from '@openslrt/core/kernel/id.ts'
import { villageCode } from '@openslrt/core/place/code.ts'

/** The one thing that a PSKS is asked to look after, as the command names it. */
const none = { case: null, visit: null, village: null } as const
export const toCase = (id: string) => ({ ...none, target: 'case' as const, case: caseId.parse(id) })
export const toVisit = (id: string) => ({ ...none, target: 'visit' as const, visit: visitId.parse(id) })
export const toVillage = (code: string) => ({ ...none, target: 'village' as const, village: villageCode.parse(code) })
export type PostTarget = ReturnType<typeof toCase> | ReturnType<typeof toVisit> | ReturnType<typeof toVillage>
