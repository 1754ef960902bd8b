import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { tableOf } from '@openslrt/core/kernel/keys.ts'
import { codeLists } from '@openslrt/core/registry/code-lists.ts'
import { groupsOf, namesIn } from '@openslrt/core/registry/groups.ts'
import { wordsOf } from '../ask/words.ts'

test('FIELD-1, FIELD-22 every question that may be asked at a door says why it is asked, in both languages', () => {
  const names = new Set([...groupsOf.family, ...groupsOf.person].flatMap((group) => namesIn(group)))
  for (const lang of ['id', 'en'] as const) {
    const words = wordsOf({ lists: tableOf(codeLists, () => []), local: [] }, lang, sayIn(lang))
    assert.deepEqual(
      [...names].filter((name) => words.help(name) === ''),
      [],
    )
  }
  assert.ok(names.size > 50)
})
