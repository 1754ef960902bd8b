import { startCluster } from './cluster.ts'

// Started by the test command: one PostgreSQL for all server tests. Says where it is, and ends with whoever started it.
const postgres = await startCluster()
console.log(postgres.adminUrl)
process.stdin.resume()
process.stdin.once('end', () => void postgres.stop().then(() => process.exit(0)))
