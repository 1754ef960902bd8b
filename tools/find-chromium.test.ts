import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { candidates, findChromium } from './find-chromium.ts'

function program(t: { after: (done: () => void) => void }, name: string, text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'chromium-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const path = join(folder, name)
  writeFileSync(path, text)
  chmodSync(path, 0o755)
  return path
}

function withPathNamed(t: { after: (done: () => void) => void }, path: string): void {
  const before = process.env.CHROMIUM_PATH
  process.env.CHROMIUM_PATH = path
  t.after(() => {
    if (before === undefined) delete process.env.CHROMIUM_PATH
    else process.env.CHROMIUM_PATH = before
  })
}

test('BROWSER-1 a program named by CHROMIUM_PATH is taken when it starts', async (t) => {
  const path = program(t, 'mine', '#!/bin/sh\necho Chromium 156.0\n')
  withPathNamed(t, path)
  assert.equal(await findChromium(() => {}), path)
})

test('BROWSER-2 a CHROMIUM_PATH that does not start is told by name instead of being passed over', async (t) => {
  withPathNamed(t, program(t, 'broken', '#!/bin/sh\nexit 1\n'))
  await assert.rejects(
    findChromium(() => {}),
    /CHROMIUM_PATH is set to .*broken, but that program does not start/,
  )
})

test('BROWSER-3 of two in one folder the shell without windows comes first', (t) => {
  const path = program(t, 'chromium', '#!/bin/sh\n')
  const folder = path.slice(0, -'/chromium'.length)
  const shell = join(folder, 'chromium-headless-shell')
  writeFileSync(shell, '#!/bin/sh\n')
  chmodSync(shell, 0o755)
  assert.deepEqual(candidates(folder).slice(0, 2), [shell, path])
})

test('BROWSER-3 programs on the PATH come first, and files that cannot be run are no candidates', (t) => {
  const path = program(t, 'chromium', '#!/bin/sh\n')
  const folder = path.slice(0, -'/chromium'.length)
  assert.equal(candidates(folder)[0], path)
  chmodSync(path, 0o644)
  assert.notEqual(candidates(folder)[0], path)
})
