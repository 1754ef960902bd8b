import { z } from 'zod'
import type { Permission } from '../access/permission.ts'
import { caseId, familyId, officeId, personId, ppksServiceId } from '../kernel/id.ts'
import { wireDay } from '../kernel/instant.ts'
import { villageCode } from '../place/code.ts'
import { code, nikText, note, shortText } from './case.ts'

const need = note.min(1)
const about = { type: code, since: wireDay, village: villageCode, name: shortText, nik: nikText.nullable() }
const service = z.strictObject({
  service: ppksServiceId,
  what: shortText.min(3),
  office: officeId.nullable(),
  provider: shortText,
  from: wireDay,
  until: wireDay.nullable(),
})
const ofService = { service: ppksServiceId }
/** More services at once than anybody follows. */
export const mostServices = 20
const door = { right: 'ppks.handle' } as const

/** Commands about a PPKS. The subject of all of them is the PPKS, of a service of theirs too. */
export const ppksCommandData = {
  'ppks.receive': {
    ...door,
    path: '/api/ppks',
    data: z.strictObject({
      ...about,
      person: personId.nullable(),
      family: familyId.nullable(),
      case: caseId.nullable(),
    }),
  },
  'ppks.correct': { ...door, path: '/api/ppks/correct', data: z.strictObject({ ...about, note: need }) },
  'ppks.assess': {
    ...door,
    path: '/api/ppks/assess',
    data: z.strictObject({ findings: need, risks: z.array(code).max(20), on: wireDay }),
  },
  'ppks.plan': {
    ...door,
    path: '/api/ppks/plan',
    data: z.strictObject({ services: z.array(service).max(mostServices) }),
  },
  'ppks.add-service': { ...door, path: '/api/ppks/services', data: service },
  'ppks.begin-service': { ...door, path: '/api/ppks/services/begin', data: z.strictObject({ ...ofService, note }) },
  'ppks.finish-service': { ...door, path: '/api/ppks/services/finish', data: z.strictObject({ ...ofService, note }) },
  'ppks.stop-service': { ...door, path: '/api/ppks/services/stop', data: z.strictObject({ ...ofService, note: need }) },
  'ppks.monitor': { ...door, path: '/api/ppks/monitor', data: z.strictObject({ note: need, on: wireDay }) },
  'ppks.end': { ...door, path: '/api/ppks/end', data: z.strictObject({ outcome: code, note }) },
  'ppks.reassess': { ...door, path: '/api/ppks/reassess', data: z.strictObject({ note: need }) },
  'ppks.replan': { ...door, path: '/api/ppks/replan', data: z.strictObject({ note: need }) },
  'ppks.reopen': { ...door, path: '/api/ppks/reopen', data: z.strictObject({ note: need }) },
} as const satisfies Record<string, { path: string; right: Permission; data: z.ZodType }>

export type PpksCommand = keyof typeof ppksCommandData
export type PpksCommandData = { readonly [Kind in PpksCommand]: z.infer<(typeof ppksCommandData)[Kind]['data']> }
