import assert from 'node:assert/strict'
import { test } from 'node:test'
import { registryRoutes } from '@openslrt/core/contract/registry-queries.ts'
import type { Json } from '@openslrt/core/kernel/json.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import type { Holder } from '@openslrt/core/registry/registry.ts'
import type { Kind, Variable } from '@openslrt/core/registry/variables.ts'
import { familyVariables, personVariables } from '@openslrt/core/registry/variables.ts'
import { aDistrictOffice, sleman } from '../../testing/a-district-office.ts'
import { addFamily, addPerson, cameTo, nikAt, says } from '../../testing/families.ts'
import { startTestHouse } from '../../testing/house.ts'
import { assertReplays } from '../../testing/replayed.ts'
import { assertVerified } from '../../testing/verified.ts'

const house = await startTestHouse({ logLevel: 'silent' })
const offices = await aDistrictOffice(house)
const fo = await house.staffAt(offices.caturtunggal, 'fo')
const district = ledgerCode.parse(sleman.district)
const { lists } = await fo.read(registryRoutes.choices, { query: { district } })
const holders = {
  person: { id: await addPerson(fo, { nama: 'Semua Isian' }), variables: personVariables },
  family: { id: await addFamily(fo), variables: familyVariables },
} as const

const codesOf = ({ list }: Variable): readonly string[] => {
  const codes = (list === undefined ? [] : lists[list]).map(({ code }) => code)
  assert.ok(codes.length > 1, `the list ${list} has codes to choose from`)
  return codes
}
/** Two right values of each kind, one after the other. */
const right: Readonly<Record<Kind, (variable: Variable) => readonly [Json, Json]>> = {
  code: (variable) => [codesOf(variable)[0] ?? '', codesOf(variable)[1] ?? ''],
  codes: (variable) => [codesOf(variable).slice(0, 2), []],
  count: () => [0, 9_999],
  quantity: () => [0.25, 1_000_000],
  text: ({ name }) => [`Isian ${name}`, 'Ñame "dua"'],
  day: () => ['1980-02-29', '2001-12-31'],
  'yes-no': () => [true, false],
  point: () => [
    [-7.7753, 110.4098],
    [0, 0],
  ],
}
/** What has a form of its own, and is masked where it is shown. */
const numbers: Readonly<Record<string, readonly [given: Json, shown: Json]>> = {
  nomor_induk_kependudukan: [nikAt(77), '3404**********77'],
  nomor_kartu_keluarga: ['3404070101100077', '3404**********77'],
}
/** What no value of a kind may be. */
const wrong: Readonly<Record<Kind, readonly Json[]>> = {
  code: ['tidak-ada', 7, true],
  codes: [['tidak-ada'], 'islam', 3],
  count: [-1, 1.5, 10_000, 'tiga'],
  quantity: [-0.5, 1_000_001, 'luas'],
  text: [' ', 5, true],
  day: ['2001-02-29', '31-12-2001', 20_011_231],
  'yes-no': ['ya', 1],
  point: [[91, 0], [0, 181], [1], 'Depok'],
}

const shownOf = async (of: Holder): Promise<Readonly<Record<string, Json>>> => {
  const query = { district, id: holders[of].id }
  const { said } =
    of === 'person' ? await fo.read(registryRoutes.person, { query }) : await fo.read(registryRoutes.family, { query })
  return said
}
const refusedFor = async (of: Holder, name: string, value: Json): Promise<string> => {
  const answer = await says(fo, of, holders[of].id, { [name]: value })
  return `${cameTo(answer)} ${String(answer.body.details?.['variable'] ?? answer.body.details?.['fields'])}`
}
const historyOf = async (of: Holder, variable: string) =>
  (await fo.read(registryRoutes.history, { query: { district, of, id: holders[of].id, variable } })).items.map(
    ({ values, was }) => [values[variable], was[variable]],
  )
/** Where a family lives is one code, of which these are parts and names; its head is one of its people. */
const derived = new Set(
  'kode_provinsi provinsi kode_kabupaten_kota kabupaten_kota kode_kecamatan kecamatan kelurahan_desa nama_kepala_keluarga'.split(
    ' ',
  ),
)
const own = new Set([...derived, ...Object.keys(numbers), 'kode_kelurahan_desa', 'nomor_telepon'])
const isDerived = (of: Holder, name: string): boolean =>
  derived.has(name) || (of === 'person' && name === 'nomor_kartu_keluarga')

for (const whose of ['person', 'family'] as const)
  for (const variable of holders[whose].variables.filter(({ name }) => !own.has(name)))
    test(`REGISTRY-2, REGISTRY-10 ${variable.name} of a ${whose} is kept as it was given, then as it was said anew, and refused for its form alone`, async () => {
      const [first, second] = right[variable.kind](variable)
      for (const value of [first, second])
        assert.equal(cameTo(await says(fo, whose, holders[whose].id, { [variable.name]: value })), 'done')
      for (const value of wrong[variable.kind])
        assert.match(
          await refusedFor(whose, variable.name, value),
          /^(registry-value|invalid) /,
          `${variable.name} ${JSON.stringify(value)}`,
        )
      assert.deepEqual((await shownOf(whose))[variable.name], second, 'what was refused changed nothing')
      const [last, before] = await historyOf(whose, variable.name)
      assert.deepEqual(last, [second, first])
      assert.deepEqual(before?.[0], first)
    })

for (const whose of ['person', 'family'] as const)
  test(`REGISTRY-10 of all variables of a ${whose} it may be said that there is none, but of a name and a village`, async () => {
    const said: Record<string, string> = {}
    for (const { name } of holders[whose].variables.filter((one) => !isDerived(whose, one.name)))
      said[name] = await refusedFor(whose, name, null)
    const refused = Object.entries(said).filter(
      ([, came]) => !came.startsWith('done') && !came.startsWith('already-so'),
    )
    const needed = whose === 'person' ? 'nama' : 'kode_kelurahan_desa'
    assert.deepEqual(
      refused.filter(([name]) => name === needed),
      [[needed, `registry-value ${needed}`]],
    )
    assert.deepEqual(
      refused.filter(([name]) => name !== needed),
      [],
    )
  })

test('REGISTRY-14 what follows from a village, a head or a card is said of these, and of nothing else', async () => {
  for (const name of derived) assert.equal(await refusedFor('family', name, 'Sleman'), `registry-value ${name}`)
  assert.equal(await refusedFor('person', 'nomor_kartu_keluarga', nikAt(78)), 'registry-value nomor_kartu_keluarga')
  const query = { district, of: 'family', id: holders.family.id, variable: 'kabupaten_kota' }
  assert.deepEqual((await fo.read(registryRoutes.history, { query })).items, [])
})

test('REGISTRY-10 a variable of a family is none of a person, and the other way round', async () => {
  assert.equal(await refusedFor('person', 'sepeda_motor', 1), 'registry-value sepeda_motor')
  assert.equal(await refusedFor('family', 'agama', 'islam'), 'registry-value agama')
  assert.match(await refusedFor('person', 'warna_mata', 'coklat'), /^(invalid|unknown-field) /)
})

test('REGISTRY-4 a number is kept however it was grouped, shown masked, and refused where it has no sixteen digits', async () => {
  for (const [of, name] of [
    ['person', 'nomor_induk_kependudukan'],
    ['family', 'nomor_kartu_keluarga'],
  ] as const) {
    const [given, shown] = numbers[name] ?? []
    assert.equal(typeof given, 'string')
    const grouped = String(given).replace(/(\d{4})(?=\d)/g, '$1 ')
    assert.equal(cameTo(await says(fo, of, holders[of].id, { [name]: grouped })), 'done')
    assert.deepEqual((await shownOf(of))[name], shown)
    assert.equal(cameTo(await says(fo, of, holders[of].id, { [name]: given })), 'already-so')
    for (const odd of ['340407450680007', '34040745068000777', 'tidak tahu', 3_404_074_506_800_077])
      assert.equal(await refusedFor(of, name, odd), `registry-value ${name}`, String(odd))
  }
})

test('REGISTRY-9 what every variable came to adds up in the ledger, and is written anew from it', async () => {
  await assertVerified(house)
  await assertReplays(house)
})
