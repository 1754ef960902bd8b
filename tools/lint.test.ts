import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { repoRoot } from './source-files.ts'

/** One planted fault for each rule that the house leans on; a new version of the linter that drops a rule shows here. */
const planted: Record<string, [path: string, text: string]> = {
  'typescript(no-explicit-any)': ['packages/core/src/any.ts', 'export const a: any = 1\n'],
  'typescript(no-non-null-assertion)': ['packages/core/src/bang.ts', 'export const a = (b?: { c: 1 }) => b!.c\n'],
  'typescript(consistent-type-imports)': ['packages/core/src/typed.ts', "export type A = import('./any.ts').B\n"],
  'typescript(ban-ts-comment)': ['packages/core/src/silent.ts', '// @ts-ignore\nexport const a = 1\n'],
  'import(no-cycle)': ['packages/core/src/round.ts', "import { b } from './about.ts'\nexport const a = () => b\n"],
  'import(no-default-export)': ['packages/core/src/default.ts', 'export default 1\n'],
  'eslint(no-console)': ['packages/server/src/features/case/talks.ts', "console.log('a')\n"],
  'eslint(eqeqeq)': ['packages/core/src/equal.ts', 'export const a = (b: number) => b == 1\n'],
  'react-hooks(rules-of-hooks)': [
    'packages/web/src/hook.tsx',
    "import { useState } from 'react'\nexport const A = ({ on }: { on: boolean }) => {\n  if (on) useState(1)\n  return null\n}\n",
  ],
  'react-hooks(exhaustive-deps)': [
    'packages/web/src/effect.tsx',
    "import { useEffect } from 'react'\nexport const A = ({ on }: { on: () => void }) => {\n  useEffect(() => on(), [])\n  return null\n}\n",
  ],
  'jsx-a11y(alt-text)': ['packages/web/src/image.tsx', 'export const A = () => <img src="a.png" />\n'],
  'jsx-a11y(click-events-have-key-events)': [
    'packages/web/src/click.tsx',
    'export const A = ({ on }: { on: () => void }) => <div onClick={on} />\n',
  ],
  'react(button-has-type)': ['packages/web/src/button.tsx', 'export const A = () => <button>{1}</button>\n'],
}

test('LINT-1 every rule the house leans on catches its planted fault', (t) => {
  const root = mkdtempSync(join(tmpdir(), 'lint-'))
  t.after(() => rmSync(root, { recursive: true }))
  copyFileSync(join(repoRoot, '.oxlintrc.json'), join(root, '.oxlintrc.json'))
  write(join(root, 'packages/core/src/about.ts'), "import { a } from './round.ts'\nexport const b = () => a\n")
  for (const [path, text] of Object.values(planted)) write(join(root, path), text)
  const { stdout } = spawnSync(join(repoRoot, 'node_modules/.bin/oxlint'), ['--format=unix', '.'], {
    cwd: root,
    encoding: 'utf8',
  })
  const isCaught = (rule: string, path: string) =>
    stdout.split('\n').some((line) => line.startsWith(path) && line.endsWith(`/${rule}]`))
  const missed = Object.entries(planted)
    .filter(([rule, [path]]) => !isCaught(rule, path))
    .map(([rule]) => rule)
  assert.deepEqual(missed, [])
})

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
