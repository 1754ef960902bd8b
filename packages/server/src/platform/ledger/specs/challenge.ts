import type { Rows } from '@openslrt/core/ledger/entry.ts'
import { day, int, text, time, uuid } from '../codec.ts'
import type { Spec } from '../spec.ts'

/** How what hinders offices lies in the database: in the open, for it names no citizen. */
export const challengeSpecs: { readonly challenge: Spec<Rows['challenge']> } = {
  challenge: {
    sqlName: 'challenge',
    fields: {
      kind: text,
      words: text,
      since: day,
      villages: int,
      citizens: int,
      reportedBy: uuid,
      place: text,
      reporter: uuid,
      asks: text,
      office: uuid,
      owner: uuid,
      status: text,
      answer: text,
      answerDay: day,
      helped: text,
      course: text,
      reportedAt: time,
      reachedAt: time,
      dueAt: time,
      missed: int,
      lateSince: time,
      answeredAt: time,
      endedAt: time,
      changedAt: time,
    },
  },
}
