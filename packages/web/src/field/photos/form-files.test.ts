import assert from 'node:assert/strict'
import { test } from 'node:test'
import { registerData } from '@openslrt/core/contract/case.ts'
import { visitCommandData } from '@openslrt/core/contract/visit.ts'
import { registration } from '@openslrt/core/testing/a-case.ts'
import { visitData } from '@openslrt/core/testing/a-visit.ts'
import { newFile } from '../../platform/file-queue/kept-file.ts'
import { namedIn } from '../../platform/file-queue/settle.ts'
import { aCommand } from '../../testing/a-command.ts'
import { taken } from '../../testing/a-file-queue.ts'
import { attachmentsOf, photosOf } from './form-files.ts'

const front = newFile((await taken(100)).file)
const signature = newFile((await taken(90, { kind: 'signature', type: 'image/png' })).file)

test('FIELD-13, FIELD-14 the result of a visit names photos and signature as the wire takes them, and the phone finds them in it', () => {
  const data = { ...visitData.done, photos: photosOf([front, signature]), signer: 'Sumarni' }
  const read = visitCommandData.done.safeParse(data)
  assert.ok(read.success, read.error?.message)
  assert.deepEqual(namedIn(aCommand('a', { data })), [front.id, signature.id])
})

test('FIELD-14 a complaint names its photos by what they show, and the phone finds them in it', () => {
  const data = { ...registration(), files: attachmentsOf([front, signature], (kind) => `foto ${kind}`) }
  assert.ok(registerData.safeParse(data).success)
  assert.deepEqual(
    data.files.map(({ name }) => name),
    ['foto front.jpg', 'foto signature.png'],
  )
  assert.deepEqual(namedIn(aCommand('a', { data })), [front.id, signature.id])
})

test('SYNC-45 a command that names no files, or in no way that is known, owns none', () => {
  for (const data of [{}, null, 'x', { photos: 'x' }, { files: [{}] }])
    assert.deepEqual(namedIn(aCommand('a', { data })), [])
})
