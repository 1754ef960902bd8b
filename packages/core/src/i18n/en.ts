import { accessWords } from './en/access-words.ts'
import { account } from './en/account.ts'
import { activityTexts } from './en/activity.ts'
import { ask } from './en/ask.ts'
import { blank } from './en/blank.ts'
import { caseTexts } from './en/case.ts'
import { caseForms } from './en/case-forms.ts'
import { caseMany } from './en/case-many.ts'
import { casePrivacy } from './en/case-privacy.ts'
import { caseQueue } from './en/case-queue.ts'
import { caseRegister } from './en/case-register.ts'
import { caseWords } from './en/case-words.ts'
import { challengeTexts } from './en/challenge.ts'
import { condition } from './en/condition.ts'
import { deviceTexts } from './en/device.ts'
import { doubleTexts } from './en/doubles.ts'
import { duty } from './en/duty.ts'
import { familyTexts } from './en/family.ts'
import { field } from './en/field.ts'
import { fieldLife } from './en/field-life.ts'
import { fieldMinutes } from './en/field-minutes.ts'
import { fieldWork } from './en/field-work.ts'
import { figures } from './en/figures.ts'
import { importTexts } from './en/import.ts'
import { inbound } from './en/inbound.ts'
import { independenceTexts } from './en/independence.ts'
import { indicator } from './en/indicator.ts'
import { intake } from './en/intake.ts'
import { jointTexts } from './en/joint.ts'
import { league } from './en/league.ts'
import { leave } from './en/leave.ts'
import { letter } from './en/letter.ts'
import { letterWords } from './en/letter-words.ts'
import { list } from './en/list.ts'
import { lists } from './en/lists.ts'
import { load } from './en/load.ts'
import { measureWords } from './en/measure-words.ts'
import { meetingTexts } from './en/meeting.ts'
import { moveWords } from './en/move-words.ts'
import { needTexts } from './en/need.ts'
import { networkTexts } from './en/network.ts'
import { noticeTexts } from './en/notice.ts'
import { office } from './en/office.ts'
import { opened } from './en/opened.ts'
import { outbox } from './en/outbox.ts'
import { outboxWhat } from './en/outbox-what.ts'
import { ownAccount } from './en/own-account.ts'
import { photoTexts } from './en/photo.ts'
import { ppksTexts } from './en/ppks.ts'
import { privacy } from './en/privacy.ts'
import { programmeTexts } from './en/programme.ts'
import { proposalTexts } from './en/proposal.ts'
import { psksTexts } from './en/psks.ts'
import { publicFace } from './en/public.ts'
import { publicLetterTexts } from './en/public-letter.ts'
import { publicReport } from './en/public-report.ts'
import { publicTrack } from './en/public-track.ts'
import { referralTexts } from './en/referral.ts'
import { refusalDoor } from './en/refusal-door.ts'
import { refusalLaw } from './en/refusal-law.ts'
import { replyTexts } from './en/reply.ts'
import { roles } from './en/roles.ts'
import { screenNames } from './en/screen-names.ts'
import { serviceKeyTexts } from './en/service-key.ts'
import { shell } from './en/shell.ts'
import { short } from './en/short.ts'
import { surgeTexts } from './en/surge.ts'
import { variableWords } from './en/variables.ts'
import { visitTexts } from './en/visit.ts'
import { when } from './en/when.ts'
import type { MessageKey } from './id.ts'

/** The same texts in English; a missing one does not compile. */
export const en: Record<MessageKey, string> = {
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
}
