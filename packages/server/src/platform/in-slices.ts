import { setImmediate } from 'node:timers/promises'
import type { Steps } from '@openslrt/core/kernel/steps.ts'

/** Some milliseconds of reading rows: ten thousand of them in one go would hold up everybody for a second or two. */
const stepsAtOnce = 50

/** IMPORT-16 Goes through a long calculation some steps at a time; whoever else waits is served in between. */
export async function inSlices<Made>(work: Steps<Made>): Promise<Made> {
  for (let taken = 1; ; taken++) {
    const { done, value } = work.next()
    if (done) return value
    // oxlint-disable-next-line no-await-in-loop -- the pause is what it is for
    if (taken % stepsAtOnce === 0) await setImmediate()
  }
}
