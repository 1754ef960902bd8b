import type { Sessions } from './features/account/index.ts'
import type { Reference } from './features/reference/index.ts'
import type { DemoFlag } from './features/system/index.ts'
import type { Siblings } from './platform/processes/siblings.ts'

/**
 * What a process keeps in memory and changes is told to the others behind the same port before the change is answered,
 * so that the next request finds it wherever it lands. Processes on other machines find it out within two seconds.
 */
export function tellingOthers(siblings: Siblings) {
  return {
    reference(own: Reference): Reference {
      siblings.on('reference', () => own.refresh())
      const refresh = async (): Promise<void> => {
        await Promise.all([own.refresh(), siblings.ask('reference')])
      }
      return { ...own, refresh }
    },
    sessions(own: Sessions): Sessions {
      siblings.on('sessions', async () => own.forget())
      return {
        ...own,
        async end(request, reply) {
          await own.end(request, reply)
          await siblings.ask('sessions')
        },
        forget() {
          own.forget()
          // Nobody waits: who is slow to hear keeps what it knows for two seconds at most.
          void siblings.ask('sessions')
        },
      }
    },
    demo(own: DemoFlag): DemoFlag {
      siblings.on('demo', () => own.reread())
      const reread = async (): Promise<void> => {
        await Promise.all([own.reread(), siblings.ask('demo')])
      }
      return { ...own, reread }
    },
  }
}
