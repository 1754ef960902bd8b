import type { RegisterData } from '@openslrt/core/contract/case.ts'
import type { ExpectedPhoto } from '@openslrt/core/contract/visit.ts'
import { attachmentId, visitPhotoId } from '@openslrt/core/kernel/id.ts'
import { wireOf } from '@openslrt/core/kernel/instant.ts'
import type { PhotoKind } from '@openslrt/core/visit/visit.ts'
import type { KeptFile } from '../../platform/file-queue/kept-file.ts'
import type { OpenFiles } from './follow-files.ts'

/** What can be photographed at a house, in the order in which it is asked. */
export const kindsToTake = ['front', 'inside', 'kk', 'ktp', 'paper'] as const satisfies readonly PhotoKind[]
export type KindToTake = (typeof kindsToTake)[number]

/** What was taken in a form that was not saved yet. */
export const takenIn = (open: OpenFiles | null, form: string): readonly KeptFile[] =>
  open?.files.filter((file) => file.form === form && file.state === 'draft') ?? []

/** FIELD-14 As the result of a visit names them. */
export const photosOf = (files: readonly KeptFile[]): ExpectedPhoto[] =>
  files.map(({ id, kind, sha256, size, type, at }) => ({
    id: visitPhotoId.parse(id),
    kind,
    sha256,
    size,
    type,
    capturedAt: wireOf(at),
  }))

/** FIELD-14 As a complaint names them: by what they show, in words. */
export const attachmentsOf = (
  files: readonly KeptFile[],
  say: (kind: KeptFile['kind']) => string,
): NonNullable<RegisterData['files']> =>
  files.map(({ id, kind, sha256, size, type }) => ({
    id: attachmentId.parse(id),
    name: `${say(kind)}.${type === 'image/png' ? 'png' : 'jpg'}`,
    sha256,
    size,
    type,
  }))
