import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { JointCard, JointLine, JointTargetLine } from '@openslrt/core/contract/joint-queries.ts'
import { jointLine } from '@openslrt/core/contract/joint-queries.ts'
import { shownFields, standingOf } from '@openslrt/core/joint/agreement.ts'
import type { JointPartnerRow, JointRow, JointTaskRow } from '@openslrt/core/joint/joint.ts'
import type { JointRule } from '@openslrt/core/joint/moves.ts'
import { goesOn, targetActs, targetRule, taskActs, taskRule } from '@openslrt/core/joint/moves.ts'
import type { TargetCount } from '@openslrt/core/joint/progress.ts'
import { isLate, progressOf } from '@openslrt/core/joint/progress.ts'
import { officeId } from '@openslrt/core/kernel/id.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { maskName } from '@openslrt/core/person/mask.ts'
import type { Reference } from '../reference/index.ts'
import type { Opened } from './load.ts'
import { ownPartner } from './load.ts'
import type { JointListRow } from './queries.ts'

/** A programme in a list. */
export function lineOf(row: JointListRow, { office }: StaffActor, reference: Reference, today: string): JointLine {
  const { agreement, valid_until: validUntil, ...rest } = row
  return jointLine.parse({
    ...rest,
    leadName: officeName(reference, row.lead),
    leads: row.lead === office,
    standing: standingOf({ agreement, validUntil }, today),
    validUntil,
  })
}

interface Whole {
  readonly joint: JointRow
  readonly partners: readonly JointPartnerRow[]
  readonly tasks: readonly JointTaskRow[]
  readonly counts: readonly TargetCount[]
}

/** A programme with all that its partners are told of it. */
export function cardOf({ joint, partners, tasks, counts }: Whole, reader: StaffActor, reference: Reference): JointCard {
  const today = dayIn(reference.zoneOf(joint.district), Date.now())
  const own = ownPartner(partners, reader)
  const { id, district, version, name, purpose, status, lead, agreement, agreedOn, validUntil } = joint
  const leads = isLead(joint, reader)
  const progress = progressOf(partners, tasks, counts, today)
  return {
    id,
    district,
    version,
    name,
    purpose,
    status,
    lead,
    agreement,
    agreedOn,
    validUntil,
    today,
    runs: goesOn(joint),
    leadName: officeName(reference, lead),
    leads,
    standing: standingOf(joint, today),
    partners: partners.map((partner) => ({
      id: partner.id,
      version: partner.version,
      kind: partner.kind,
      office: partner.office,
      name: partner.office ? officeName(reference, partner.office) || partner.name : partner.name,
      contact: partner.contact,
      fields: [...partner.fields],
      left: partner.leftAt !== null,
      own: partner.id === own?.id,
    })),
    tasks: tasks.map((task) => ({
      id: task.id,
      version: task.version,
      partner: task.partner,
      what: task.what,
      dueOn: task.dueOn,
      status: task.status,
      note: task.note,
      late: isLate(task, today),
      acts: goesOn(joint)
        ? taskActs.filter((act) => mayMove(taskRule(act), task.status, leads, own !== null && own.id === task.partner))
        : [],
    })),
    progress: { ...progress, shares: progress.shares.map((share) => ({ ...share })) },
    fields: [...shownFields(joint, own, reader, today)],
  }
}

interface Told {
  readonly joint: JointRow
  readonly partners: readonly JointPartnerRow[]
  readonly own: JointPartnerRow | null
  readonly reader: StaffActor
  readonly reference: Reference
  readonly places: ReadonlyMap<string, string>
}

/** JOINT-9 A target in a list: masked, and named at all only to those whom the agreement lets know. */
export function targetLineOf(
  target: Opened,
  { joint, partners, own, reader, reference, places }: Told,
): JointTargetLine {
  const today = dayIn(reference.zoneOf(joint.district), Date.now())
  const named = shownFields(joint, own, reader, today).includes('name')
  const leads = isLead(joint, reader)
  return {
    id: target.id,
    version: target.version,
    caseId: joint.lead === reader.office ? target.caseId : null,
    placeName: places.get(target.place) ?? '',
    name: named && target.name ? maskName(target.name) : null,
    status: target.status,
    partnerName: partners.find(({ id }) => id === target.partner)?.name ?? '',
    acts: goesOn(joint) ? targetActs.filter((act) => mayMove(targetRule(act), target.status, leads, own !== null)) : [],
  }
}

const mayMove = <Status extends string>(
  rule: JointRule<Status>,
  status: Status,
  leads: boolean,
  own: boolean,
): boolean => rule.from.includes(status) && (leads || (own && rule.by === 'partner'))

const isLead = ({ lead }: JointRow, { office, permissions }: StaffActor): boolean =>
  office === lead && permissions.has('joint.lead')

export const officeName = ({ offices }: Reference, id: string): string => offices().get(officeId.parse(id))?.name ?? ''
