import type { PlaceCode } from '@openslrt/core/place/code.ts'
import type { Sendable } from '../../platform/outbox/sendable.ts'

export interface ComplaintValues {
  readonly place: string
  readonly name: string
  readonly address: string
  readonly phone: string
  readonly category: string
  readonly summary: string
  readonly story: string
}
export const emptyComplaint: ComplaintValues = {
  place: '',
  name: '',
  address: '',
  phone: '',
  category: '',
  summary: '',
  story: '',
}

/** What a facilitator heard at the door, as the desk registers it: told by the citizen, brought in by whoever visits. */
export const complaintOf = (values: ComplaintValues, place: PlaceCode): Sendable['case.register'] => {
  const { name, address, phone, category, summary, story } = values
  const client = { name: name.trim(), nik: null, kk: null, phone: phone === '' ? null : phone, address: address.trim() }
  return {
    kind: 'complaint',
    category,
    channel: 'visit',
    red: false,
    place,
    summary: summary.trim(),
    story: story.trim(),
    client,
    reporter: { name: null, phone: null, relation: 'self', anonymous: false },
    contactVia: client.phone === null ? 'visit' : 'phone',
    contactCare: [],
    restricted: null,
  }
}
