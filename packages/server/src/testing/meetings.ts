import { randomUUID } from 'node:crypto'
import type { MeetingTaskId } from '@openslrt/core/kernel/id.ts'
import { meetingTaskId } from '@openslrt/core/kernel/id.ts'
import { wireOf } from '@openslrt/core/kernel/instant.ts'
import { meetingData } from '@openslrt/core/testing/a-meeting.ts'
import type { DistrictOffices } from './a-district-office.ts'
import type { Client } from './client.ts'

/** A meeting that was called through the door. */
export interface Called {
  readonly id: string
  readonly points: readonly { readonly id: string }[]
}
type Point = { readonly case?: string; readonly title: string }

/** Meetings that somebody calls today with Caturtunggal, the hospital and the social agency. */
export function meetingsOf(chair: Client, { district, caturtunggal, rsud, dinsos }: DistrictOffices) {
  const called = async (points: readonly Point[], own: object = {}): Promise<Called> => {
    const id = randomUUID()
    const agenda = points.map(({ case: of, title }) => ({
      id: randomUUID(),
      case: of ? { district, id: of } : null,
      title,
    }))
    const invited = { offices: [caturtunggal, rsud, dinsos], startsAt: wireOf(Date.now()), points: agenda }
    await chair.does('meeting.call', { subject: id, data: { ...meetingData.call, ...invited, ...own } })
    return { id, points: agenda }
  }
  /** The same, held, with something written under every point. */
  const held = async (points: readonly Point[], own: object = {}): Promise<Called> => {
    const meeting = await called(points, own)
    const seats = [{ office: rsud, present: true, names: 'Ratna Dewi' }]
    await chair.does('meeting.hold', { subject: meeting.id, data: { seats } })
    const minutes = meeting.points.map(({ id: point }) => ({ point, text: 'Keluarga Sumarni setuju.' }))
    await chair.does('meeting.minute', { subject: meeting.id, data: { seats, minutes } })
    return meeting
  }
  /** A task of the hospital about the first point. */
  const decided = async ({ id, points }: Called, own: object = {}): Promise<MeetingTaskId> => {
    const task = meetingTaskId.parse(randomUUID())
    const data = { ...meetingData.decide, task, point: points[0]?.id ?? null, office: rsud, ...own }
    await chair.does('meeting.decide', { subject: id, data })
    return task
  }
  return { called, held, decided }
}
