import cluster from 'node:cluster'
import type { Message, Siblings } from './siblings.ts'
import { Answers, patienceMs, Questions, readMessage, wrap } from './siblings.ts'

/** A process that serves, as it speaks with its supervisor. */
export interface ChildLine {
  readonly siblings: Siblings
  ready(url: string): void
  /** Says why this process can't serve; settles when it was heard. */
  failed(why: string): Promise<void>
  onStop(stop: () => void): void
}

/** Opens the line to the supervisor. A supervisor that dies ends its children: node:cluster does that by itself. */
export function openChildLine(): ChildLine {
  const answers = new Answers()
  const questions = new Questions()
  let stop = (): void => undefined
  process.on('message', (raw) => {
    const message = readMessage(raw)
    if (message?.kind === 'stop') stop()
    if (message?.kind === 'answers') questions.answered(message.id, message.values)
    if (message?.kind === 'ask') void answer(answers, message)
  })
  return {
    siblings: {
      number: cluster.worker?.id ?? null,
      on: (topic, answer) => answers.on(topic, answer),
      // Twice the time of one answer: the supervisor itself waits for the slowest.
      ask: (topic) => questions.ask(2 * patienceMs, (id) => send({ kind: 'ask', id, topic })),
    },
    ready: (url) => send({ kind: 'ready', url }),
    failed: (why) => new Promise((resolve) => process.send?.(wrap({ kind: 'failed', why }), () => resolve())),
    onStop(run) {
      stop = run
    },
  }
}

async function answer(answers: Answers, { id, topic }: Extract<Message, { kind: 'ask' }>): Promise<void> {
  // What can't be answered now is found out by its own clock: reference data are looked at every two seconds.
  const value = await answers.to(topic).catch(() => null)
  send({ kind: 'answer', id, value })
}

function send(message: Message): void {
  if (process.connected) process.send?.(wrap(message))
}
