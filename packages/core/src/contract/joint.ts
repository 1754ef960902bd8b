import { z } from 'zod'
import type { Permission } from '../access/permission.ts'
import { jointField, partnerKind } from '../joint/joint.ts'
import { caseId, jointId, jointPartnerId, officeId } from '../kernel/id.ts'
import { wireDay } from '../kernel/instant.ts'
import { villageCode } from '../place/code.ts'
import { nikText, note, phoneText, shortText, text } from './case.ts'

const of = { joint: jointId }
const programme = z.strictObject({
  name: shortText.min(3),
  purpose: text(1000).min(3),
  agreement: text(100),
  agreedOn: wireDay.nullable(),
  validUntil: wireDay.nullable(),
})
const fields = z.array(jointField).max(5)
const words = z.strictObject({ ...of, note })
const need = z.strictObject({ ...of, note: note.min(1) })

/**
 * Commands about a joint programme. The subject is what is changed: the programme, a partner, a task or a target; all but
 * the programme itself name the programme that they are part of.
 */
export const jointCommandData = {
  'joint.start': { path: '/api/joint', right: 'joint.lead', data: programme },
  'joint.change': { path: '/api/joint/change', right: 'joint.lead', data: programme },
  'joint.end': { path: '/api/joint/end', right: 'joint.lead', data: z.strictObject({ note: note.min(1) }) },
  'joint.add-partner': {
    path: '/api/joint/partners',
    right: 'joint.lead',
    data: z.strictObject({
      ...of,
      kind: partnerKind,
      office: officeId.nullable(),
      name: shortText,
      contact: shortText,
      fields,
    }),
  },
  'joint.change-partner': {
    path: '/api/joint/partners/change',
    right: 'joint.lead',
    data: z.strictObject({ ...of, contact: shortText, fields }),
  },
  'joint.end-partner': { path: '/api/joint/partners/end', right: 'joint.lead', data: need },
  'joint.add-task': {
    path: '/api/joint/tasks',
    right: 'joint.lead',
    data: z.strictObject({ ...of, partner: jointPartnerId.nullable(), what: shortText.min(3), dueOn: wireDay }),
  },
  'joint.begin-task': { path: '/api/joint/tasks/begin', right: 'joint.join', data: words },
  'joint.finish-task': { path: '/api/joint/tasks/finish', right: 'joint.join', data: need },
  'joint.drop-task': { path: '/api/joint/tasks/drop', right: 'joint.lead', data: need },
  'joint.reopen-task': { path: '/api/joint/tasks/reopen', right: 'joint.lead', data: need },
  'joint.list-target': {
    path: '/api/joint/targets',
    right: 'joint.lead',
    data: z.strictObject({
      ...of,
      case: caseId.nullable(),
      village: villageCode.nullable(),
      name: shortText,
      nik: nikText.nullable(),
      phone: phoneText.nullable(),
      address: text(300),
      need: text(500),
    }),
  },
  'joint.reach-target': {
    path: '/api/joint/targets/reach',
    right: 'joint.join',
    data: z.strictObject({ ...of, partner: jointPartnerId.nullable(), note: note.min(1) }),
  },
  'joint.drop-target': { path: '/api/joint/targets/drop', right: 'joint.lead', data: need },
} as const satisfies Record<string, { path: string; right: Permission; data: z.ZodType }>

export type JointCommand = keyof typeof jointCommandData
export type JointCommandData = { readonly [Kind in JointCommand]: z.infer<(typeof jointCommandData)[Kind]['data']> }
