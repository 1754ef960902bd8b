// Run by the crash test in a process of its own: the house as `npm start` opens it, without building the web first.
import { readConfig } from '../../config.ts'
import { startHouse } from '../../house.ts'

const answer = readConfig(process.env, process.cwd())
if (!answer.ok) throw new Error(answer.problems.join('; '))
const house = await startHouse(answer.config, () => undefined)
process.once('SIGTERM', () => void house.stop().then(() => process.exit(0)))
for (const line of await house.welcome()) console.log(line)
