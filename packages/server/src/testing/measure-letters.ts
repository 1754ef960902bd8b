import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { letterPaths, mostPrinted } from '@openslrt/core/contract/letter-queries.ts'
import { aDistrictOffice } from './a-district-office.ts'
import { aDraftBy, type MadeLetter } from './a-letter.ts'
import { startTestHouse } from './house.ts'

/** How fast letters are drafted, signed and printed in one district. `npm run bench:letters -- 10000` */
const many = Number(process.argv[2] ?? 10_000)
const house = await startTestHouse({ logLevel: 'silent', listen: true })
try {
  const offices = await aDistrictOffice(house)
  const drafter = await house.staffAt(offices.caturtunggal, 'bo')
  const signer = await house.staffAt(offices.caturtunggal, 'coordinator')
  const made: MadeLetter[] = []
  const drafting = await inLanes(many, 8, async () => void made.push(await aDraftBy(drafter)))
  const numbers: string[] = []
  const signing = await inLanes(many, 8, async (nth) => {
    const { id, letter } = made[nth] ?? { id: '', letter: '' }
    const { number = '' } = await signer.does('letter.sign', { subject: id, data: { letter, seen: 1 } })
    numbers.push(number)
  })
  const serials = numbers.map((number) => Number(number.split('/')[1])).toSorted((one, other) => one - other)
  assert.deepEqual(
    serials,
    Array.from({ length: many }, (_, at) => at + 1),
  )
  const lines = [
    ['registered and drafted (two commands each)', perSecond(many, drafting)],
    ['signed in a batch, each with its number', perSecond(many, signing)],
    ...(await printing(made)),
  ] as const
  const report = reportOf(lines)
  await writeFile(join(import.meta.dirname, '../../../../bench/LETTERS.md'), report)
  console.log(report)
} finally {
  await house.close()
}

async function printing(made: readonly MadeLetter[]): Promise<readonly (readonly [string, string])[]> {
  const lines: [string, string][] = []
  for (const count of [1, 20, mostPrinted]) {
    const client = await house.staffAt(officeOf(), 'coordinator')
    const letters = made.slice(0, count).map(({ letter }) => ({ district: '34.04', id: letter }))
    const from = performance.now()
    const answer = await client.raw({
      method: 'POST',
      path: letterPaths.print,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ letters }),
    })
    assert.equal(answer.status, 200)
    const seconds = (performance.now() - from) / 1000
    const size = `${Math.round(answer.bytes.length / 1000)} kB`
    lines.push([`${count} printed as one PDF of ${size}`, `${seconds.toFixed(2)} s`])
  }
  return lines
}

function officeOf(): string {
  const office = [...house.parts.reference.offices().values()].find(({ name }) => name === 'Puskesos Caturtunggal')
  return office?.id ?? ''
}

/** Does something many times, some of it at once; how many seconds it took. */
async function inLanes(times: number, lanes: number, work: (nth: number) => Promise<void>): Promise<number> {
  const from = performance.now()
  let next = 0
  const lane = async (): Promise<void> => {
    while (next < times) await work(next++)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return (performance.now() - from) / 1000
}

function perSecond(count: number, seconds: number): string {
  return `${Math.round(count / seconds)} a second (${seconds.toFixed(0)} s)`
}

function reportOf(lines: readonly (readonly [what: string, figure: string])[]): string {
  return `# ${many.toLocaleString('en')} letters, measured

Machine: ${cpus().length} cores (${cpus()[0]?.model ?? ''}), Node ${process.version}. Method: \`npm run bench:letters -- ${many}\`: one Puskesos, eight requests at a time over HTTP, sender, server and PostgreSQL on the same machine; every number was there once, without a gap.

| what | figure |
| --- | --- |
${lines.map(([what, figure]) => `| ${what} | ${figure} |`).join('\n')}
`
}
