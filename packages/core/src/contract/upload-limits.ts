import { z } from 'zod'

/** A photo that was made small on a phone has some 300 KB; what is ten times that is none. */
export const mostUploadBytes = 3_000_000
/** So much goes at once: few enough that a bad line carries it before it drops. */
export const partBytes = 65_536
/** More than a phone ever sends; one that does is refused. */
export const mostPartBytes = 262_144
/** Files of one person that are half here. A phone sends one after the other: more are work that was given up. */
export const mostUploads = 20

/** What a phone makes of a picture or a signature. */
export const uploadType = z.enum(['image/jpeg', 'image/png'])
export type UploadType = z.infer<typeof uploadType>

/** What came in parts is not what was said that would come. */
export type UploadRefusal = { readonly code: 'file-broken' }
