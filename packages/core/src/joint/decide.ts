import type { Actor, StaffActor } from '../access/actor.ts'
import type { JointCommand, JointCommandData } from '../contract/joint.ts'
import { jointCommandData } from '../contract/joint.ts'
import type { JointId, OfficeId } from '../kernel/id.ts'
import { jointId } from '../kernel/id.ts'
import type { Day, Instant } from '../kernel/instant.ts'
import type { Result } from '../kernel/result.ts'
import { no, ok } from '../kernel/result.ts'
import type { Change, Decision } from '../ledger/entry.ts'
import type { Offices } from '../office/office.ts'
import type { PlaceCode } from '../place/code.ts'
import { covers, ledgerOf } from '../place/code.ts'
import type { JointPartnerRow, JointRow, JointTargetRow, JointTaskRow } from './joint.ts'
import type { JointRule } from './moves.ts'
import { goesOn, targetRule, taskRule } from './moves.ts'
import type { JointRefusal } from './refusal.ts'

export type JointMove = {
  [Kind in JointCommand]: { readonly kind: Kind; readonly subject: string; readonly data: JointCommandData[Kind] }
}[JointCommand]
type Of<Kind extends JointCommand> = Extract<JointMove, { kind: Kind }>
type Answer = Result<Decision, JointRefusal>

/** A programme as far as a decision about it looks. */
export interface JointFile {
  readonly joint: JointRow | null
  readonly partners: readonly JointPartnerRow[]
  readonly task: JointTaskRow | null
  readonly target: JointTargetRow | null
  /** The case that is to be a target, where the actor sees it whole. */
  readonly case: { readonly place: PlaceCode; readonly restricted: string | null } | null
  /** Whether the same case, or the same NIK, is on the list already. */
  readonly listed: boolean
  readonly knowsVillage: boolean
}

export interface JointLook {
  readonly now: Instant
  readonly day: Day
  readonly offices: Offices
}

interface Scene extends JointLook {
  readonly actor: StaffActor
  readonly file: JointFile
  readonly joint: JointRow
}

/** JOINT-1 to JOINT-8 Decides one command about a joint programme. Pure, resolved whole. */
export function decideJoint(file: JointFile, move: JointMove, actor: Actor, look: JointLook): Answer {
  const { right } = jointCommandData[move.kind]
  if (actor.kind !== 'staff' || !actor.permissions.has(right)) return no({ code: 'not-permitted', needs: [right] })
  if (move.kind === 'joint.start') return start(move, actor, look)
  const { joint } = file
  if (!joint) return no({ code: 'joint-unknown' })
  const scene = { ...look, actor, file, joint }
  return outside(scene, move) ?? decideWithin(scene, move)
}

/** JOINT-7, JOINT-8 What stops a command before it is looked at: the programme is over, or it is the lead's to give. */
function outside({ joint, actor }: Scene, move: JointMove): Answer | null {
  if (!goesOn(joint)) return no({ code: 'joint-over' })
  const leads = jointCommandData[move.kind].right === 'joint.lead'
  return leads && actor.office !== joint.lead ? no({ code: 'joint-not-lead' }) : null
}

function decideWithin(scene: Scene, move: Exclude<JointMove, { kind: 'joint.start' }>): Answer {
  switch (move.kind) {
    case 'joint.change':
      return change(scene, move)
    case 'joint.end':
      return end(scene, move)
    case 'joint.add-partner':
      return addPartner(scene, move)
    case 'joint.change-partner':
      return changePartner(scene, move)
    case 'joint.end-partner':
      return endPartner(scene, move)
    case 'joint.add-task':
      return addTask(scene, move)
    case 'joint.list-target':
      return listTarget(scene, move)
    case 'joint.reach-target':
      return reachTarget(scene, move)
    case 'joint.drop-target':
      return dropTarget(scene, move)
    default:
      return stepTask(scene, move)
  }
}

function start({ subject, data }: Of<'joint.start'>, actor: StaffActor, look: JointLook): Answer {
  if (!daysFit(data)) return no({ code: 'joint-days' })
  const set = {
    ...data,
    district: ledgerOf(actor.place),
    lead: actor.office,
    offices: [actor.office],
    status: 'running' as const,
    startedAt: look.now,
    changedAt: look.now,
    endedAt: null,
  }
  return decided('joint-start', look, '', [{ table: 'joint', id: subject, base: 0, set }])
}

function change(scene: Scene, { data }: Of<'joint.change'>): Answer {
  return daysFit(data) ? changed(scene, 'joint-change', '', data) : no({ code: 'joint-days' })
}

// JOINT-2 An agreement has a number before it has days, and ends after it began.
const daysFit = ({ agreement, agreedOn, validUntil }: JointCommandData['joint.change']): boolean =>
  agreement === '' ? agreedOn === null && validUntil === null : !(agreedOn && validUntil && validUntil < agreedOn)

const end = (scene: Scene, { data }: Of<'joint.end'>): Answer =>
  changed(scene, 'joint-end', data.note, { status: 'ended', endedAt: scene.now })

function addPartner(scene: Scene, { subject, data }: Of<'joint.add-partner'>): Answer {
  const { joint, file, offices, now } = scene
  const office = data.office === null ? null : offices.get(data.office)
  if (office === undefined) return no({ code: 'unknown-office' })
  if (office && !office.active) return no({ code: 'office-not-active' })
  const name = office?.name ?? data.name
  if (name === '') return no({ code: 'joint-partner' })
  if (office?.id === joint.lead || file.partners.some((other) => isSame(other, office?.id ?? null, name)))
    return no({ code: 'joint-twice' })
  const { kind, contact, fields } = data
  const set = { ...base(joint), kind, office: data.office, name, contact, fields, joinedAt: now, leftAt: null }
  const changes: readonly Change[] = [{ table: 'jointPartner', id: subject, base: 0, set }]
  return changed(
    scene,
    'joint-add-partner',
    '',
    { offices: [...joint.offices, ...(office ? [office.id] : [])] },
    changes,
  )
}

const isSame = ({ office, name, leftAt }: JointPartnerRow, id: OfficeId | null, called: string): boolean =>
  leftAt === null && (id === null ? office === null && name === called : office === id)

function changePartner(scene: Scene, { subject, data: { contact, fields } }: Of<'joint.change-partner'>): Answer {
  const partner = partnerHere(scene, subject)
  if (!partner) return no({ code: 'joint-part-unknown' })
  const own: Change = { table: 'jointPartner', id: partner.id, base: partner.version, set: { contact, fields } }
  return decided('joint-change-partner', scene, '', [own])
}

// Their tasks stay where they are: the lead sees that nobody does them, and drops them or gives them anew.
function endPartner(scene: Scene, { subject, data }: Of<'joint.end-partner'>): Answer {
  const partner = partnerHere(scene, subject)
  if (!partner) return no({ code: 'joint-part-unknown' })
  const own: Change = { table: 'jointPartner', id: partner.id, base: partner.version, set: { leftAt: scene.now } }
  const offices = scene.joint.offices.filter((id) => id !== partner.office)
  return changed(scene, 'joint-end-partner', data.note, { offices }, [own])
}

function addTask(scene: Scene, { subject, data: { partner, what, dueOn } }: Of<'joint.add-task'>): Answer {
  if (partner !== null && !partnerHere(scene, partner)) return no({ code: 'joint-part-unknown' })
  const task = { partner, what, dueOn, status: 'planned' as const, note: '', changedAt: scene.now }
  const set = { ...base(scene.joint), ...task }
  return decided('joint-add-task', scene, '', [{ table: 'jointTask', id: subject, base: 0, set }])
}

type TaskStep = Of<'joint.begin-task' | 'joint.finish-task' | 'joint.drop-task' | 'joint.reopen-task'>

function stepTask(scene: Scene, { kind, data }: TaskStep): Answer {
  const { task } = scene.file
  if (!task) return no({ code: 'joint-part-unknown' })
  const rule = taskRule(taskMoveOf[kind])
  const refusal = refused(rule, task.status, data.note) ?? notTheirs(scene, rule, task)
  if (refusal) return no(refusal)
  const set = { status: rule.to, note: data.note, changedAt: scene.now }
  return decided(`joint-${taskMoveOf[kind]}`, scene, data.note, [
    { table: 'jointTask', id: task.id, base: task.version, set },
  ])
}

const taskMoveOf = {
  'joint.begin-task': 'begin-task',
  'joint.finish-task': 'finish-task',
  'joint.drop-task': 'drop-task',
  'joint.reopen-task': 'reopen-task',
} as const

function refused<Status extends string>(rule: JointRule<Status>, now: Status, note: string): JointRefusal | null {
  if (!rule.from.includes(now)) return { code: 'joint-step' }
  return rule.note && note === '' ? { code: 'note-missing' } : null
}

/** JOINT-8 A task is moved by the partner that it was given to, or by the lead, for those outside too. */
function notTheirs(scene: Scene, rule: JointRule<string>, { partner }: JointTaskRow): JointRefusal | null {
  if (leads(scene)) return null
  if (rule.by === 'lead') return { code: 'joint-not-lead' }
  return ownPart(scene)?.id === partner ? null : { code: 'joint-not-partner' }
}

function listTarget(scene: Scene, { subject, data }: Of<'joint.list-target'>): Answer {
  const { joint, file, now } = scene
  const place = placeOf(scene, data)
  if (!place.ok) return place
  if (file.listed) return no({ code: 'joint-twice' })
  const person =
    data.case === null
      ? { name: data.name, nik: data.nik, phone: data.phone, address: data.address }
      : { name: null, nik: null, phone: null, address: null }
  const standing = { status: 'listed' as const, partner: null, result: null, listedAt: now, changedAt: now }
  const set = { ...base(joint), caseId: data.case, place: place.value, ...person, need: data.need, ...standing }
  return decided('joint-list-target', scene, '', [{ table: 'jointTarget', id: subject, base: 0, set }])
}

/** JOINT-5 Where a target lives: in the case, or in the village that was named; within the place of the lead. */
function placeOf(
  { file, actor }: Scene,
  { case: id, village, name }: JointCommandData['joint.list-target'],
): Result<PlaceCode, JointRefusal> {
  if (id !== null) {
    if (!file.case) return no({ code: 'joint-target' })
    return file.case.restricted === null ? ok(file.case.place) : no({ code: 'joint-restricted' })
  }
  if (village === null || name === '') return no({ code: 'joint-target' })
  return covers(actor.place, village) && file.knowsVillage ? ok(village) : no({ code: 'village-elsewhere' })
}

function reachTarget(scene: Scene, { data }: Of<'joint.reach-target'>): Answer {
  const { target } = scene.file
  if (!target) return no({ code: 'joint-part-unknown' })
  const rule = targetRule('reach-target')
  const refusal = refused(rule, target.status, data.note)
  if (refusal) return no(refusal)
  // Who is no lead speaks for itself only, whatever it says.
  const partner = leads(scene) ? data.partner : (ownPart(scene)?.id ?? null)
  if (!leads(scene) && partner === null) return no({ code: 'joint-not-partner' })
  if (partner !== null && !partnerHere(scene, partner)) return no({ code: 'joint-part-unknown' })
  const set = { status: rule.to, partner, result: data.note, changedAt: scene.now }
  return decided('joint-reach-target', scene, '', [{ table: 'jointTarget', id: target.id, base: target.version, set }])
}

/** JOINT-13 Of whoever is no target any more nothing is kept here that names them. */
export const forgottenTarget = { name: null, nik: null, phone: null, address: null, need: null, result: null } as const

function dropTarget(scene: Scene, { data }: Of<'joint.drop-target'>): Answer {
  const { target } = scene.file
  if (!target) return no({ code: 'joint-part-unknown' })
  const rule = targetRule('drop-target')
  const refusal = refused(rule, target.status, data.note)
  if (refusal) return no(refusal)
  const set = { ...forgottenTarget, status: rule.to, changedAt: scene.now }
  return decided('joint-drop-target', scene, data.note, [
    { table: 'jointTarget', id: target.id, base: target.version, set },
  ])
}

const leads = ({ actor, joint }: Scene): boolean => actor.office === joint.lead && actor.permissions.has('joint.lead')

const ownPart = ({ file, actor }: Scene): JointPartnerRow | undefined =>
  file.partners.find(({ office, leftAt }) => office === actor.office && leftAt === null)

const partnerHere = ({ file }: Scene, id: string): JointPartnerRow | undefined =>
  file.partners.find((partner) => partner.id === id && partner.leftAt === null)

const base = ({ id, district }: JointRow): { joint: JointId; district: JointRow['district'] } => ({
  joint: jointId.parse(id),
  district,
})

function changed(
  scene: Scene,
  action: string,
  note: string,
  set: Partial<JointRow>,
  rest: readonly Change[] = [],
): Answer {
  const { joint, now } = scene
  const own: Change = { table: 'joint', id: joint.id, base: joint.version, set: { ...set, changedAt: now } }
  return decided(action, scene, note, [own, ...rest])
}

const decided = (action: string, { day }: JointLook, note: string, changes: readonly Change[]): Answer =>
  ok({ action, note, say: {}, day, changes, jobs: [] })
