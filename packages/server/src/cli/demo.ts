import { buildParts } from '../app.ts'
import { makeDemo } from '../demo/make-demo.ts'
import { openLog } from '../platform/telemetry/log.ts'
import { withDatabase } from './open-database.ts'
import type { Verb } from './words.ts'

/** As many as `npm start -- --demo` makes. */
const usualCases = 2_000

export const demo: Verb = {
  what: '[cases]     fills an installation that holds nothing yet with a made-up district',
  more: [
    '',
    'Kabupaten Sleman with 2,000 cases of a year, or as many as said. Sign-in names and passwords are shown once.',
    'An OpenSLRT that runs meanwhile says on its screens that it is a demo after its next start.',
  ],
  async run(config, [asked = String(usualCases)], say) {
    const cases = Number(asked)
    if (!Number.isInteger(cases) || cases < 1 || cases > 100_000) {
      say(`"${asked}" is no number of cases: say one from 1 to 100000, or nothing for ${usualCases}.`)
      return false
    }
    const leaving = new AbortController()
    process.once('SIGINT', () => leaving.abort())
    return withDatabase(config, say, async ({ ownerUrl, master, pools }) => {
      const parts = await buildParts(config, pools, master, openLog(config.logLevel))
      try {
        await makeDemo(parts, ownerUrl, { cases, say, signal: leaving.signal, onMarked: () => parts.demo.reread() })
        return true
      } finally {
        parts.reference.close()
      }
    })
  },
}
