import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FileLine } from '@openslrt/core/contract/list-queries.ts'
import { fileLine } from '@openslrt/core/contract/list-queries.ts'
import { listCommandData } from '@openslrt/core/contract/lists.ts'
import { listData } from '@openslrt/core/testing/list-data.ts'
import { sendableOf } from './sendable-of.ts'

type Asked = FileLine['asks'][number]
/** What the server says of a line, after it went over the wire. */
const asked = (kind: string, data: object): Asked => {
  const wire = JSON.parse(JSON.stringify({ line: 2, cells: [], asks: [{ kind, data }], refusal: null }))
  const [one] = fileLine.parse(wire).asks
  assert.ok(one)
  return one
}
const byFile = ['list.add', 'list.change', 'list.end', 'calendar.close', 'calendar.open'] as const
const byHandOnly = ['list.take-back', 'hours.set'] as const

for (const kind of byFile) {
  test(`LISTS-16 what a line asks for by ${kind} is sent as a form would send it`, () => {
    const sent = sendableOf(asked(kind, listData[kind]))
    assert.deepEqual(sent, { kind, data: listData[kind] })
    assert.ok(listCommandData[kind].data.safeParse(sent?.data).success)
  })

  test(`LISTS-16 of ${kind} nothing is sent that its command does not carry, or lacks`, () => {
    assert.throws(() => sendableOf(asked(kind, { ...listData[kind], more: 'x' })))
    for (const gone of Object.keys(listData[kind])) {
      const less = Object.fromEntries(Object.entries(listData[kind]).filter(([field]) => field !== gone))
      assert.throws(() => sendableOf(asked(kind, less)), gone)
    }
  })
}

test('LISTS-16 what only a form may ask for is not sent by a file', () => {
  for (const kind of byHandOnly) assert.equal(sendableOf(asked(kind, listData[kind])), null)
  assert.deepEqual([...byFile, ...byHandOnly].toSorted(), Object.keys(listCommandData).toSorted())
})
