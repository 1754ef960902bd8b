import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commandRows } from '../contract/command.ts'
import { goodData } from './good-data.ts'

/** A command, what is sent instead of parts of its example, and whether it is taken. */
export type Bound = readonly [kind: string, own: Readonly<Record<string, unknown>>, taken: boolean]

/** Holds commands against the least and the most of what they carry. */
export function testBounds(bounds: readonly Bound[]): void {
  for (const [kind, own, taken] of bounds)
    test(`WIRE-3, WIRE-4 ${kind} ${taken ? 'takes' : 'refuses'} ${spellShort(own)}`, () => {
      const row = commandRows.find((one) => one.kind === kind)
      const [, data] = goodData.find(([known]) => known === kind) ?? []
      assert.ok(row && data, `${kind} is no command, or has no example`)
      assert.equal(row.data.safeParse(Object.assign({}, data, own)).success, taken)
    })
}

const spellShort = (own: object): string => {
  const spelt = JSON.stringify(own)
  return spelt.length > 90 ? `${spelt.slice(0, 70)}… (${spelt.length} signs)` : spelt
}

/** A text of so many signs, and a list of so many. */
export const long = (length: number): string => 'x'.repeat(length)
export const many = (length: number, item: unknown): readonly unknown[] => Array.from({ length }, () => item)
