import {
  affectedId,
  attachmentId,
  caseId,
  grantId,
  letterId,
  linkId,
  meetingId,
  meetingTaskId,
  officeId,
  postId,
  referralId,
  staffId,
  surgeId,
  visitId,
  visitPhotoId,
} from '../kernel/id.ts'

/** The n-th id of a kind, the same in every run: `ids.case(1)`. Kinds differ in their first digit, to be told apart. */
const nth = (kind: number, n: number): string => `${kind}0000000-0000-4000-8000-${String(n).padStart(12, '0')}`

export const ids = {
  case: (n: number) => caseId.parse(nth(1, n)),
  office: (n: number) => officeId.parse(nth(2, n)),
  staff: (n: number) => staffId.parse(nth(3, n)),
  referral: (n: number) => referralId.parse(nth(4, n)),
  grant: (n: number) => grantId.parse(nth(5, n)),
  attachment: (n: number) => attachmentId.parse(nth(6, n)),
  letter: (n: number) => letterId.parse(nth(8, n)),
  post: (n: number) => postId.parse(nth(7, n)),
  link: (n: number) => linkId.parse(nth(9, n)),
  meeting: (n: number) => meetingId.parse(`a${nth(0, n).slice(1)}`),
  task: (n: number) => meetingTaskId.parse(`b${nth(0, n).slice(1)}`),
  surge: (n: number) => surgeId.parse(`f${nth(0, n).slice(1)}`),
  affected: (n: number) => affectedId.parse(`f1${nth(0, n).slice(2)}`),
  visit: (n: number) => visitId.parse(`d${nth(0, n).slice(1)}`),
  visitPhoto: (n: number) => visitPhotoId.parse(`e${nth(0, n).slice(1)}`),
  point: (n: number) => `c${nth(0, n).slice(1)}`,
}
