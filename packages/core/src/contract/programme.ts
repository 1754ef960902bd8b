import { z } from 'zod'
import type { Permission } from '../access/permission.ts'
import { officeId, programmeId } from '../kernel/id.ts'
import { wireDay } from '../kernel/instant.ts'
import { sectors } from '../lists/sectors.ts'
import { placeCode } from '../place/code.ts'
import { units } from '../programme/check-rule.ts'
import type { Criterion } from '../programme/criterion.ts'
import { certainty, ownerKind } from '../programme/programme.ts'
import { isRule } from '../programme/read-rule.ts'
import { note, shortText, text } from './case.ts'

/** A rule as it is written; what it says is judged by the law, which names the place where it is broken. */
export const rule = z.unknown().pipe(z.custom<Criterion>(isRule))
const conflict = z.strictObject({ says: shortText.min(3), source: shortText.min(3) })
const criteria = {
  from: wireDay,
  rule,
  legal: shortText,
  note: text(1000),
  conflicts: z.array(conflict).max(10),
  // Commands of before there was such a thing, waiting in an outbox, say nothing of it.
  excludes: z.array(text(60).min(1)).max(20).default([]),
}
const words = {
  name: shortText.min(3),
  gives: text(1000).min(3),
  sector: z.enum(sectors),
  ownerName: shortText.min(2),
  office: officeId.nullable(),
  decides: shortText,
  papers: z.array(shortText.min(2)).max(20),
  contact: shortText,
  schedule: shortText,
  certainty,
}

/** Commands about programmes. The subject is the programme. */
export const programmeCommandData = {
  'programme.open': {
    path: '/api/programmes',
    right: 'programme.manage',
    data: z.strictObject({
      ...words,
      code: z.string().regex(/^[a-z0-9-]{0,60}$/),
      unit: z.enum(units),
      owner: ownerKind,
      place: placeCode,
      replaces: programmeId.nullable(),
      ...criteria,
    }),
  },
  'programme.change': { path: '/api/programmes/change', right: 'programme.manage', data: z.strictObject(words) },
  'programme.set-criteria': {
    path: '/api/programmes/criteria',
    right: 'programme.manage',
    data: z.strictObject(criteria),
  },
  'programme.end': {
    path: '/api/programmes/end',
    right: 'programme.manage',
    data: z.strictObject({ from: wireDay, note: note.min(1) }),
  },
} as const satisfies Record<string, { path: string; right: Permission; data: z.ZodType }>

export type ProgrammeCommand = keyof typeof programmeCommandData
export type ProgrammeCommandData = {
  readonly [Kind in ProgrammeCommand]: z.infer<(typeof programmeCommandData)[Kind]['data']>
}
