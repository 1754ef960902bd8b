import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildFieldAs } from '../../packages/web/build.ts'
import type { PhoneDump } from '../../packages/web/src/testing/phone-dump.ts'
import { layDown } from '../../packages/web/src/testing/phone-dump.ts'

const fixtures = join(import.meta.dirname, '../../packages/web/src/testing/fixtures')

/** What a release left on a phone. */
export const released = (file: string): PhoneDump => JSON.parse(readFileSync(join(fixtures, file), 'utf8'))

/** The field face of another release, in a folder of its own. */
export const buildOlder = buildFieldAs

/** Lays the stores of a dump down in the page where it is run. */
export const layStores = layDown
export type { PhoneDump }
