// Run by the crash test in a process of its own: starts the database and says the number of every acknowledged row.
import { Client } from 'pg'
import { startEmbedded } from '../start-embedded.ts'

const database = await startEmbedded({ dataDir: process.argv[2] ?? '', say: () => undefined })
const client = new Client({ connectionString: database.adminUrl })
await client.connect()
await client.query('create table acked (number int primary key)')
for (let number = 1; ; number += 1) {
  await client.query('insert into acked values ($1)', [number])
  console.log(number)
}
