// One of several processes behind one port: started by the supervisor in house.ts, which prepared everything else.
import { readConfig } from './config.ts'
import { startHouse } from './house.ts'
import { openChildLine } from './platform/processes/child.ts'
import { shareOf } from './serve-by-children.ts'

const line = openChildLine()
// Ctrl-C in a terminal reaches every process at once; the supervisor says when to leave.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined)
try {
  const answer = readConfig(process.env, process.cwd())
  if (!answer.ok) throw new Error(answer.problems.join('; '))
  const house = await startHouse(shareOf(answer.config, process.env), () => undefined, { siblings: line.siblings })
  line.onStop(() => {
    house.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  })
  line.ready(house.url)
} catch (error) {
  await line.failed(error instanceof Error ? error.message : 'unknown fault')
  process.exit(1)
}
