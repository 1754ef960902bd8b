import type { Statement } from '../db/prepared.ts'
import { inScopeEndingWith, scopeOf } from '../db/scope.ts'
import type { Command, Decide, Ledger, Reply } from './execute.ts'
import { attempt, send } from './execute.ts'

/** A command's statement, made before its turn came, and what can be begun once it is on its way. */
export interface Ready {
  readonly statement: Statement
  readonly meanwhile: () => void
}

/**
 * LEDGER-25 Writes what was made ready, if its ledger has as many entries as it was decided on: nothing is read any more,
 * and opening, statement and commit go out as one message. Else the command is decided like any other.
 */
export async function executeReady(ledger: Ledger, command: Command, ready: Ready, decide: Decide): Promise<Reply> {
  const keys = await ledger.keys.forDistrict(command.district)
  const first = (): Promise<Reply> =>
    inScopeEndingWith(ledger.pool, scopeOf(command.actor, command.district), async (client) => () => {
      const reply = send(client, ready.statement)
      // After this turn: what the driver has been given goes out at its end.
      setImmediate(ready.meanwhile)
      return reply
    })
  return ledger.lanes.run(command.district, () => attempt(ledger, command, decide, keys, first))
}
