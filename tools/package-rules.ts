import { isBuiltin } from 'node:module'
import type { Finding } from './finding.ts'

/** What an installed package says of itself. */
export type Installed = {
  readonly path: string
  readonly name?: string
  readonly license?: unknown
  readonly licenses?: unknown
}

/** Licences under which others' work may be part of ours (AGPL-3.0): permissive ones, file-level copyleft, and for fonts and data their own. */
const allowed = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'MPL-2.0',
  'BlueOak-1.0.0',
  'Unlicense',
  'CC0-1.0',
  'Python-2.0',
  'PostgreSQL',
  'OFL-1.1',
  'CC-BY-4.0',
  'AGPL-3.0-only',
  // Of pako, which unpacks fonts and pictures for letters: as free as MIT, and asks for the same.
  'Zlib',
])

/** Packages whose package.json names no licence, and what their Readme says. */
const saidElsewhere = new Map([
  ['only', 'MIT'],
  ['humanize-number', 'MIT'],
  // Its LICENSE file is MIT's (it draws PNG into PDFs).
  ['png-js', 'MIT'],
])

/** Finds packages whose licence is missing or not in the list; "(A OR B)" needs one of them, "A AND B" both. */
export function judgeLicence({ path, name, license, licenses }: Installed): Finding[] {
  const told = typeof license === 'string' ? license : (oldForm(license ?? licenses) ?? saidElsewhere.get(name ?? ''))
  if (told !== undefined && isAllowed(told)) return []
  return [
    { file: path, line: 1, sentence: `${name ?? path} has the licence ${told ?? 'unknown'}, which is not in our list` },
  ]
}

/** Does a licence expression let us use the package? */
export function isAllowed(expression: string): boolean {
  const plain = expression.replace(/[()]/g, ' ').trim()
  return plain.split(/\s+OR\s+/).some((side) => side.split(/\s+AND\s+/).every((licence) => allowed.has(licence.trim())))
}

// Before 2015 packages wrote { type: 'MIT' } or a list of them.
function oldForm(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value
  return typeof first === 'object' && first !== null && 'type' in first && typeof first.type === 'string'
    ? first.type
    : undefined
}

/** Is this one exact version, given straight or through an alias? Ranges, tags and addresses are not. */
export const isExact = (version: string): boolean =>
  /^(npm:(@[\w.-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)

/** The package that an import names; undefined for own files, Node's modules and what a bundler makes up. */
export function packageOf(specifier: string): string | undefined {
  if (/^[./#]/.test(specifier) || specifier.includes(':') || isBuiltin(specifier)) return undefined
  const [first = '', second = ''] = specifier.split('/')
  return first.startsWith('@') ? `${first}/${second}` : first
}
