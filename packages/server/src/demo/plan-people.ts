import type { DemoFiles } from './demo-files.ts'
import { planJoint } from './plan-joint.ts'
import { planMeetings } from './plan-meetings.ts'
import { planNeeds } from './plan-needs.ts'
import { planParticipation } from './plan-participation.ts'
import { planPpks } from './plan-ppks.ts'
import { planProposals } from './plan-proposals.ts'
import { planPsks } from './plan-psks.ts'
import { planSurge } from './plan-surge.ts'
import { planVisits } from './plan-visits.ts'
import type { Deed, PeopleScene } from './thread.ts'

/** All that is about people, programmes and offices rather than one case: lists of deeds that know nothing of each other. */
export const planPeople = (scene: PeopleScene, files: DemoFiles): readonly (readonly Deed[])[] => [
  ...planNeeds(scene),
  ...planParticipation(scene),
  ...planProposals(scene, files),
  ...planVisits(scene, files),
  ...planPpks(scene),
  ...planPsks(scene),
  ...planSurge(scene),
  ...planMeetings(scene),
  ...planJoint(scene),
]
