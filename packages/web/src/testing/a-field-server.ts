import { randomUUID } from 'node:crypto'
import type { Outcome } from '@openslrt/core/contract/envelope.ts'
import type { DeviceOrder, ReplicaPage, ReplicaRow } from '@openslrt/core/contract/replica.ts'
import { personId } from '@openslrt/core/kernel/id.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { villageCode } from '@openslrt/core/place/code.ts'
import { endedAt, pausedAt, roundAt } from '@openslrt/core/replica/round.ts'
import type { Problem } from '../platform/api/problem.ts'
import type { Command } from '../platform/outbox/entry.ts'
import type { Line } from '../platform/replica/sync-ports.ts'
import { censusOf, emptyView } from '../platform/replica/view.ts'

type Person = ReplicaRow['person']

const village = villageCode.parse('34.04.07.2003')

export const aPerson = (seq: number, name: string, own: Partial<Person> = {}): Person => ({
  id: personId.parse(randomUUID()),
  version: 1,
  seq,
  place: village,
  family: null,
  said: { nama: name },
  status: 'known',
  mergedInto: null,
  ...own,
})

/** A database of people and of what it answered, as it lies in a backup. */
interface Ground {
  readonly people: Map<string, Person>
  readonly answers: Map<string, Outcome>
  head: number
}

/** A server for phones that holds people only, in pages of a few; its line drops when a test says so. */
export function aFieldServer(staff: string, pageSize = 3) {
  let ground: Ground = { people: new Map(), answers: new Map(), head: 0 }
  const server = {
    epoch: randomUUID(),
    reach: 'a'.repeat(32),
    backedUp: 0,
    order: 'none' as DeviceOrder,
    signedIn: staff,
    /** Requests that still come through; then the line is dead. */
    line: Number.POSITIVE_INFINITY,
    /** The answer to the next commands is lost, after the server did what it asked. */
    losesPost: false,
    asked: [] as string[],
    /** What phones said of themselves, the last at the end. */
    heard: [] as { readonly device: string; readonly waiting: number; readonly held: number }[],
    refuse: (_command: Command): string | null => null,
    head: () => ground.head,
    person: (id: string) => ground.people.get(id),
    write(name: string, id?: string): string {
      ground.head += 1
      const person = aPerson(ground.head, name, id === undefined ? {} : { id: personId.parse(id) })
      ground.people.set(person.id, person)
      return person.id
    },
    forget: (id: string) => ground.people.delete(id),
    backUp: (): Ground => structuredClone(ground),
    restore(backup: Ground): void {
      ground = structuredClone(backup)
      server.epoch = randomUUID()
    },
    answered: () => [...ground.answers.keys()],
    lineOf: (): Line => ({
      who: () => over(server, 'who', () => server.signedIn),
      pull: ({ cursor, device, waiting, held }) =>
        over(server, 'pull', () => {
          server.heard.push({ device, waiting, held })
          return pageOf(server, ground, cursor, pageSize)
        }),
      marks: (table) =>
        over(server, `marks ${table}`, () => ({
          marks:
            table === 'person' ? [...ground.people.values()].map(({ id, seq }): [string, number] => [id, seq]) : [],
          more: false,
        })),
      post: (commands) =>
        over(server, `post ${commands.map(({ id }) => id).join(' ')}`, () =>
          commands.map((command) => ({ id: command.id, ...answer(server, ground, command) })),
        ),
    }),
  }
  return server
}

type Server = ReturnType<typeof aFieldServer>
const dead: Problem = { code: 'offline', message: '', requestId: null, details: {} }

async function over<Said>(server: Server, what: string, say: () => Said) {
  if (server.line <= 0) return no(dead)
  server.line -= 1
  server.asked.push(what)
  const said = say()
  if (!server.losesPost || !what.startsWith('post')) return ok(structuredClone(said))
  server.losesPost = false
  return no(dead)
}

function answer(server: Server, ground: Ground, command: Command): Outcome {
  const known = ground.answers.get(command.id)
  if (known) return known
  const code = server.refuse(command)
  const outcome: Outcome = code
    ? { status: 'refused', code, message: code, details: {} }
    : { status: 'accepted', seq: ground.head + 1, version: 1 }
  if (!code) server.write(String(command.data), command.subject)
  ground.answers.set(command.id, outcome)
  return outcome
}

function pageOf(server: Server, ground: Ground, cursor: ReplicaPage['cursor'] | null, pageSize: number): ReplicaPage {
  const { epoch, reach, backedUp, order } = server
  const here = { epoch, reach, head: ground.head }
  const round = roundAt(cursor, here)
  const rows = {
    family: [],
    person: [],
    case: [],
    visit: [],
    need: [],
    participation: [],
    ppks: [],
    application: [],
    proposal: [],
  }
  const shared = { epoch, backedUp, order, villages: [{ code: village, name: 'Caturtunggal' }] }
  if (cursor !== null && round.fresh && round.since === round.upTo)
    return { ...shared, rows, cursor, done: true, census: null }
  const from = round.after?.seq ?? round.since
  const all = [...ground.people.values()]
    .filter(({ seq }) => seq > from && seq <= round.upTo)
    .toSorted((a, b) => a.seq - b.seq)
  const person = all.slice(0, pageSize)
  const last = person.at(-1)
  if (last && all.length > pageSize)
    return {
      ...shared,
      rows: { ...rows, person },
      cursor: pausedAt(round, here, 'person', last),
      done: false,
      census: null,
    }
  const census = here.head === round.upTo ? censusOf({ ...emptyView(), person: ground.people }) : null
  return { ...shared, rows: { ...rows, person }, cursor: endedAt(round, here), done: true, census }
}
