/** Files of a small house, as they would lie in a checkout. */
export type House = readonly { readonly path: string; readonly text: string }[]

/** A house that keeps every law, each allowed way of importing once: what the check finds here is a false alarm. */
export const cleanHouse: House = [
  { path: 'package.json', text: `{ "private": true, "type": "module", "workspaces": ["packages/*"] }` },
  workspace('core', `"exports": { "./*": "./src/*" },`),
  workspace('server', ''),
  workspace('web', ''),
  ...['zod', 'kysely', 'fastify', 'fast-check'].flatMap(library),

  source('packages/core/src/kernel/result.ts', `import { z } from 'zod'\nexport const ok = z\n`),
  source(
    'packages/core/src/case/case.ts',
    `import type { Later } from './later.ts'\nexport const born = (at: number): Later => new Date(at)\n`,
  ),
  source(
    'packages/core/src/case/later.ts',
    `import { born } from './case.ts'\nexport type Later = Date\nexport const later = born\nexport const open = (status: string) => status === 'closed'\n`,
  ),
  source(
    'packages/core/src/place/place.test.ts',
    `import { test } from 'node:test'\nimport fc from 'fast-check'\nexport const sample = [test, fc]\n`,
  ),

  source(
    'packages/server/src/platform/db/db.ts',
    `import { sql } from 'kysely'\nexport type Db = 1\nexport { sql }\nexport const ping = sql\`select 1 from office\`\n`,
  ),
  source('packages/server/src/features/case/index.ts', `export { takeCase as caseDoor } from './take-case.ts'\n`),
  source(
    'packages/server/src/features/case/take-case.ts',
    `import { lock } from './queries.ts'\nimport { ok } from '@openslrt/core/kernel/result.ts'\nexport type Taken = 1\nexport const takeCase = [lock, ok]\n// select * from is only spoken of here; so is status === 'closed'\n`,
  ),
  source(
    'packages/server/src/features/case/queries.ts',
    `import { sql } from 'kysely'\nexport const lock = sql\`select 1 from kasus for update\`\nexport const move = sql\`update kasus set version = 2\`\n`,
  ),
  source(
    'packages/server/src/features/case/take-case.test.ts',
    `import { moveReferral } from '../referral/move-referral.ts'\nexport const it = moveReferral.status === 'accepted'\n`,
  ),
  source(
    'packages/server/src/features/referral/move-referral.ts',
    `import { caseDoor } from '../case/index.ts'\nexport const moveReferral = { ...caseDoor, status: 200 }\nexport const late = (reply: { status: string }) => reply.status === 'pending' || reply.status === 'accepted' || Date.now() > 0\n`,
  ),
  source(
    'packages/server/src/app.ts',
    `import { caseDoor } from './features/case/index.ts'\nexport const app = caseDoor\n`,
  ),

  source(
    'packages/web/src/ui/field.tsx',
    `import { ok } from '@openslrt/core/kernel/result.ts'\nexport const Field = () => <p role="status">{String(ok)}</p>\n`,
  ),
  source(
    'packages/web/src/features/queue/queue.tsx',
    `import { Field } from '../../ui/field.tsx'\nexport const Queue = () => <Field />\n`,
  ),
  source('packages/web/src/features/dashboard/dashboard.tsx', `export const Dashboard = () => null\n`),
  source('packages/web/src/desk/frame.tsx', `export const Frame = () => null\n`),
  source(
    'packages/web/src/desk/routes.tsx',
    `import { Queue } from '../features/queue/queue.tsx'\nimport { Dashboard } from '../features/dashboard/dashboard.tsx'\nexport const routes = [Queue, Dashboard]\n`,
  ),
  source(
    'packages/web/src/desk/people-routes.tsx',
    `import { Queue } from '../features/queue/queue.tsx'\nexport const peopleRoutes = [Queue]\n`,
  ),

  source('tools/tool.ts', `import { ok } from '@openslrt/core/kernel/result.ts'\nexport const tool = ok\n`),
  source('bench/run.ts', `import type { Db } from '../packages/server/src/platform/db/db.ts'\nexport type Mine = Db\n`),
]

function workspace(name: string, more: string) {
  return { path: `packages/${name}/package.json`, text: `{ "name": "@openslrt/${name}", ${more} "type": "module" }` }
}

function library(name: string) {
  return [
    {
      path: `node_modules/${name}/package.json`,
      text: `{ "name": "${name}", "version": "1.0.0", "main": "index.js" }`,
    },
    { path: `node_modules/${name}/index.js`, text: 'module.exports = {}\n' },
  ]
}

function source(path: string, text: string) {
  return { path, text }
}
