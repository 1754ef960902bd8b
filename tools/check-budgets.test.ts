import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { type BuildManifest, checkBudgets, everything, firstLoad } from './check-budgets.ts'

const manifest: BuildManifest = {
  'index.html': {
    file: 'main.js',
    isEntry: true,
    imports: ['_react'],
    dynamicImports: ['features/queue/queue.tsx', 'features/case/case.tsx', 'echarts'],
    css: ['main.css'],
    assets: ['sans-latin.woff2', 'sans-cyrillic.woff2', 'sans-latin.woff'],
  },
  _react: { file: 'react.js' },
  'features/queue/queue.tsx': { file: 'queue.js', imports: ['_react'] },
  'features/case/case.tsx': { file: 'case.js', imports: ['_timeline'] },
  _timeline: { file: 'timeline.js' },
  echarts: { file: 'echarts.js' },
}

test('BUDGET-1 the first load is the entry with all it needs and the heaviest screen, not what is loaded later', () => {
  const sizes: Record<string, number> = { 'queue.js': 10, 'case.js': 8, 'timeline.js': 8, 'echarts.js': 900 }
  assert.deepEqual([...firstLoad(manifest, (file) => sizes[file] ?? 1)].toSorted(), [
    'case.js',
    'main.css',
    'main.js',
    'react.js',
    'sans-latin.woff2',
    'timeline.js',
  ])
})

test('BUDGET-2 of the public page everything counts, lazy parts too, but only fonts a browser would fetch', () => {
  assert.deepEqual([...everything(manifest)].toSorted(), [
    'case.js',
    'echarts.js',
    'main.css',
    'main.js',
    'queue.js',
    'react.js',
    'sans-latin.woff2',
    'timeline.js',
  ])
})

test('BUDGET-3 a face that was not built, is empty or is too heavy is told', (t) => {
  const root = mkdtempSync(join(tmpdir(), 'budgets-'))
  t.after(() => rmSync(root, { recursive: true }))
  assert.deepEqual(
    checkBudgets(root).findings.map(({ sentence }) => sentence.slice(0, 20)),
    ['has no Vite manifest', 'has no Vite manifest', 'has no Vite manifest'],
  )
  write(join(root, 'public/.vite/manifest.json'), JSON.stringify({ a: { file: 'a.js', isEntry: true } }))
  write(join(root, 'public/a.js'), randomBytes(60 * 1024))
  write(join(root, 'desk/manifest.json'), '{}')
  write(join(root, 'field/manifest.json'), JSON.stringify({ a: { file: 'a.js', css: ['a.css'], isEntry: true } }))
  write(join(root, 'field/a.js'), randomBytes(150 * 1024))
  write(join(root, 'field/a.css'), randomBytes(10 * 1024))
  assert.deepEqual(
    checkBudgets(root).findings.map(({ sentence }) => sentence.slice(0, 17)),
    ['public 68.0 of 60', 'its manifest name', 'field 150.1 of 15'],
  )
})

function write(path: string, content: string | Buffer): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
}
