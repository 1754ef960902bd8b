import { randomUUID } from 'node:crypto'
import { chaos } from './chaos.ts'

// npm run chaos -- 10000 [seed]
const [runs = '200', seed = randomUUID()] = process.argv.slice(2)
console.log(`${runs} runs, seed "${seed}"`)
const plan = { runs: Number(runs), killEvery: 7, restoreEvery: 50, moveEvery: 25 }
console.log(await chaos(plan, seed, (line) => console.log(line)))
process.exit(0)
