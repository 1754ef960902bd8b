import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importKinds, importTemplate, readHead } from '../office/import/columns.ts'
import { translate } from './translate.ts'

test('IMPORT-9 the columns that we add to a file of reasons are passed over when it is sent again', () => {
  for (const kind of importKinds)
    for (const lang of ['id', 'en'] as const) {
      const [heads = []] = importTemplate(kind, lang)
      const ours = [translate(lang, 'import.column'), translate(lang, 'import.reason')]
      const { unknown, twice, missing } = readHead(kind, [...heads, ...ours])
      assert.deepEqual([unknown, twice, missing], [[], [], []])
    }
})
