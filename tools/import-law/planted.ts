import { cleanHouse, type House } from './planted-house.ts'

/** A fault planted on purpose: the law that must catch it, the file that holds it, and its line. */
export type Fault = { readonly rule: string; readonly path: string; readonly text: string; readonly line: number }

const server = 'packages/server/src'
const web = 'packages/web/src'
const core = 'packages/core/src'

/** One fault for every law and for every way round it that we know of. Written beside a clean house on each run; a law that misses one fails the check. */
export const faults: readonly Fault[] = [
  fault(
    '1-core-is-pure',
    `${core}/case/reads-a-file.ts`,
    `import { readFileSync } from 'node:fs'\nexport const read = readFileSync\n`,
  ),
  fault('1-core-is-pure', `${core}/case/uses-a-library.ts`, `import { sql } from 'kysely'\nexport const tag = sql\n`),
  fault(
    '1-core-is-pure',
    `${core}/case/knows-the-server.ts`,
    `import type { Db } from '@openslrt/server/src/platform/db/db.ts'\nexport type Mine = Db\n`,
  ),
  fault('1-core-tests', `${core}/case/heavy.test.ts`, `import fastify from 'fastify'\nfastify()\n`),
  fault(
    '1-core-is-told',
    `${core}/case/asks-the-clock.ts`,
    `export const late = (due: number) =>\n  due < Date.now()\n`,
    2,
  ),
  fault('1-core-is-told', `${core}/case/makes-a-date.ts`, `export const today = () => new Date()\n`),
  fault('1-core-is-told', `${core}/case/throws-dice.ts`, `export const dice = () => Math.random()\n`),
  fault('1-core-is-told', `${core}/case/makes-an-id.ts`, `export const id = () => crypto.randomUUID()\n`),
  fault(
    '2-web-and-server-never-meet',
    `${web}/platform/api/asks-the-server.ts`,
    `import type { Db } from '@openslrt/server/src/platform/db/db.ts'\nexport type Mine = Db\n`,
  ),
  fault(
    '2-web-and-server-never-meet',
    `${server}/platform/http/renders.ts`,
    `export const page = () => import('@openslrt/web/src/ui/field.tsx')\n`,
  ),
  fault(
    '2-packages-by-name',
    `${server}/platform/http/by-path.ts`,
    `import { ok } from '../../../../core/src/kernel/result.ts'\nexport const fine = ok\n`,
  ),
  fault(
    '2-packages-stand-alone',
    `${server}/platform/http/uses-a-tool.ts`,
    `import { tool } from '../../../../../tools/tool.ts'\nexport const mine = tool\n`,
  ),
  fault(
    '2-guests-use-the-front',
    'e2e/reaches-in.ts',
    `import { takeCase } from '../packages/server/src/features/case/take-case.ts'\nexport const mine = takeCase\n`,
  ),
  fault(
    '3-platform-knows-no-feature',
    `${server}/platform/http/knows-cases.ts`,
    `import { caseDoor } from '../../features/case/index.ts'\nexport const mine = caseDoor\n`,
  ),
  fault(
    '3-platform-knows-no-feature',
    `${web}/ui/knows-cases.tsx`,
    `import { Queue } from '../features/queue/queue.tsx'\nexport const mine = Queue\n`,
  ),
  fault(
    '4-server-features-have-a-door',
    `${server}/features/referral/climbs-in.ts`,
    `import { takeCase } from '../case/take-case.ts'\nexport const mine = takeCase\n`,
  ),
  fault(
    '4-server-features-have-a-door',
    `${server}/features/referral/climbs-in-for-a-type.ts`,
    `import type { Taken } from '../case/take-case.ts'\nexport type Mine = Taken\n`,
  ),
  fault(
    '4-web-features-meet-in-routes',
    `${web}/features/dashboard/borrows.tsx`,
    `import { Queue } from '../queue/queue.tsx'\nexport const mine = Queue\n`,
  ),
  fault(
    '4-only-routes-know-features',
    `${web}/shell/menu.tsx`,
    `import { Queue } from '../features/queue/queue.tsx'\nexport const mine = Queue\n`,
  ),
  fault(
    '4-only-routes-know-features',
    `${web}/desk/people-menu.tsx`,
    `import { Queue } from '../features/queue/queue.tsx'\nexport const mine = Queue\n`,
  ),
  fault(
    '4-web-features-meet-in-routes',
    `${web}/features/dashboard/dashboard-routes.tsx`,
    `import { Queue } from '../queue/queue.tsx'\nexport const mine = Queue\n`,
  ),
  fault(
    '5-sql-in-queries',
    `${server}/features/case/tagged.ts`,
    `import { sql } from 'kysely'\nexport const one = sql\`select 1\`\n`,
    2,
  ),
  fault(
    '5-sql-in-queries',
    `${server}/features/case/as-text.ts`,
    `export const text = 'select id from office where district = $1'\n`,
  ),
  fault(
    '5-sql-in-queries',
    `${server}/features/case/built.ts`,
    `export const rows = (db: any) => db.selectFrom('office')\n`,
  ),
  fault(
    '5-one-owner',
    `${server}/features/referral/queries.ts`,
    `import { sql } from 'kysely'\nexport const steal = sql\`update visit set version = 2\`\n`,
    2,
  ),
  fault(
    '5-one-owner',
    `${server}/features/visit/queries.ts`,
    `export const add = (db: any) => db.insertInto('visit')\n`,
  ),
  fault(
    '4-faces-load-their-own-code',
    `${web}/public/borrows.tsx`,
    `import { Frame } from '../desk/frame.tsx'\nexport const mine = Frame\n`,
  ),
  fault(
    '5-sql-in-queries',
    `${server}/features/case/renamed.ts`,
    `import { sql as q } from 'kysely'\nexport const one = q\`c.office = 1\`\nexport const two = q\`true\`\n`,
    2,
  ),
  fault('6-no-cycles', `${core}/place/egg.ts`, `import { hen } from './hen.ts'\nexport const egg = () => hen\n`),
  fault('6-no-cycles', `${core}/place/hen.ts`, `import { egg } from './egg.ts'\nexport const hen = () => egg\n`),
  fault('7-no-barrels', `${core}/place/everything.ts`, `export * from '../kernel/result.ts'\n`),
  fault(
    '7-no-barrels',
    `${web}/ui/handed-on.ts`,
    `import { ok } from '@openslrt/core/kernel/result.ts'\nexport { ok }\n`,
    2,
  ),
  fault(
    '8-nobody-imports-tests',
    `${core}/place/leans-on-a-test.ts`,
    `import { sample } from './place.test.ts'\nexport const mine = sample\n`,
  ),
  fault('8-imports-resolve', `${web}/ui/lost.ts`, `import { gone } from './not-there.ts'\nexport const mine = gone\n`),
  fault(
    'R1-status-only-in-core',
    `${server}/features/case/compares.ts`,
    `export const shut = (kase: { status: string }) => kase.status === 'closed'\n`,
  ),
  fault('R1-status-only-in-core', `${server}/features/case/writes.ts`, `export const row = { status: 'registered' }\n`),
  fault(
    'R1-status-only-in-core',
    `${web}/features/queue/switches.ts`,
    `export function tone(status: string) {\n  switch (status) {\n    case 'handling':\n      return 1\n  }\n}\n`,
    3,
  ),
  fault(
    'R1-status-only-in-core',
    `${web}/features/queue/accepts.ts`,
    `export const on = (referral: { status: string }) => referral.status === 'accepted'\n`,
  ),
  fault('R1-status-only-in-core', `${web}/features/queue/lists.ts`, `export const open = ['registered', 'handling']\n`),
  fault(
    'R1-status-only-in-core',
    `${server}/features/case/queries-open.ts`,
    `import { sql } from 'kysely'\nexport const open = sql\`select id from kasus where status <> 'closed'\`\n`,
    2,
  ),
]

/** The clean house with every fault in it. */
export const faultyHouse: House = [...cleanHouse, ...faults]

function fault(rule: string, path: string, text: string, line = 1): Fault {
  return { rule, path, text, line }
}
