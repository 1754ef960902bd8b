import { no, ok } from '@openslrt/core/kernel/result.ts'
import { ask } from '../api/ask.ts'
import { batchRow } from './batch-row.ts'
import { makeOutbox, type Outbox, type Ports } from './outbox.ts'
import { makeSeal } from './seal.ts'
import { memoryShelf, type Shelf } from './shelf.ts'

const opened = new Map<string, Promise<Outbox>>()

/** The outbox of the person with this key: one for the page, whoever asks. Nobody else's is touched by it. */
export function outboxFor(key: string): Promise<Outbox> {
  const outbox = opened.get(key) ?? openOutbox(key)
  opened.set(key, outbox)
  return outbox
}

async function openOutbox(key: string): Promise<Outbox> {
  const { shelf, name } = await openShelf(key)
  return makeOutbox({ shelf, alone: aloneIn(name), now: Date.now, post: postCommands })
}

const postCommands: Ports['post'] = async (commands) => {
  const answer = await ask(batchRow, { body: { commands: commands.map((command) => ({ ...command })) } })
  return answer.ok ? ok(answer.value.outcomes) : no(answer.error)
}

async function openShelf(key: string): Promise<{ shelf: Shelf; name: string }> {
  try {
    const seal = await makeSeal(key)
    // The library of the store is a tenth of the desk's first load, and nothing on the first screen needs it.
    const { sealedShelf } = await import('./sealed-shelf.ts')
    return { shelf: await sealedShelf(seal), name: `openslrt-outbox-${seal.owner}` }
  } catch {
    // No TLS, a private window, a full disk: what is typed then lives as long as the page, and the screen says so.
    return { shelf: memoryShelf(), name: 'openslrt-outbox' }
  }
}

/** Two windows must not send the same entries at once. Where browsers have no locks, nothing is shared between windows either. */
function aloneIn(name: string): Ports['alone'] {
  let last: Promise<unknown> = Promise.resolve()
  return async (work) => {
    // `locks` is missing on pages without TLS, whatever the types say.
    if ('locks' in navigator) return navigator.locks.request(name, work)
    const turn = last.then(work)
    last = turn.catch(() => {})
    return turn
  }
}
