import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { mayLoad } from '@openslrt/core/load/decide.ts'
import type { LedgerCode } from '@openslrt/core/place/code.ts'
import { ledgerOf } from '@openslrt/core/place/code.ts'
import type { FastifyRequest } from 'fastify'
import type { FileStore } from '../../platform/files/store.ts'
import type { Doorkeeper } from '../../platform/http/serve.ts'
import { admit } from '../../platform/http/serve.ts'
import type { CaseParts } from '../case/index.ts'

export interface LoadFileParts extends CaseParts {
  readonly store: FileStore
}

/** Whoever loads for a district, at one of its offices. */
export interface Loader {
  readonly actor: StaffActor
  readonly district: LedgerCode
}

/** Lets in whoever sends or fetches bytes of the registry, or says why not. */
export async function admitLoader(keeper: Doorkeeper, request: FastifyRequest): Promise<Result<Loader, Refusal>> {
  const guest = await admit('registry.load', keeper, request)
  if (!guest.ok) return guest
  const { actor, person } = guest.value
  // A program that may only read puts no file there.
  if (!actor || person?.only) return no({ code: 'not-permitted', needs: ['registry.load'] })
  const district = ledgerOf(actor.place)
  const may = mayLoad(actor, district)
  return may.ok ? ok({ actor, district }) : may
}
