import type { refusalLaw as source } from '../id/refusal-law.ts'

export const refusalLaw: Record<keyof typeof source, string> = {
  // Rights and places
  'refusal.not-permitted':
    'Your role at this office does not allow this. It takes: {needs}. Ask a colleague who may, or contact the administrator of your office.',
  'refusal.not-here':
    'This is now the task of another office, so only its staff can do it. Open the case card to see which office it is, and contact it if it is urgent.',
  'refusal.wrong-place':
    'Your office does not serve this place, so nothing was saved. Choose another place, or send the citizen to the office that serves it.',
  // How the case stands
  'refusal.wrong-status':
    'The status of this case is now “{status}”, so this step is not possible. It is only for: {allowed}. Reload the case card and choose one of the steps shown there.',
  'refusal.wrong-referral-status':
    'The status of this referral is now “{status}”, so this step is not possible. It is only for: {allowed}. Reload the referral and choose one of the steps shown there.',
  'refusal.wrong-kind':
    'This does not apply to: {kind}; it is only for: {allowed}. Choose another category or step that fits.',
  'refusal.decision-missing':
    'This case has not been approved, so it cannot be referred to another office yet. Recommend it first, then wait for the decision of the coordinator or manager.',
  'refusal.referral-open':
    'Referrals still open: {count}, so this case cannot be let go yet. Wait for the outcome, cancel the referral, or write down why if you answer now.',
  'refusal.appeal-used':
    'An objection was already made at this level, and it can be made only once. Give what you want to add to the office that now handles the case.',
  'refusal.window-over':
    'A citizen could open this case again until {until}, and that time is over. Send a new report and mention the number of this case.',
  'refusal.already-so': 'It already is as you asked, so nothing was changed. Reload the page to see it.',
  'refusal.too-early':
    'This case has to be kept until {until}, so it can’t be erased yet. Wait until then, or choose "asked for by the citizen" if they asked for it themselves.',
  'refusal.not-passed-up':
    'The office above works on it already, or it was not your office that passed it up. Ask that office to hand it down.',
  'refusal.not-asked':
    'Nobody’s wish to erase this case stands, so nothing was erased. Ask for it first; whatever happens to the case afterwards takes the wish back.',
  'refusal.in-review':
    'A supervisor is still checking this report, so the office can do nothing with it yet. Wait until it is passed on; if it is urgent, make it a red card.',
  'refusal.not-in-review':
    'This report is not waiting for that step: it may have been passed on or returned already. Load the case card again to see.',
  'refusal.own-review':
    'You sent this report yourself, so somebody else checks it. Ask another supervisor or the manager.',
  'refusal.same-person':
    'You asked for this erasure yourself, so somebody else has to decide. Ask a colleague who may erase data.',
  // What was said
  'refusal.note-missing': 'The note is empty, and this step needs one. Write a short note, then save again.',
  'refusal.client-missing':
    'The name of the citizen is missing, so this case cannot be followed up. Fill in the name, or mark this report as anonymous.',
  'refusal.consent-missing':
    'It is not said by what right the citizen is told of, so the case was not opened. Choose the consent, then send again.',
  'refusal.how-missing':
    'It is not told how the citizen confirmed, so the case was not closed. Choose how, for example by phone or in person.',
  'refusal.unknown-category':
    'That category is not on the list in force today, so the case was not saved. Choose another category.',
  'refusal.unknown-channel':
    'That channel is not on the list in force today, so the case was not saved. Choose another channel.',
  'refusal.unknown-reason':
    'That choice is not on the list in force today, so nothing was saved. Choose from the list, then save again.',
  'refusal.unknown-outcome':
    'That outcome is not on the list in force today, so the answer was not saved. Choose an outcome from the list, then save again.',
  'refusal.unknown-file': 'That file has not arrived here, so it cannot be attached. Upload the file once more.',
  'refusal.unknown-referral':
    'That referral was not found on this case, so nothing was changed. Reload the case card and choose the referral again.',
  'refusal.merge-target':
    'The case that should live on cannot be used: it has ended, belongs to another district, or is not visible to you. Choose another case that is still going on.',
  'refusal.merge-self':
    'A case cannot be merged with itself, so nothing was changed. Choose the other case, the one that should live on.',
  // Offices and the people there
  'refusal.unknown-office':
    'That office is not on the list of offices, so nothing was saved. Choose an office from the list.',
  'refusal.office-not-active': 'That office is not active now, so it cannot take cases. Choose another office.',
  'refusal.same-office':
    'That is the office where this case lies now, so there is nothing to send. Choose another office.',
  'refusal.no-office-above':
    'There is no active office above this one, so the case cannot be passed up. Handle it here, or ask the administrator to set the office above.',
  'refusal.not-below':
    'That office is not below this one, or does not serve the place of the citizen. Choose an office below that serves it.',
  'refusal.assignee-not-here':
    'That person does not work at this office now, so the case was not assigned. Choose another person from the list.',
  'refusal.unknown-place':
    'That place code is not on the list of places, so the office was not saved. Choose a place from the list.',
  'refusal.unknown-role':
    'That role is not on the list of roles, so the post was not given. Choose a role from the list.',
  'refusal.unknown-staff':
    'That person or post was not found, so nothing was changed. Reload the list of staff and choose again.',
  'refusal.wrong-parent':
    'That parent office cannot be used: its level is lower, its place does not hold this one, or it lies below this office itself. Choose another parent.',
  'refusal.wrong-level':
    'The level of an office is that of its place, and this kind ({kind}) is only at the level {levels}, so the office was not saved. Choose a place or a kind that fits.',
  'refusal.own-post':
    'You cannot give a role to yourself, so nothing was saved. Ask another administrator of your office or of one above it.',
  'refusal.role-not-here':
    'That role is not held at this kind of office, so it was not given. It is only for: {kinds}. Choose another role or office.',
  'refusal.role-not-yours':
    'That role is given only by administrators at the level {levels}, and so are links to its accounts. Ask an administrator there to do it.',
  'refusal.posts-elsewhere':
    'This person also works outside the place of your office, so nothing was changed. Who can do it: the administrator of {office}, or of an office above it.',
  'refusal.leave-days':
    'A leave ends on its first day or later, and has not passed, so nothing was saved. Correct the days.',
  'refusal.leave-twice':
    'This officer is already on leave on some of those days, so nothing was saved. End the other leave first, or choose other days.',
  'refusal.stand-in-not-here':
    'Who stands in must be somebody else who works at the same office now, so nothing was saved. Choose another officer.',
  'refusal.stand-in-away':
    'Whoever is to stand in is on leave on some of those days, so nothing was saved. Choose somebody else, or other days.',
  'refusal.duty-days':
    'A duty turn has to end on its first day or later, and not in the past, so nothing was saved. Correct the days.',
  'refusal.duty-twice':
    'On some of those days somebody is on duty already, so nothing was saved. Choose other days, or end that turn first.',
  'refusal.duty-not-here':
    'That officer does not work on cases at this office now, so nothing was saved. Choose another officer.',
  'refusal.duty-away':
    'That officer is on leave on some of those days, so nothing was saved. Choose another officer, or other days.',
  'refusal.serves-no-village':
    'Only facilitators look after villages of their own, so nothing was saved. Choose somebody who is a facilitator.',
  'refusal.village-elsewhere':
    'One of the villages is unknown or outside the area of the office, so nothing was saved. Choose from the list.',
  // Lists, calendar and hours
  'refusal.not-your-lists':
    'These lists belong to an office above yours, so nothing was changed. Ask the administrator of that office.',
  'refusal.nation-only':
    'The sectors are the same in all of Indonesia, so only the national office changes them. Send your proposal there.',
  'refusal.list-fixed':
    'The choices of this list are fixed, so none can be added. You can change the names or limits of those it has.',
  'refusal.item-needed': 'The system itself uses this choice, so it can’t be ended. You can change its name.',
  'refusal.code-taken':
    'Another choice of this list has that code already, so nothing was added. Write another code, or change the choice that is there.',
  'refusal.unknown-item':
    'That choice is not on this list, so nothing was changed. Load the list again, then choose anew.',
  'refusal.unknown-sector':
    'That sector is not on the list of sectors, so the category was not saved. Choose one of the nine.',
  'refusal.limits-crossed':
    'The limit of one level is longer than the whole, so the category was not saved. Shorten that limit, or lengthen the whole.',
  'refusal.day-past': 'That day has gone by, and what has gone by is not changed any more. Choose {earliest} or later.',
  // Roles
  'refusal.role-of-above':
    'This role was made at the level {level}, so it isn’t changed here. Make a copy of it under another name, and change that.',
  'refusal.role-not-held':
    'You do not hold these rights of administration yourself, so you can’t pass them on: {rights}. Ask an administrator who holds them.',
  'refusal.role-beyond':
    'At the offices and levels you chose no role from above holds: {what}. Take that out, or choose fewer offices and levels.',
  'refusal.role-apart': 'These two rights may not be in one role: {rights}. Take one out, or make two roles.',
  'refusal.role-lacks': 'The right “{right}” is of no use without “{needs}”. Add that one, or take the first out.',
  'refusal.role-sight': 'A role that sees cases says which cases it sees, and any other sees none. Change that choice.',
  'refusal.role-too-wide':
    'All cases of a place are seen only from: {kinds}. Choose “cases of their own office”, or take the other kinds out.',
  'refusal.role-factor':
    'A role with rights of administration always asks for a second step at sign-in, so nothing was saved. Switch the second step on.',
  'refusal.last-administration':
    'From {day} on nobody at your office could manage staff any more, so nothing was changed. First give somebody another role with that right.',
  // Letters
  'refusal.wrong-letter-status':
    'This letter is {status}, and this can be done only with a letter that is {allowed}. Load again to see how it stands now.',
  'refusal.unknown-letter':
    'There is no such letter in this case, so nothing was saved. Load the case again and choose again.',
  'refusal.letter-not-here':
    'Letters of this kind are not made at this level. Pass the case up to the office that makes them.',
  'refusal.letter-field': 'The field "{field}" is missing or does not fit, so the letter was not saved. Fill it in.',
  'refusal.unknown-purpose': 'This purpose is not on the list, so the letter was not saved. Choose one from the list.',
  'refusal.desil-above':
    'For this purpose the highest desil is {most}, so the letter can not be made. Check the desil, or choose another purpose.',
  'refusal.letter-turn': 'This letter waits for {act}, so your step can not be taken yet. Wait until that is done.',
  'refusal.own-letter':
    'You drafted or initialled this letter, so this step is for somebody else. Ask a colleague who may.',
  'refusal.unknown-form':
    'There is no paper form of that number here, so the case was not registered. Check the digits at the top of the form, or leave the number out.',
  'refusal.wrong-form-status':
    'This form is “{status}”, so this can’t be done any more. Check the number, or look at the list of forms.',
  'refusal.template-field':
    'There is no field "{field}" for this letter, so the template was not saved. Choose a field from the list beside it.',
  'refusal.number-pattern':
    'A pattern must name the field nomor once, apart from digits and other fields, and the field tahun, and no field that does not exist. Correct the pattern.',
  'refusal.number-shared':
    'With this pattern two offices could give the same number, so it was not saved. Add the field wilayah, or a short name that no other office uses.',
  'refusal.unknown-signer':
    'Whoever is to sign holds no post in this place, so nothing was saved. Choose the person from the list.',
  'refusal.unknown-picture':
    'This picture did not arrive here, or is no PNG or JPG, so the logo was not saved. Send the picture once more.',
  // Joint programmes
  'refusal.joint-unknown':
    'There is no such joint programme, or your office takes no part in it. Ask the leading office to add your office as a partner.',
  'refusal.joint-over': 'This joint programme has ended, so nothing was changed. Start a new one if the work goes on.',
  'refusal.joint-not-lead': 'The leading office decides on this, so nothing was changed. Ask that office.',
  'refusal.joint-not-partner':
    'This is another partner’s part, or the agreement does not open it to your office. Ask the leading office.',
  'refusal.joint-days':
    'The days of the agreement do not fit, so nothing was saved. Give its number, and an end that is not before its beginning.',
  'refusal.joint-partner':
    'The partner has no name yet, so it was not added. Choose its office, or write the name of the body.',
  'refusal.joint-twice':
    'That partner or target is part of this programme already, so it was not added again. Look for it in the list.',
  'refusal.joint-part-unknown':
    'That part of the programme is not there any more, so nothing was saved. Load the page again and choose once more.',
  'refusal.wrong-load-status':
    'This load is now {status}, so this step can not be taken. Load the page again to see how it stands.',
  'refusal.load-mapping':
    'The columns are not matched yet. Choose the column of the NIK and of the name, or of the KK number, and use each column once.',
  'refusal.load-place': 'The village lies outside the place of your office. Choose one inside it.',
  'refusal.export-sheet': 'This is more than {most} rows, too many for XLSX. Choose CSV, or a smaller area.',
  'refusal.load-snapshot': 'The date of the data is still to come. Write the date that the data carries.',
  'refusal.joint-step':
    'It has changed meanwhile, so this step can’t be taken. Load the page again to see how it stands.',
  'refusal.joint-target':
    'The target is not complete, so it was not added. Choose a case that you see whole, or give a name and a village.',
  'refusal.joint-restricted':
    'This case is restricted, so it is not shared through a joint programme. Refer it to the office that may see it.',
  // People and families
  'refusal.registry-value': '“{variable}” can’t be used as it is, so nothing was saved. {fault}',
  'refusal.registry-clash':
    'Somebody else has just changed the same field, so nothing was saved. {fields}. See which is right, then save again.',
  'refusal.registry-merged': 'This was merged into another record, so it is not changed any more. Open the one in use.',
  'refusal.unknown-family': 'There is no such family in your area, so nothing was saved. Look for it again.',
  'refusal.in-another-family': 'This person is still in another family. Take them out of it first.',
  'refusal.in-no-family': 'This person is in no family, so nothing was changed. Load the page again.',
  'refusal.day-ahead': 'The day lies ahead, so it was not saved. Choose today or earlier.',
  // Programmes
  'refusal.programme-unknown': 'That programme was not found in your area. Load the page again and choose once more.',
  'refusal.programme-not-yours': 'Another office keeps this programme, so nothing was changed. Contact its owner.',
  'refusal.programme-over': 'This programme has ended, so nothing was changed. Open a new one if it goes on.',
  'refusal.programme-place':
    'The area does not fit the owner of the programme, so it was not saved. Choose an area at the level of the owner.',
  'refusal.programme-replaces':
    'A local rule can only replace a programme from a level above, so it was not saved. Choose the programme again.',
  'refusal.programme-past':
    'That day has passed. People were answered by the rule in force then, so choose today or a later day.',
  'refusal.programme-rule': 'The criteria are not right yet, so they were not saved. {fault}',
  'refusal.programme-office':
    'The deciding office must be one of the district that owns the programme, so nothing was saved. Choose another.',
  'refusal.programme-excludes':
    'A programme can’t be in conflict with itself, so nothing was saved. Take it off that list.',
  // Doubles of the registry
  'refusal.pair-same':
    'The same person or family was chosen twice, so nothing was merged. Choose two different records.',
  'refusal.pair-merged':
    'One of them was merged into another record already, so nothing was changed. Reload the list and choose what still holds.',
  'refusal.pair-field':
    'A field is known to neither of the two, so nothing was merged. Reload the page and choose again.',
  'refusal.pair-over': 'This merge was undone already. Reload the list to see where things stand now.',
  'refusal.pair-later':
    'This record was merged again afterwards, so it cannot be parted yet. Undo the newer merge first.',
  'refusal.link-no-nik': 'No NIK is recorded of this person, so nobody can be asked yet. Record the NIK first.',
  'refusal.link-nowhere': 'No other district knows this NIK, so nothing was asked. Check the NIK.',
  'refusal.link-asked':
    'The districts that know this NIK were asked already, so nothing was asked again. Wait for the answer, or end the old one.',
  'refusal.link-other-nik':
    'The person chosen has another NIK than the one asked about, so nothing was answered. Choose whoever has that NIK.',
  'refusal.link-over': 'This was answered or ended already, so nothing was changed. Load the page again to see it.',
  'refusal.link-not-yours':
    'Another district is asked this, so it can’t be answered from your office. Wait for the answer from there.',
  // Wishes to be forgotten
  'refusal.still-going':
    'An application, a visit, a PPKS service, a proposal or a place in a queue is still going on, so nothing was erased. End it or take it back first.',
}
