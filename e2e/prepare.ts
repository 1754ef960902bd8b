import { rm } from 'node:fs/promises'
import { startHouse } from './house.ts'

// Started by the test command: an installation that was started once, for journeys to begin with a copy of. Says where
// it lies, and takes it away when whoever started it is done.
const house = await startHouse([], { fresh: true })
await house.halt()
console.log(house.dataFolder)
process.stdin.resume()
process.stdin.once('end', () => void rm(house.dataFolder, { recursive: true, force: true }).then(() => process.exit(0)))
