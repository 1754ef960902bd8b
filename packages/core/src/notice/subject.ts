import { z } from 'zod'

/** What a notice can be about beside a case. None of these has a number that people know it by. */
export const subjectKinds = ['meeting', 'psks', 'proposal', 'application', 'visit', 'challenge'] as const
export type SubjectKind = (typeof subjectKinds)[number]

/** One of these, by its id. */
export const noticeSubject = z.object({ kind: z.enum(subjectKinds), id: z.uuid() })
export type NoticeSubject = z.infer<typeof noticeSubject>
