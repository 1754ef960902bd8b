// Run by a test in a process of its own: a program that ends without having stopped its database.
import { startEmbedded } from '../start-embedded.ts'

const database = await startEmbedded({ dataDir: process.argv[2] ?? '', say: () => undefined, tuning: 'test' })
console.log(database.pid)
