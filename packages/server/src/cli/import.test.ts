import assert from 'node:assert/strict'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { csvOf } from '@openslrt/core/kernel/csv.ts'
import { importKinds } from '@openslrt/core/office/import/columns.ts'
import { sheetOf } from '../testing/a-sheet.ts'
import { master } from '../testing/cluster.ts'
import type { TestHouse } from '../testing/house.ts'
import { startTestHouse } from '../testing/house.ts'
import { verbs } from './verbs.ts'

let house: TestHouse
before(async () => {
  house = await startTestHouse({ logLevel: 'warn' })
})

const at = (name: string): string => join(house.parts.config.dataFolder, name)
interface Ran {
  readonly well: boolean
  readonly said: string
}
const run = (...rest: readonly string[]): Promise<Ran> => verb('import', ...rest)
async function verb(name: string, ...rest: readonly string[]): Promise<Ran> {
  const masterKeyFile = at('master.key')
  await writeFile(masterKeyFile, master.toString('base64'))
  const said: string[] = []
  const config = { ...house.parts.config, databaseUrl: house.ownerUrl, masterKeyFile }
  const well = await verbs[name]?.run(config, rest, (line) => said.push(line))
  return { well: well === true, said: said.join('\n') }
}
const count = async (table: 'office' | 'staff' | 'post' | 'ledger'): Promise<number> =>
  Number((await house.owner<{ n: string }>(`select count(*) as n from ${table}`))[0]?.n)

const offices = [
  ['Nama kantor', 'Jenis', 'Kabupaten', 'Kecamatan', 'Desa'],
  ['Puskesos Caturtunggal', 'Puskesos', 'Sleman', 'Depok', 'Caturtunggal'],
  ['Sekretariat SLRT Sleman', 'Sekretariat SLRT', 'Sleman', '', ''],
  ['Puskesos Entah', 'Puskesos', 'Sleman', 'Depok', 'Entah'],
]

test('IMPORT-14 a dry run says what would change, and changes nothing', async () => {
  await writeFile(at('kantor.xlsx'), sheetOf(offices))
  const { well, said } = await run('offices', at('kantor.xlsx'), '--dry-run')
  assert.equal(well, false, 'a row could not be taken')
  assert.match(said, /line 4, Desa: Your office serves no place “Entah”/)
  assert.match(said, /2 would be new, 0 would be changed, 0 the same, 1 can't be taken/)
  assert.deepEqual([await count('office'), await count('ledger')], [0, 0])
})

test('IMPORT-14 what can be taken is taken; the rest is written down with its reason, and sent again when mended', async () => {
  const errors = at('sebab.csv')
  assert.match((await run('offices', at('kantor.xlsx'), '--errors', errors)).said, /2 were new/)
  assert.deepEqual([await count('office'), await count('ledger')], [2, 2])
  assert.equal((await stat(errors)).mode & 0o777, 0o600, 'it may name people')
  const text = await readFile(errors, 'utf8')
  assert.match(text, /Puskesos Entah;Puskesos;Sleman;Depok;Entah;Desa;Your office serves no place/)
  await writeFile(errors, text.replace('Depok;Entah;', 'Depok;Maguwoharjo;'))
  assert.deepEqual(await run('offices', errors), {
    well: true,
    said: "1 of 1 rows\n1 were new, 0 were changed, 0 the same, 0 can't be taken.",
  })
  assert.equal(await count('ledger'), 3)
})

test('IMPORT-14 a file for what can not be taken that is there already is told before anything is changed', async () => {
  const rows = [...offices, ['Puskesos Condongcatur', 'Puskesos', 'Sleman', 'Depok', 'Condongcatur']]
  await writeFile(at('lagi.xlsx'), sheetOf(rows))
  await writeFile(at('ada.csv'), 'mine')
  const before = await count('ledger')
  const { well, said } = await run('offices', at('lagi.xlsx'), '--errors', at('ada.csv'))
  assert.equal(well, false)
  assert.match(said, /There is a file ada\.csv already/)
  assert.deepEqual([await count('ledger'), await readFile(at('ada.csv'), 'utf8')], [before, 'mine'])
})

test('IMPORT-14 staff come in the same way, and the same file changes nothing the second time', async () => {
  const staff = [
    ['Nama', 'Peran', 'Kantor'],
    ['Rina Astuti', 'FO', 'Puskesos Caturtunggal'],
    ['Rina Astuti', 'BO', 'Puskesos Caturtunggal'],
    ['Siti Aminah', 'admin', 'Sekretariat SLRT Sleman'],
  ]
  await writeFile(at('petugas.csv'), csvOf(staff))
  assert.equal((await run('staff', at('petugas.csv'))).well, true)
  assert.deepEqual([await count('staff'), await count('post')], [2, 3])
  const entries = await count('ledger')
  assert.match((await run('staff', at('petugas.csv'))).said, /0 were new, 0 were changed, 3 the same/)
  assert.equal(await count('ledger'), entries)
})

test('IMPORT-12 an import that was broken off goes on with what is left', async () => {
  const villages = await house.owner<{ code: string; name: string }>(
    "select code, name from place where code like '34.02.%' and level = 'village' order by code limit 12",
  )
  const rows = [
    ['Nama', 'Jenis', 'Kode wilayah'],
    ...villages.map(({ code, name }) => [`Puskesos ${name}`, 'Puskesos', code]),
  ]
  await writeFile(at('awal.csv'), csvOf(rows.slice(0, 6)))
  await run('offices', at('awal.csv'))
  await writeFile(at('semua.csv'), csvOf(rows))
  assert.match((await run('offices', at('semua.csv'))).said, /7 were new, 0 were changed, 5 the same/)
})

test('IMPORT-14 with the name of an administrator it reaches as far as they do, and the ledger names them', async () => {
  const [siti] = await house.owner<{ id: string }>("select id from staff where name = 'Siti Aminah'")
  await house.owner("insert into credential (staff, name, password, changed_at) values ($1, 'siti', 'x', now())", [
    siti?.id,
  ])
  const rows = [
    ['Nama', 'Jenis', 'Kode wilayah'],
    ['Dinas Kesehatan Sleman', 'Dinas atau badan', '34.04'],
    ['Dinas Kesehatan Bantul', 'Dinas atau badan', '34.02'],
  ]
  await writeFile(at('dinas.csv'), csvOf(rows))
  const { said } = await run('offices', at('dinas.csv'), '--as', 'siti')
  assert.match(said, /line 3, Kode wilayah: /)
  assert.match(said, /1 were new, 0 were changed, 0 the same, 1 can't be taken/)
  const [last] = await house.owner<{ actor: string }>('select actor from ledger order by received_at desc limit 1')
  assert.equal(last?.actor, `staff:${siti?.id}`)
  for (const name of ['nobody', 'rina'])
    assert.match((await run('staff', at('dinas.csv'), '--as', name)).said, /nobody's sign-in name/)
})

test('IMPORT-12 what came in by files is proved with every ledger', async () => {
  const { well } = await verb('verify')
  assert.equal(well, true)
})

test('IMPORT-14 the table to begin with is written for each kind, and read again', async () => {
  for (const kind of importKinds) {
    const path = at(`${kind}.csv`)
    assert.equal((await run(kind, '--template', path)).well, true)
    assert.match(await readFile(path, 'utf8'), /^\uFEFFnama (kantor|petugas);/)
  }
  assert.match((await run('offices', at('offices.csv'), '--dry-run')).said, /1 would be new/)
})

test('IMPORT-14 what can not be read is said in a sentence', async () => {
  await writeFile(at('foto.jpg'), Buffer.from([0xff, 0xd8, 0, 0]))
  await writeFile(at('kurang.csv'), 'Alamat;Warna;Alamat\nJl. A;biru;x\n')
  assert.match((await run()).said, /^Say what, and from which file/)
  assert.match((await run('cases', 'x')).said, /^Say what/)
  assert.match((await run('offices', at('tidak-ada.csv'))).said, /can't be read/)
  assert.match((await run('offices', at('foto.jpg'))).said, /no table that can be read/)
  const { well, said } = await run('offices', at('kurang.csv'))
  assert.equal(well, false)
  assert.match(said, /columns are missing: office name, office kind, place code/)
  assert.match(said, /twice: address/)
  assert.match(said, /not known, and not read: Warna/)
})
