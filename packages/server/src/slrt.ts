import { verbs } from './cli/verbs.ts'
import { readConfig } from './config.ts'

const [name = 'help', ...rest] = process.argv.slice(2)
const answer = readConfig(process.env, process.cwd())
// A word that every object knows is no verb.
const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined

if (!answer.ok) fail(`These settings can't be used:\n${answer.problems.map((problem) => `  ${problem}`).join('\n')}`)
else if (!verb) fail(`"${name}" is not a verb of slrt.\n\n${usage()}`)
else {
  try {
    process.exitCode = (await verb.run(answer.config, rest, (line) => console.log(line))) ? 0 : 1
  } catch (error) {
    fail(error instanceof Error ? error.message : 'unknown fault')
  }
}

function fail(sentence: string): void {
  console.error(sentence)
  process.exitCode = 1
}

function usage(): string {
  return Object.entries(verbs)
    .map(([verbName, { what }]) => `  npm run slrt -- ${verbName.padEnd(12)} ${what}`)
    .join('\n')
}
