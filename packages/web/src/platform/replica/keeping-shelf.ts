import type { Shelf } from '../outbox/shelf.ts'
import type { Journal } from './journal.ts'

/**
 * SYNC-25 A shelf that puts what was accepted among what is kept until it lies in a backup, and only then lets it go. Where
 * the phone dies in between it is sent once more, and answered as before.
 */
export const keepingShelf = (shelf: Shelf, journal: Journal, epoch: () => string): Shelf => ({
  ...shelf,
  async put(entry) {
    if (entry.state !== 'accepted') return shelf.put(entry)
    await journal.keep({ command: entry.command, seq: entry.outcome.seq, epoch: epoch() })
    return shelf.remove(entry.command.id)
  },
})
