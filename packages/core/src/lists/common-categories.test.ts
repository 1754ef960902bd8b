import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseKinds } from '../case/case.ts'
import { categories } from './categories.ts'
import { commonCategories } from './common-categories.ts'

test('LISTS-7 what is offered first for a kind of report is on the list for that kind', () => {
  for (const kind of caseKinds)
    for (const code of commonCategories[kind]) {
      const category = categories.find((one) => one.code === code)
      assert.ok(category?.kinds.includes(kind), `${kind}: ${code}`)
    }
})
