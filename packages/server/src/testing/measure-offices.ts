import { writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { openReference } from '../features/reference/index.ts'
import type { Client } from './client.ts'
import { startTestHouse } from './house.ts'
import { manyOffices } from './many-offices.ts'

/** What a nation's 84,000 offices cost: in memory, to read, to change one, and in lists. `npm run bench:offices` */
const rounds = 21
// What is measured must still be there when its memory is read.
const kept: unknown[] = []
const house = await startTestHouse({ logLevel: 'silent' })
try {
  const offices = await manyOffices(house)
  const lines = [...(await memory()), ...(await changes()), ...(await lists())]
  const report = reportOf(offices, lines)
  await writeFile(join(import.meta.dirname, '../../../../bench/OFFICES.md'), report)
  console.log(report)
} finally {
  await house.close()
}

type Line = readonly [what: string, figure: string]

async function memory(): Promise<readonly Line[]> {
  const before = heap()
  const took = await timed(async () => {
    const copy = await openReference(house.parts.pools.api, () => undefined)
    copy.close()
    kept.push(copy)
  })
  return [
    ['the copy in memory, each process', `${Math.round((heap() - before) / 1e6)} MB`],
    ['reading all of it at a start', ms(took)],
  ]
}

async function changes(): Promise<readonly Line[]> {
  const { reference } = house.parts
  await reference.refresh()
  const idle = await median(() => reference.refresh())
  const [office] = await house.owner<{ id: string; seq: number }>("select id from office where place = '34.04.07.2001'")
  let seq = 0
  const one = await median(async () => {
    await house.owner('update office set version = version + 1, seq = $2 where id = $1', [office?.id, ++seq])
    await reference.refresh()
  })
  return [
    ['looking for changes when there are none', ms(idle)],
    ['an office changed and read again', ms(one)],
  ]
}

async function lists(): Promise<readonly Line[]> {
  const [national] = await house.owner<{ id: string }>("select id from office where place = '00'")
  const admin = await house.staffAt(national?.id ?? '', 'admin')
  const asked: readonly (readonly [string, Parameters<Client['ask']>[0], Record<string, string>])[] = [
    ['offices of the nation, first page', referenceRoutes.offices, {}],
    ['the same, page 3,000', referenceRoutes.offices, { page: '3000' }],
    ['offices named "suka"', referenceRoutes.offices, { q: 'suka' }],
    ['offices named "puskesos"', referenceRoutes.offices, { q: 'puskesos' }],
    ['people of the nation', referenceRoutes.staff, {}],
    ['people named "suka"', referenceRoutes.staff, { q: 'suka' }],
    ['villages without a facilitator', referenceRoutes.served, { without: 'yes' }],
  ]
  const lines: Line[] = []
  for (const [what, row, query] of asked) lines.push([what, ms(await median(() => admin.ask(row, { query })))])
  return lines
}

function heap(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

async function median(work: () => Promise<unknown>): Promise<number> {
  const took: number[] = []
  for (let round = 0; round < rounds; round++) took.push(await timed(work))
  return took.toSorted((one, other) => one - other)[Math.floor(rounds / 2)] ?? 0
}

function ms(value: number): string {
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`
}

function reportOf(offices: number, lines: readonly Line[]): string {
  return `# ${offices.toLocaleString('en')} offices, measured

Machine: ${cpus().length} cores (${cpus()[0]?.model ?? ''}), Node ${process.version}. Method: \`npm run bench:offices\`: an office and somebody who works there for every village, district and province; medians of ${rounds}, requests inside the process.

| what | figure |
| --- | --- |
${lines.map(([what, figure]) => `| ${what} | ${figure} |`).join('\n')}
`
}
