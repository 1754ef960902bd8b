import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Prepared } from './house.ts'
import { copyFolder, startHouse } from './house.ts'
import { makeSleman, slemanFile } from './sleman.ts'

// Started by the test command: installations for journeys to begin with copies of, one that was started once, and one
// where Sleman is at work. Says where they lie, and takes them away when whoever started it is done.
const folder = await mkdtemp(join(tmpdir(), 'openslrt-prepared-'))
await chmod(folder, 0o755)
const house = await startHouse([], { from: 'nothing' })
await house.halt()
await keepAs('started')
await house.resume()
await writeFile(join(folder, slemanFile), JSON.stringify(await makeSleman(house)))
await house.halt()
await keepAs('sleman')
await house.stop()
console.log(folder)
process.stdin.resume()
process.stdin.once('end', () => void rm(folder, { recursive: true, force: true }).then(() => process.exit(0)))

async function keepAs(name: Prepared): Promise<void> {
  await mkdir(join(folder, name))
  await copyFolder(house.dataFolder, join(folder, name))
}
