import { withOwner } from '../platform/db/pools.ts'
import type { Answer } from './door.ts'
import type { TestHouse } from './house.ts'

/**
 * Sends commands of one ledger so that each of them has come to its head, in this order, before the first gets it: whatever
 * they read before that, they read of one moment. Gives their answers.
 */
export const inTurn = (
  house: TestHouse,
  district: string,
  sends: readonly (() => Promise<Answer>)[],
): Promise<readonly Answer[]> =>
  withOwner(house.ownerUrl, async (owner) => {
    await owner.query('begin')
    await owner.query('select seq from district_head where district = $1 for update', [district])
    const sent: Promise<Answer>[] = []
    for (const send of sends) {
      sent.push(send())
      // oxlint-disable-next-line no-await-in-loop -- one after the other is what it is about
      await allWait(house, sent)
    }
    await owner.query('commit')
    return Promise.all(sent)
  })

/** Returns when as many wait for a lock as were sent. Whoever is answered before that waits for none. */
async function allWait(house: TestHouse, sent: readonly Promise<Answer>[]): Promise<void> {
  let answered: Answer | undefined
  for (const one of sent) void one.then((answer) => (answered = answer))
  for (;;) {
    const [{ n = 0 } = {}] = await house.owner<{ n: number }>(
      "select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    )
    if (n >= sent.length) return
    if (answered) throw new Error(`answered before it came to the ledger: ${answered.text}`)
  }
}
