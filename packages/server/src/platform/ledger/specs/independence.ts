import type { Rows } from '@openslrt/core/ledger/entry.ts'
import { day, int, json, text, time, uuid, uuids } from '../codec.ts'
import type { Spec } from '../spec.ts'

type Independent = 'independence' | 'independenceInstrument'

/** How far districts stand on their own feet, and what they are asked: no person is in it, and nothing is sealed. */
export const independenceSpecs: { readonly [T in Independent]: Spec<Rows[T]> } = {
  independence: {
    sqlName: 'independence',
    fields: {
      year: int,
      instrument: day,
      office: uuid,
      status: text,
      answers: json,
      judged: json,
      figures: json,
      score: int,
      profile: json,
      note: text,
      assessors: uuids,
      verifiers: uuids,
      signer: uuid,
      draftedAt: time,
      submittedAt: time,
      verifiedAt: time,
      signedAt: time,
      changedAt: time,
    },
  },
  independenceInstrument: { sqlName: 'independence_instrument', fields: { holdsFrom: day, words: json } },
}
