import { z } from 'zod'
import { caseId, familyId, officeId, personId, staffId, visitPhotoId } from '../kernel/id.ts'
import { wireDay, wireInstant } from '../kernel/instant.ts'
import { villageCode } from '../place/code.ts'
import { fit, paperKind, photoKind } from '../visit/visit.ts'
import { client, code, expectedFields, note, sha256Text, shortText, text } from './case.ts'

/** FIELD-14 A picture that is on its way: the phone keeps it until it is here. */
const expectedPhoto = z.strictObject({
  id: visitPhotoId,
  kind: photoKind,
  ...expectedFields,
  capturedAt: wireInstant,
})
export type ExpectedPhoto = z.infer<typeof expectedPhoto>

const given = { office: officeId, assignee: staffId.nullable() }
/** Where a device stood. Indonesia lies well inside; anything on the globe is taken, and shown as it was told. */
const spot = z.strictObject({
  lat: z.number().min(-90).max(90),
  long: z.number().min(-180).max(180),
  accuracy: z.number().min(0).max(100_000),
})

/**
 * What each act of a visit carries. Ids are made where a thing was typed, and whoever was there tells when: a phone
 * without a line sends the same commands hours later.
 */
export const visitCommandData = {
  plan: z.strictObject({
    ...given,
    place: villageCode,
    case: caseId.nullable(),
    family: familyId.nullable(),
    person: personId.nullable(),
    whom: client,
    trigger: code,
    ask: text(1000),
    proposal: text(100),
    day: wireDay,
  }),
  assign: z.strictObject({ ...given, note }),
  replan: z.strictObject({ day: wireDay, note }),
  done: z.strictObject({
    result: code,
    fit,
    met: shortText,
    words: note.min(1),
    papers: z.array(paperKind).max(10),
    agencies: text(300),
    followUp: text(1000),
    spot: spot.nullable(),
    capturedAt: wireInstant,
    /** Left out where nobody took any; and by phones of before. */
    photos: z.array(expectedPhoto).max(12).optional(),
    /** Who signed on the phone's glass; or why nobody could. */
    signer: shortText.optional(),
    unsigned: text(300).optional(),
  }),
  miss: z.strictObject({ reason: code, note, spot: spot.nullable(), capturedAt: wireInstant }),
  cancel: z.strictObject({ note: note.min(1) }),
  photo: z.strictObject({ photo: visitPhotoId, kind: photoKind, sha256: sha256Text, capturedAt: wireInstant }),
} as const

/** What the clock does with a visit. */
export const visitClockData = z.strictObject({})

export type VisitAction = keyof typeof visitCommandData
export type VisitData = { readonly [Action in VisitAction]: z.infer<(typeof visitCommandData)[Action]> }
/** One act of a visit, or any of several, and what it carries. */
export type VisitMoveOf<Actions extends VisitAction> = {
  [Action in Actions]: { readonly action: Action; readonly data: VisitData[Action] }
}[Actions]
export type VisitMove = VisitMoveOf<VisitAction>
