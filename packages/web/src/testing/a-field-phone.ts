import { randomBytes, randomUUID } from 'node:crypto'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import type { Command } from '../platform/outbox/entry.ts'
import { openPhone, type Phone } from '../platform/replica/open-phone.ts'
import type { Line } from '../platform/replica/sync-ports.ts'
import { aCommand } from './a-command.ts'

export const aKey = (): string => randomBytes(32).toString('base64url')
/** Whose phone it is, with their keys. */
interface Holder {
  readonly staff: string
  readonly dataKey: string
  readonly outboxKey: string
}
export const person: Holder = { staff: randomUUID(), dataKey: aKey(), outboxKey: aKey() }

/** One after the other, as over the windows of a browser. */
export function oneAtATime() {
  let last: Promise<void> = Promise.resolve()
  return (work: () => Promise<void>): Promise<void> => {
    last = last.then(work)
    return last
  }
}

export type Hardware = Readonly<{ indexedDB: IDBFactory; IDBKeyRange: typeof IDBKeyRange }>
export const newHardware = (): Hardware => ({ indexedDB: new IDBFactory(), IDBKeyRange })

/** A phone on its own store; opened again on the same one it is the same phone after a night in a drawer. */
export const aFieldPhone = (
  line: Line,
  own: Partial<Holder> = {},
  engine = newHardware(),
  alone = oneAtATime(),
): Promise<Phone> => {
  const { staff, dataKey, outboxKey } = { ...person, ...own }
  return openPhone(
    { dataKey, outboxKey },
    {
      bearer: { staff, district: '34.04', device: randomUUID(), app: '0.1.0', name: 'HP uji' },
      line,
      now: Date.now,
      alone: () => alone,
      engine,
    },
  )
}

/** Writes a person's name, by the server for phones of a test. */
export const naming = (name: string, subject: string = randomUUID()): Command =>
  aCommand(randomUUID(), { subject, data: name })

export const namesOn = (phone: Phone): readonly string[] =>
  [...phone.replica.view().person.values()].map(({ said }) => String(said['nama'])).toSorted()
