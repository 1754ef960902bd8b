import { z } from 'zod'
import { ledgerCode } from '../place/code.ts'
import { expectedFields } from './case.ts'
import { nothing, row, spelled } from './route.ts'
import { mostUploadBytes } from './upload-limits.ts'

/** How far the server has a file: `whole` only when it holds every byte under that digest, as of an entry of the ledger. */
export const uploadState = z.object({ have: z.int(), whole: z.boolean(), head: z.int() })
export type UploadState = z.infer<typeof uploadState>

/** Questions about files that come in parts. */
export const uploadRoutes = {
  begin: row({
    method: 'POST',
    path: '/api/uploads/begin',
    summary: 'Begins to send a file in parts, or tells how far it has come',
    allow: 'visit.do',
    audit: 'UPLOAD_BEGUN',
    query: nothing,
    body: z.strictObject({ district: ledgerCode, id: z.uuid(), ...expectedFields }),
    reply: uploadState,
  }),
} as const

/** The door that takes the bytes themselves, and the type that they come as. */
export const uploadPaths = { part: '/api/uploads/part' } as const
export const partType = 'application/offset+octet-stream'
export const partQuery = z.strictObject({
  district: ledgerCode,
  id: z.uuid(),
  at: z.preprocess(spelled, z.int().min(0).max(mostUploadBytes)),
})
