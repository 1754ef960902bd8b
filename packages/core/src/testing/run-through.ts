import type { Steps } from '../kernel/steps.ts'

/** All steps at once: in a test nobody waits beside it. */
export function runThrough<Made>(steps: Steps<Made>): Made {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}
