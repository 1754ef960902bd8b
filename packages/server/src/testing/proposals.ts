import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { proposalData } from '@openslrt/core/testing/a-proposal.ts'
import { aPdf, upload } from './a-file.ts'
import type { Client } from './client.ts'
import type { Answer } from './door.ts'

/** Of a draft what a test wants otherwise. */
type Own = { readonly kind?: string; readonly [field: string]: unknown }

/** The shortest file that begins like a PNG. */
export const aPng = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(20)])

/** Proposals that a test brings as far as it needs them, through the doors. */
export function proposalsOf({
  drafter,
  verifier,
  approver,
}: {
  readonly drafter: Client
  readonly verifier: Client
  readonly approver: Client
}) {
  const act = (who: Client, action: string, id: string, data: object = {}, own: object = {}): Promise<Answer> =>
    who.send(`proposal.${action}`, { subject: id, data, ...own })
  const does = async (who: Client, action: string, id: string, data: object = {}): Promise<void> =>
    void (await who.does(`proposal.${action}`, { subject: id, data }))
  /** Somebody whom the registry does not know yet. */
  const drafted = async (own: object = {}, by = drafter): Promise<string> => {
    const id = randomUUID()
    const nobody = { person: null, family: null, capturedAt: new Date().toISOString() }
    await does(by, 'draft', id, { ...proposalData.draft, ...nobody, ...own })
    return id
  }
  /** A scan of a signed paper, as it is sent before it is named. */
  const scanned = async (by = drafter): Promise<{ file: string; fileName: string }> => {
    const sent = await upload(by, '34.04', { bytes: aPdf, type: 'application/pdf', name: 'sptjm.pdf' })
    assert.equal(sent.status, 200, sent.text)
    return { file: String(sent.body['sha256']), fileName: 'sptjm.pdf' }
  }
  /** A photo of a house, sent before it is named. */
  const photo = async (by = drafter, bytes: Buffer = aPng): Promise<string> => {
    const sent = await upload(by, '34.04', { bytes, type: 'image/png', name: 'rumah.png' })
    assert.equal(sent.status, 200, sent.text)
    return String(sent.body['sha256'])
  }
  /** What the national channel asks of an objection: the house, and where it stands. */
  const shown = async (id: string, by = drafter): Promise<void> => {
    await does(by, 'evidence', id, { ...proposalData.evidence, photos: [await photo(by)] })
  }
  const backed = async (own: Own = {}): Promise<string> => {
    const id = await drafted(own)
    if (own.kind === 'objection') await shown(id)
    await does(drafter, 'back', id, await scanned())
    return id
  }
  const approved = async (own: Own = {}): Promise<string> => {
    const id = await backed(own)
    await does(verifier, 'verify', id, proposalData.verify)
    await does(approver, 'approve', id, proposalData.approve)
    return id
  }
  /** Taken out: the batch and what is in it. */
  const exported = async (own: Own = {}): Promise<{ batch: string; id: string }> => {
    const id = await approved(own)
    const batch = randomUUID()
    await does(verifier, 'export', batch, { month: '2099-12', proposals: [id] })
    return { batch, id }
  }
  return { act, does, drafted, scanned, photo, shown, backed, approved, exported }
}
