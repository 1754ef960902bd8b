import { randomUUID } from 'node:crypto'
import { manyWorlds } from './many-worlds.ts'

// npm run chaos -- 10000 [seed] [worlds beside each other]
const [runs = '200', seed = randomUUID(), lanes = '2'] = process.argv.slice(2)
let enough = false
// Ends after the runs at hand, and proves and counts what there is by then.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => (enough = true))
console.log(`${runs} runs, seed "${seed}", ${lanes} worlds beside each other`)
const { failed, ...came } = await manyWorlds({
  runs: Number(runs),
  seed,
  lanes: Number(lanes),
  say: (line) => console.log(line),
  enough: () => enough,
})
for (const error of failed) console.error(error)
console.log(JSON.stringify({ ...came, failed: failed.length }))
process.exit(failed.length === 0 ? 0 : 1)
