import { accessWords } from './id/access-words.ts'
import { account } from './id/account.ts'
import { activityTexts } from './id/activity.ts'
import { ask } from './id/ask.ts'
import { blank } from './id/blank.ts'
import { caseTexts } from './id/case.ts'
import { caseForms } from './id/case-forms.ts'
import { caseMany } from './id/case-many.ts'
import { casePrivacy } from './id/case-privacy.ts'
import { caseQueue } from './id/case-queue.ts'
import { caseRegister } from './id/case-register.ts'
import { caseWords } from './id/case-words.ts'
import { challengeTexts } from './id/challenge.ts'
import { condition } from './id/condition.ts'
import { deviceTexts } from './id/device.ts'
import { doubleTexts } from './id/doubles.ts'
import { duty } from './id/duty.ts'
import { familyTexts } from './id/family.ts'
import { field } from './id/field.ts'
import { fieldLife } from './id/field-life.ts'
import { fieldMinutes } from './id/field-minutes.ts'
import { fieldWork } from './id/field-work.ts'
import { figures } from './id/figures.ts'
import { importTexts } from './id/import.ts'
import { inbound } from './id/inbound.ts'
import { independenceTexts } from './id/independence.ts'
import { indicator } from './id/indicator.ts'
import { intake } from './id/intake.ts'
import { jointTexts } from './id/joint.ts'
import { league } from './id/league.ts'
import { leave } from './id/leave.ts'
import { letter } from './id/letter.ts'
import { letterWords } from './id/letter-words.ts'
import { list } from './id/list.ts'
import { lists } from './id/lists.ts'
import { load } from './id/load.ts'
import { measureWords } from './id/measure-words.ts'
import { meetingTexts } from './id/meeting.ts'
import { moveWords } from './id/move-words.ts'
import { needTexts } from './id/need.ts'
import { networkTexts } from './id/network.ts'
import { noticeTexts } from './id/notice.ts'
import { office } from './id/office.ts'
import { opened } from './id/opened.ts'
import { outbox } from './id/outbox.ts'
import { outboxWhat } from './id/outbox-what.ts'
import { ownAccount } from './id/own-account.ts'
import { photoTexts } from './id/photo.ts'
import { ppksTexts } from './id/ppks.ts'
import { privacy } from './id/privacy.ts'
import { programmeTexts } from './id/programme.ts'
import { proposalTexts } from './id/proposal.ts'
import { psksTexts } from './id/psks.ts'
import { publicFace } from './id/public.ts'
import { publicLetterTexts } from './id/public-letter.ts'
import { publicReport } from './id/public-report.ts'
import { publicTrack } from './id/public-track.ts'
import { referralTexts } from './id/referral.ts'
import { refusalDoor } from './id/refusal-door.ts'
import { refusalLaw } from './id/refusal-law.ts'
import { replyTexts } from './id/reply.ts'
import { roles } from './id/roles.ts'
import { screenNames } from './id/screen-names.ts'
import { serviceKeyTexts } from './id/service-key.ts'
import { shell } from './id/shell.ts'
import { short } from './id/short.ts'
import { surgeTexts } from './id/surge.ts'
import { variableWords } from './id/variables.ts'
import { visitTexts } from './id/visit.ts'
import { when } from './id/when.ts'

/** Every text a person may see, in Indonesian: the source of the keys. One file per capability in `id/`. */
export const id = {
  ...accessWords,
  ...ask,
  ...blank,
  ...caseMany,
  ...casePrivacy,
  ...caseTexts,
  ...caseWords,
  ...letter,
  ...letterWords,
  ...measureWords,
  ...meetingTexts,
  ...moveWords,
  ...needTexts,
  ...networkTexts,
  ...referralTexts,
  ...refusalDoor,
  ...refusalLaw,
  ...activityTexts,
  ...independenceTexts,
  ...challengeTexts,
  ...deviceTexts,
  ...duty,
  ...field,
  ...fieldMinutes,
  ...fieldWork,
  ...fieldLife,
  ...figures,
  ...importTexts,
  ...inbound,
  ...indicator,
  ...intake,
  ...jointTexts,
  ...condition,
  ...league,
  ...leave,
  ...list,
  ...lists,
  ...load,
  ...account,
  ...noticeTexts,
  ...office,
  ...opened,
  ...outbox,
  ...ownAccount,
  ...privacy,
  ...publicFace,
  ...publicLetterTexts,
  ...publicReport,
  ...publicTrack,
  ...replyTexts,
  ...roles,
  ...screenNames,
  ...serviceKeyTexts,
  ...shell,
  ...short,
  ...surgeTexts,
  ...visitTexts,
  ...when,
  ...programmeTexts,
  ...variableWords,
  ...doubleTexts,
  ...proposalTexts,
  ...photoTexts,
  ...ppksTexts,
  ...psksTexts,
  ...familyTexts,
  ...caseRegister,
  ...caseQueue,
  ...caseForms,
  ...outboxWhat,
} as const satisfies Record<string, string>

export type MessageKey = keyof typeof id
