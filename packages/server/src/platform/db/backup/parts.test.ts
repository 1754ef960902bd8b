import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { seed } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { copyFiles, filesBelow, progress } from './copy-tree.ts'
import { copyHashed, digestOfFile } from './hashed-copy.ts'
import type { Manifest, ManifestFile } from './manifest.ts'
import { assertWhole, readManifest, spellBytes, writeManifest } from './manifest.ts'
import { putCluster } from './put-cluster.ts'
import { putFiles } from './put-files.ts'

let root = ''
before(async () => {
  root = await mkdtemp(join(tmpdir(), 'openslrt-backup-parts-'))
})
after(() => rm(root, { recursive: true, force: true }))

let folders = 0
async function fresh(): Promise<string> {
  const folder = join(root, String(folders++))
  await mkdir(folder)
  return folder
}

const sha = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex')
const lineOf = (path: string, bytes: string | Buffer): ManifestFile => ({
  path,
  size: Buffer.byteLength(bytes),
  sha256: sha(bytes),
})

type Tree = Readonly<Record<string, string | Buffer>>

/** Writes files below a folder and says what a manifest would say of them. */
async function lay(folder: string, tree: Tree): Promise<readonly ManifestFile[]> {
  for (const [path, bytes] of Object.entries(tree)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), bytes)
  }
  return Object.entries(tree).map(([path, bytes]) => lineOf(path, bytes))
}

const manifestOf = (files: readonly ManifestFile[], own: Partial<Manifest> = {}): Manifest => ({
  format: 1,
  kind: 'cluster',
  startedAt: '2026-11-22T01:00:00.000Z',
  endedAt: '2026-11-22T01:05:00.000Z',
  postgres: '18.4',
  migrations: ['0001-first', '0002-second'],
  heads: [{ district: '34.04', seq: 12, hash: sha('head') }],
  key: { inside: false, mark: Buffer.from('mark').toString('base64'), sentence: 'Keep the key apart.' },
  files: [...files],
  ...own,
})

const read = async (folder: string, path: string): Promise<string> => readFile(join(folder, path), 'utf8')
const silent = (): void => undefined

test('BACKUP-4 a manifest is read as it was written, for its owner alone, and leaves no draft', async () => {
  const folder = await fresh()
  const written = manifestOf([lineOf('anchors.log', 'x'), lineOf('cluster/base/1/2', '')])
  await writeManifest(folder, written)
  assert.deepEqual(await readManifest(folder), written)
  assert.deepEqual(await readdir(folder), ['manifest.json'])
  assert.equal((await stat(join(folder, 'manifest.json'))).mode & 0o777, 0o600)
  await writeManifest(folder, { ...written, kind: 'tables' })
  assert.equal((await readManifest(folder)).kind, 'tables')
})

test('BACKUP-4 a backup that was broken off before its manifest had its name is no finished one', async () => {
  const folder = await fresh()
  await writeFile(join(folder, 'manifest.json.unfinished'), JSON.stringify(manifestOf([])))
  await assert.rejects(readManifest(folder), {
    message: `${folder} is no finished backup: there is no manifest.json in it`,
  })
  await assert.rejects(readManifest(join(folder, 'nowhere')), /is no finished backup/)
})

const file = lineOf('anchors.log', 'x')
const damages: readonly (readonly [what: string, manifest: object])[] = [
  ['an unknown format', { format: 2 }],
  ['no format', { format: undefined }],
  ['an unknown kind', { kind: 'rows' }],
  ['a day instead of a moment', { endedAt: '2026-11-22' }],
  ['no moment', { startedAt: '' }],
  ['a word more than we know', { extra: true }],
  ['migrations that are no list', { migrations: '0001' }],
  ['a head without its digest', { heads: [{ district: '34.04', seq: 1 }] }],
  ['a head with half a digest', { heads: [{ district: '34.04', seq: 1, hash: 'abc' }] }],
  ['a head that is no whole number', { heads: [{ district: '34.04', seq: 1.5, hash: sha('') }] }],
  ['a mark that is no base64', { key: { inside: true, mark: '*', sentence: '' } }],
  ['no key', { key: undefined }],
  ['a size that is none', { files: [{ ...file, size: '1' }] }],
  ['a digest in capitals', { files: [{ ...file, sha256: sha('x').toUpperCase() }] }],
  ['a file without a digest', { files: [{ path: 'a', size: 1 }] }],
  ['a file with a word more', { files: [{ ...file, mode: 0o777 }] }],
]

for (const [what, own] of damages)
  test(`BACKUP-4 a manifest with ${what} is damaged, and is not used in part`, async () => {
    const folder = await fresh()
    await writeFile(join(folder, 'manifest.json'), JSON.stringify({ ...manifestOf([file]), ...own }))
    await assert.rejects(readManifest(folder), /is damaged: its manifest\.json can't be read$/)
  })

test('BACKUP-4 a manifest that is no JSON, or was cut off at any place, is damaged', async () => {
  const folder = await fresh()
  const whole = JSON.stringify(manifestOf([file]))
  for (const text of [
    '',
    '{',
    'null',
    '[]',
    '"x"',
    `${whole}x`,
    ...[1, 40, 200, whole.length - 1].map((n) => whole.slice(0, n)),
  ]) {
    await writeFile(join(folder, 'manifest.json'), text)
    await assert.rejects(readManifest(folder), /is damaged/, text.slice(0, 40))
  }
})

// The manifest is read by a program that writes where it says.
const outside = [
  '/etc/passwd',
  '..',
  '../up',
  'a/../../up',
  'a/../b',
  './a',
  'a//b',
  '',
  '.',
  'a/',
  'files/../../x',
  'a\0b',
]
for (const path of outside)
  test(`BACKUP-4 a manifest that names the path ${JSON.stringify(path)} is refused`, async () => {
    const folder = await fresh()
    await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifestOf([{ ...file, path }])))
    await assert.rejects(readManifest(folder), /is damaged/)
    await assert.rejects(writeManifest(folder, manifestOf([{ ...file, path }])))
  })

test('BACKUP-4 a whole backup is told with its files and size; nothing but what the manifest names counts', async () => {
  const folder = await fresh()
  const files = await lay(folder, { 'anchors.log': 'one', 'files/34.04/a': Buffer.alloc(2048), 'tables/x.gz': '' })
  await lay(folder, { 'left/behind': 'by somebody' })
  const said: string[] = []
  await assertWhole(folder, manifestOf(files), (line) => said.push(line))
  assert.deepEqual(said, ['The backup is whole: 3 files, 2.0 KB.'])
})

const harms: readonly (readonly [what: string, told: RegExp, harm: (path: string) => Promise<unknown>])[] = [
  ['is gone', /b is missing\. Nothing was restored\.$/, (path) => rm(path)],
  ['grew', /b is not what was written/, (path) => appendFile(path, 'x')],
  ['was cut short', /b is not what was written/, (path) => truncate(path, 3)],
  ['was emptied', /b is not what was written/, (path) => truncate(path, 0)],
  ['has other bytes of the same length', /b is not what was written/, (path) => writeFile(path, 'x'.repeat(9))],
]

for (const [what, told, harm] of harms)
  test(`BACKUP-4 a backup of which a file ${what} is refused with its name, and is not called whole`, async () => {
    const folder = await fresh()
    const files = await lay(folder, { 'files/a': 'unharmed', 'files/b': 'untouched' })
    await harm(join(folder, 'files/b'))
    const said: string[] = []
    await assert.rejects(
      assertWhole(folder, manifestOf(files), (line) => said.push(line)),
      told,
    )
    assert.deepEqual(said, [])
  })

test('BACKUP-4 of many faults the first three are told, and how many more there are', async () => {
  const folder = await fresh()
  const files = ['a', 'b', 'c', 'd', 'e'].map((name) => lineOf(`files/${name}`, name))
  await assert.rejects(assertWhole(folder, manifestOf(files), silent), {
    message: `the backup in ${folder} is damaged: files/a is missing; files/b is missing; files/c is missing and 2 more. Nothing was restored.`,
  })
  await assert.rejects(assertWhole(folder, manifestOf(files.slice(0, 3)), silent), /files\/c is missing\. Nothing/)
})

test('BACKUP-4 bytes are told as people read them', () => {
  const read: readonly (readonly [number, string])[] = [
    [0, '0 bytes'],
    [1, '1 bytes'],
    [1023, '1023 bytes'],
    [1024, '1.0 KB'],
    [1536, '1.5 KB'],
    [1024 ** 2, '1.0 MB'],
    [2.5 * 1024 ** 3, '2.5 GB'],
    [3 * 1024 ** 4, '3.0 TB'],
    [1024 ** 5, '1024.0 TB'],
  ]
  for (const [bytes, said] of read) assert.equal(spellBytes(bytes), said)
})

test('BACKUP-1 files are copied byte for byte, whatever their length, and their digest is that of what was written', async () => {
  const folder = await fresh()
  const chunk = 1024 * 1024
  for (const length of [0, 1, chunk - 1, chunk, chunk + 1, 2 * chunk + 7]) {
    const bytes = Buffer.alloc(length, `${length} bytes of it `)
    await writeFile(join(folder, 'from'), bytes)
    const to = join(folder, `deep/${length}/to`)
    assert.deepEqual(await copyHashed(join(folder, 'from'), to), { size: length, sha256: sha(bytes) })
    assert.ok(bytes.equals(await readFile(to)))
    assert.deepEqual(await digestOfFile(to), { size: length, sha256: sha(bytes) })
    assert.equal((await stat(to)).mode & 0o777, 0o600)
  }
})

test('BACKUP-6 a copy writes over nothing, and of what went away meanwhile nothing is made', async () => {
  const folder = await fresh()
  await lay(folder, { from: 'new', to: 'old' })
  await assert.rejects(copyHashed(join(folder, 'from'), join(folder, 'to')), { code: 'EEXIST' })
  assert.equal(await read(folder, 'to'), 'old')
  assert.equal(await copyHashed(join(folder, 'gone'), join(folder, 'below/new')), null)
  assert.equal(await digestOfFile(join(folder, 'gone')), null)
  assert.deepEqual(await readdir(folder), ['from', 'to'])
})

test('BACKUP-1 a tree is read in one order, without what is left out, and no link is followed out of it', async () => {
  const folder = await fresh()
  await lay(folder, { 'b/2': '', 'b/10': '', a: '', 'pg_wal/1': '', 'pg_wal/deep/2': '', 'c/skip/x': '', 'c/keep': '' })
  await symlink('/etc', join(folder, 'out'))
  await symlink('/etc/hostname', join(folder, 'b/link'))
  const all = ['a', 'b/10', 'b/2', 'c/keep', 'c/skip/x', 'pg_wal/1', 'pg_wal/deep/2']
  assert.deepEqual(await filesBelow(folder), all)
  assert.deepEqual(
    await filesBelow(folder, {
      leaveOut: (path) => path === 'c/skip',
      onlyTheFolder: (path) => path === 'pg_wal',
    }),
    ['a', 'b/10', 'b/2', 'c/keep'],
  )
  assert.deepEqual(await filesBelow(join(folder, 'nowhere')), [])
  await assert.rejects(filesBelow(join(folder, 'a')), { code: 'ENOTDIR' })
})

const names = fc.array(fc.stringMatching(/^[a-z]{1,4}(\/[a-z]{1,4}){0,2}$/), { maxLength: 6 })
const trees = fc.uniqueArray(fc.tuple(names, fc.string({ maxLength: 40 })), {
  maxLength: 6,
  selector: ([path]) => path.join('_'),
})

test('BACKUP-1 whatever tree is copied and put back is the same tree, and its manifest holds of both', async () => {
  await fc.assert(
    fc.asyncProperty(trees, async (wished) => {
      const [from, to, back] = [await fresh(), await fresh(), await fresh()]
      const tree = Object.fromEntries(wished.map(([path, text], nth) => [`d${path.join('/')}/f${nth}`, text]))
      await lay(from, tree)
      const paths = await filesBelow(from)
      const copied = await copyFiles(from, { folder: to, prefix: 'files/' }, paths, silent)
      await writeManifest(to, manifestOf(copied))
      const manifest = await readManifest(to)
      await assertWhole(to, manifest, silent)
      await putFiles(to, manifest.files, back)
      assert.deepEqual(await filesBelow(join(back, 'files')), paths)
      for (const path of paths) assert.equal(await read(back, `files/${path}`), tree[path])
    }),
    { seed, numRuns: 6 },
  )
})

test('BACKUP-1 a file that a server removed while its folder was copied is left out of the manifest', async () => {
  const [from, to] = [await fresh(), await fresh()]
  await lay(from, { a: '1', b: '2' })
  const copied = await copyFiles(from, { folder: to, prefix: 'cluster/' }, ['a', 'vanished', 'b'], silent)
  assert.deepEqual(copied, [lineOf('cluster/a', '1'), lineOf('cluster/b', '2')])
})

test('BACKUP-1 how far a copy is, is told at every step of 256 MB and no more often', () => {
  const said: string[] = []
  const told = progress((line) => said.push(line))
  const mb = 1024 * 1024
  for (const bytes of [100, 100, 55, 1, 1, 254, 600, 200].map((n) => n * mb)) told(bytes)
  assert.deepEqual(said, ['  256.0 MB ...', '  1.1 GB ...'])
})

test('BACKUP-6 files are put where none are; those of a restore that was broken off stay, and another one ends it', async () => {
  const [backup, data] = [await fresh(), await fresh()]
  const tree = { 'anchors.log': 'heads', 'files/34.04/a': 'sealed a', 'files/34.04/b': 'sealed b' }
  const beside = await lay(backup, tree)
  const rest = await lay(backup, { 'cluster/base/1': 'rows', 'master.key': 'key', 'filesystem/x': 'x' })
  const manifest = manifestOf([...beside, ...rest])
  await lay(data, { 'files/34.04/a': 'sealed a' })
  const was = await stat(join(data, 'files/34.04/a'))
  await putFiles(backup, manifest.files, data)
  assert.deepEqual(await filesBelow(data), ['anchors.log', 'files/34.04/a', 'files/34.04/b'])
  assert.equal((await stat(join(data, 'files/34.04/a'))).ino, was.ino)
  await putFiles(backup, manifest.files, data)
  for (const [path, text] of Object.entries(tree)) assert.equal(await read(data, path), text)
})

test('BACKUP-6 another file under the name of one in the backup ends the restore before any is put', async () => {
  const [backup, data] = [await fresh(), await fresh()]
  const manifest = manifestOf(await lay(backup, { 'anchors.log': 'heads', 'files/z': 'sealed' }))
  await lay(data, { 'files/z': 'of another installation' })
  await assert.rejects(
    putFiles(backup, manifest.files, data),
    /files\/z is another one than in the backup.*Nothing was restored/,
  )
  assert.deepEqual(await filesBelow(data), ['files/z'])
  assert.equal(await read(data, 'files/z'), 'of another installation')
})

test('BACKUP-6 a restore that was killed amidst a file begins it anew, also under the same process number', async () => {
  const [backup, data] = [await fresh(), await fresh()]
  const manifest = manifestOf(await lay(backup, { 'files/a': 'sealed and whole' }))
  await lay(data, { [`files/a.restoring-${process.pid}`]: 'sealed a' })
  await putFiles(backup, manifest.files, data)
  assert.deepEqual(await filesBelow(data), ['files/a'])
  assert.equal(await read(data, 'files/a'), 'sealed and whole')
})

const piece = (n: number, line = 1): string => `0000000${line}00000000${n.toString(16).toUpperCase().padStart(8, '0')}`

/** A backup whose log has pieces 4 and 5, and an archive as it may look. */
async function logScene(archived: Tree) {
  const [backup, archive, target] = [await fresh(), await fresh(), await fresh()]
  const files = await lay(backup, {
    'anchors.log': 'not of the cluster',
    'cluster/PG_VERSION': '18',
    [`cluster/pg_wal/${piece(4)}`]: 'four',
    [`cluster/pg_wal/${piece(5)}`]: 'five',
  })
  await lay(archive, archived)
  const said: string[] = []
  const put = { cluster: target, say: (line: string) => said.push(line) }
  return { backup, manifest: manifestOf(files), archive, target, put, said }
}

test('BACKUP-3 a cluster is put back without an archive: its own files, and nothing of what lies beside', async () => {
  const { backup, manifest, target, put, said } = await logScene({})
  await putCluster(backup, manifest, { ...put, archive: null })
  assert.deepEqual(await filesBelow(target), ['PG_VERSION', `pg_wal/${piece(4)}`, `pg_wal/${piece(5)}`])
  assert.deepEqual(said, [])
})

test('BACKUP-3 of an archive the pieces since the backup are laid behind it, unpacked, and its own pieces stay', async () => {
  const { backup, manifest, archive, target, put, said } = await logScene({
    [piece(3)]: 'older than the backup',
    [`${piece(4)}.gz`]: gzipSync('another four'),
    [`${piece(6)}.gz`]: gzipSync('six'),
    [piece(7)]: 'seven',
    [piece(8, 2)]: 'eight, after a restore',
    '00000002.history': 'where the second line began',
    [`${piece(9)}.gz.part`]: 'half',
    [`${piece(5)}.00000028.backup`]: 'a label',
    'README.txt': 'by somebody',
  })
  await putCluster(backup, manifest, { ...put, archive })
  const laid = await filesBelow(join(target, 'pg_wal'))
  assert.deepEqual(laid, [piece(4), piece(5), piece(6), piece(7), '00000002.history', piece(8, 2)].toSorted())
  assert.equal(await read(target, `pg_wal/${piece(4)}`), 'four')
  assert.equal(await read(target, `pg_wal/${piece(6)}`), 'six')
  assert.equal(await read(target, `pg_wal/${piece(7)}`), 'seven')
  assert.deepEqual(said, [`4 pieces of the log come from ${archive}.`])
})

test('BACKUP-3 an archive with a piece that is damaged, or without its folder, ends the restore with a fault', async () => {
  const { backup, manifest, archive, put } = await logScene({ [`${piece(6)}.gz`]: gzipSync('six').subarray(0, 12) })
  await assert.rejects(putCluster(backup, manifest, { ...put, archive }), { code: 'Z_BUF_ERROR' })
  await assert.rejects(putCluster(backup, manifest, { ...put, archive: join(archive, 'none') }), { code: 'ENOENT' })
})
