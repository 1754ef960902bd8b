import { firstAdminLink } from '../features/account/index.ts'
import { withDatabase } from './open-database.ts'
import type { Verb } from './words.ts'

export const firstAdmin: Verb = {
  what: '            a new link that makes the first administrator, once, within 24 hours',
  more: ['', 'The links given before are void then. Where there is an administrator already, no link is made.'],
  run: (config, _rest, say) =>
    withDatabase(config, say, async ({ pools }) => {
      const link = await firstAdminLink(pools.api)
      if (link === null) {
        say('There is an administrator already: ask that person to invite others.')
        return false
      }
      say('Open this link once, within 24 hours; links given before are void:')
      say(`  ${config.publicUrl ?? `http://${config.host}:${config.port}`}${link}`)
      return true
    }),
}
