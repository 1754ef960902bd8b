import { readConfig } from '../packages/server/src/config.ts'
import { startHouse } from '../packages/server/src/house.ts'

/** The server as `npm start` runs it, but for the building of the web: a bench measures what was built last. */
const answer = readConfig(process.env, process.cwd())
if (!answer.ok) throw new Error(answer.problems.join('; '))
const house = await startHouse(answer.config, (line) => console.error(line))
process.once('SIGINT', () => void house.stop().then(() => process.exit(0)))
for (const line of await house.welcome()) console.log(line)
console.log('welcome ended')
