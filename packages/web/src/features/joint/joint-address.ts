import { type JointShow, jointShows } from '@openslrt/core/contract/joint-queries.ts'
import { type TargetStatus, targetStatuses } from '@openslrt/core/joint/joint.ts'
import { pageOf } from '../../ui/list-address.ts'

/** Which programmes, and which page of them, an address shows. */
export function jointsOf(search: string): { readonly show: JointShow; readonly page: number } {
  const asked = new URLSearchParams(search)
  return { show: jointShows.find((one) => one === asked.get('lihat')) ?? 'running', page: pageOf(search) }
}

/** Which targets of a programme an address shows. */
export function targetsOf(search: string): { readonly status: TargetStatus; readonly page: number } {
  const asked = new URLSearchParams(search)
  return { status: targetStatuses.find((one) => one === asked.get('sasaran')) ?? 'listed', page: pageOf(search) }
}
