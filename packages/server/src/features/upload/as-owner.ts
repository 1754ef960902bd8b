import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import type { UploadState } from '@openslrt/core/contract/upload.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { ok } from '@openslrt/core/kernel/result.ts'
import type { PoolClient } from 'pg'
import { inScope } from '../../platform/db/scope.ts'
import type { FileParts } from '../case/index.ts'
import type { Announced } from './queries.ts'
import { selectHead } from './queries.ts'

export type UploadAnswer = Result<UploadState, Refusal>

/** Runs for the half files of one person in one ledger. */
export const asOwner = <T>(
  { ledger }: Pick<FileParts, 'ledger'>,
  { staff }: StaffActor,
  district: string,
  run: (client: PoolClient) => Promise<T>,
): Promise<T> => inScope(ledger.pool, { staff, ledger: district }, run)

/** It is here whole, as of the last entry of its ledger. */
export const wholeAt = async (client: PoolClient, { district, size }: Announced): Promise<UploadAnswer> =>
  ok({ have: size, whole: true, head: await selectHead(client, district) })
