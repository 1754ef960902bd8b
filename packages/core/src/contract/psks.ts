import { z } from 'zod'
import type { Permission } from '../access/permission.ts'
import { month } from '../figures/month.ts'
import { caseId, psksEventId, psksPostingId, psksReportId, staffId, visitId } from '../kernel/id.ts'
import { wireDay } from '../kernel/instant.ts'
import { placeCode, villageCode } from '../place/code.ts'
import { eventKind, postingKind } from '../psks/psks.ts'
import { code, nikText, note, phoneText, shortText, text } from './case.ts'

export const mostServed = 60
export const psksWords = z.strictObject({
  kind: code,
  place: placeCode,
  serves: z.array(placeCode).min(1).max(mostServed),
  name: shortText,
  nik: nikText.nullable(),
  phone: phoneText.nullable(),
  email: z.email().max(200).nullable(),
  address: text(300),
  fields: z.record(z.string().regex(/^[a-z][a-z-]{0,39}$/), text(300)),
})
const need = note.min(1)
const nothingSaid = z.strictObject({})
const ofReport = { report: psksReportId }
const door = { right: 'psks.manage' } as const

/** Commands about a PSKS. The subject of all of them is the PSKS, of their reports, events and postings too. */
export const psksCommandData = {
  'psks.register': { ...door, path: '/api/psks', data: psksWords },
  'psks.change': { ...door, path: '/api/psks/change', data: psksWords },
  'psks.verify': { ...door, path: '/api/psks/verify', data: nothingSaid },
  'psks.send-back': { ...door, path: '/api/psks/send-back', data: z.strictObject({ note: need }) },
  'psks.renew': { ...door, path: '/api/psks/renew', data: nothingSaid },
  'psks.end': { ...door, path: '/api/psks/end', data: z.strictObject({ note: need }) },
  'psks.reopen': { ...door, path: '/api/psks/reopen', data: z.strictObject({ note: need }) },
  'psks.report': {
    ...door,
    path: '/api/psks/reports',
    data: z.strictObject({
      ...ofReport,
      month,
      activities: need,
      days: z.int().min(0).max(31),
      people: z.int().min(0).max(100_000),
    }),
  },
  'psks.accept-report': { ...door, path: '/api/psks/reports/accept', data: z.strictObject(ofReport) },
  'psks.return-report': {
    ...door,
    path: '/api/psks/reports/return',
    data: z.strictObject({ ...ofReport, note: need }),
  },
  'psks.add-event': {
    ...door,
    path: '/api/psks/events',
    data: z.strictObject({
      event: psksEventId,
      what: eventKind,
      title: shortText.min(3),
      onDay: wireDay,
      hours: z.int().min(1).max(1_000),
      result: shortText,
    }),
  },
  'psks.set-user': { ...door, path: '/api/psks/user', data: z.strictObject({ staff: staffId.nullable() }) },
  'psks.post': {
    ...door,
    path: '/api/psks/postings',
    data: z.strictObject({
      posting: psksPostingId,
      target: postingKind,
      case: caseId.nullable(),
      visit: visitId.nullable(),
      village: villageCode.nullable(),
      task: shortText.min(3),
      from: wireDay,
      until: wireDay.nullable(),
    }),
  },
  'psks.end-posting': {
    ...door,
    path: '/api/psks/postings/end',
    data: z.strictObject({ posting: psksPostingId, note }),
  },
} as const satisfies Record<string, { path: string; right: Permission; data: z.ZodType }>

export type PsksCommand = keyof typeof psksCommandData
export type PsksCommandData = { readonly [Kind in PsksCommand]: z.infer<(typeof psksCommandData)[Kind]['data']> }
