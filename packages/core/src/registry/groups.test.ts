import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askedOf } from './complete.ts'
import { groupsOf, namesIn } from './groups.ts'
import { holders } from './registry.ts'
import { variableOf } from './variables.ts'

for (const of of holders)
  test(`REGISTRY-20 every question of a ${of} stands in one group, and every group asks what there is`, () => {
    const grouped = groupsOf[of].flatMap(namesIn)
    assert.equal(new Set(grouped).size, grouped.length)
    for (const name of grouped) assert.ok(variableOf(of, name), name)
    // Asked of somebody of whom nothing is known, and of a pregnant woman and a child beside.
    const woman = { tanggal_lahir: '1995-01-01', jenis_kelamin: '2' }
    const child = { tanggal_lahir: '2024-01-01' }
    const asked = [{}, woman, child].flatMap((said) => askedOf(of, said, '2026-11-22').map(({ name }) => name))
    // The village is where a family was found: it moves by an act of its own.
    const left = new Set(asked.filter((name) => !grouped.includes(name) && name !== 'kode_kelurahan_desa'))
    assert.deepEqual([...left], [])
  })
