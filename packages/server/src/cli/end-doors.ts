import type { Client } from 'pg'
import type { EndedDoors } from '../features/account/index.ts'
import { endAllDoors } from '../features/account/index.ts'
import { holdWays } from '../features/notice/index.ts'
import { endCitizenSessions, endReplySessions } from '../features/public/index.ts'
import { beginEpoch } from '../features/replica/index.ts'

/** Everything that a restore ended, by what it was, and how many messages it held back. */
export type Ended = EndedDoors & { readonly citizens: number; readonly replies: number; readonly messages: number }

/** BACKUP-7, BACKUP-9, SYNC-14 Ends every way in that a backup brought back, holds every way out, and tells phones apart from before. */
export async function endDoors(owner: Client): Promise<Ended> {
  await beginEpoch(owner)
  return {
    ...(await endAllDoors(owner)),
    citizens: await endCitizenSessions(owner),
    replies: await endReplySessions(owner),
    messages: await holdWays(owner),
  }
}

/** What a restore did to the ways in, and what it can't know. */
export const aftermath = (
  { signIns, citizens, replies, links, keys, messages }: Ended,
  madeAt: string,
  keyFile: string,
): readonly string[] => [
  `Ended: ${signIns} sign-ins, ${citizens} visits of citizens, ${replies} of offices by reply link, ${links} open links, ${keys} keys of programs. Everybody signs in anew; programs need new keys.`,
  'Field phones notice the restore at their next sync, and send again what they were told was done after the backup.',
  `Held: no message goes out (${messages} wait) until an administrator lets it on the page Pengiriman; some were sent before the restore.`,
  `Passwords, second factors, and who is suspended or holds which role are as in the backup (${madeAt}): do again what was changed after it, before you let people in.`,
  `It is opened by the master key in ${keyFile}: keep a copy of that file where the backups are not.`,
]
