import type { refusalDoor as source } from '../id/refusal-door.ts'

export const refusalDoor: Record<keyof typeof source, string> = {
  // What was sent
  'refusal.invalid': 'Some fields are not right yet: {fields}. Nothing was saved. Correct them, then save again.',
  'refusal.unknown-field':
    'Some fields are not known here: {fields}. Nothing was saved. Reload the page; if it stays like this, contact the administrator of your office.',
  'refusal.unknown-filter':
    'This filter is not known: {fields}. The list is not shown, so that you do not misread it. Remove the filter and try again.',
  'refusal.too-large': 'What you sent is larger than {limit}, so it was not accepted. Shorten it, then send again.',
  'refusal.device-of-another':
    'This phone is registered to another officer. Sign out, then open the field app with your own account.',
  'refusal.file-too-large':
    'This file is larger than {limit}, so it was not accepted. Make the photo smaller or split the file, then upload again.',
  'refusal.file-type':
    'The content of this file is not a photo (JPG, PNG) or a PDF, so it was not accepted. Take a photo or save it as PDF, then upload again.',
  'refusal.letter-unsigned':
    'This letter is not signed, or you cannot see its case, so it was not printed. Open the letter to check.',
  'refusal.picture-size':
    'This picture is too large, so it was not accepted. Make it 1 MB and 2,000 dots each side at most, then upload again.',
  'refusal.picture-unreadable':
    'This file is no PNG or JPG picture that can be printed, so it was not accepted. Save the picture anew as PNG, then upload again.',
  'refusal.file-unsafe':
    'A virus was found in this file, so it was not kept. Clean the device it comes from, take the photo or save the file anew, then upload again.',
  'refusal.no-table':
    'This file is no table that can be read. Save it as XLSX or CSV in your spreadsheet program, then choose it again.',
  'refusal.table-too-long':
    'This file has more than {most} rows. Part it into several files, then load one after the other.',
  'refusal.sheet-merged':
    'This sheet has merged cells, so it was not taken: nobody can tell to which row they belong. Unmerge them, save, and send it again.',
  'refusal.sheet-formulas':
    'This sheet has formulas, so it was not taken. Copy the whole sheet, paste it as values, save, and send it again.',
  'refusal.archive-unfit':
    'This XLSX file is damaged, or too large once it is unpacked, so it was not taken. Save it as CSV UTF-8 and send it again.',
  'refusal.table-headless':
    'The first line of this file does not hold the names of its columns, so it was not taken. Put a line with the names on top, and send it again.',
  'refusal.line-differs':
    'Line {line} already speaks of this for the same day, and says otherwise. Leave the one line that is right, then load again.',
  'refusal.contract-too-old':
    'The version on your device is too old, so this was not accepted yet. What you wrote is kept. Reload to update, then send again.',
  // Who sends it
  'refusal.unauthenticated':
    'You are not signed in, or your time has run out. What you wrote is still on this page. Sign in again and go on.',
  'refusal.forbidden-origin':
    'This was sent from another site, so it was refused to keep you safe. Open OpenSLRT at its own address and do it again there.',
  'refusal.sign-in-failed':
    'The sign-in name or password does not match, so you are not signed in. Check capital letters and try again, or ask the administrator of your office for a new link.',
  'refusal.wrong-secret':
    'The number and the secret code do not match, so the report cannot be opened. Check your receipt and try again, or ask the office where you reported.',
  'refusal.locked-out':
    'There were too many failed tries, so this door is closed for a while. Wait {wait}, then try again.',
  'refusal.rate-limited': 'Requests came too fast, so this one was not done yet. Wait {wait}, then try again.',
  'refusal.link-used':
    'This link was used before or has run out, so it no longer works. Ask the person who gave it to you for a new one.',
  'refusal.password-weak':
    'This password is too easy to guess, so it was not saved. Use at least {least} characters, for example four words that have nothing to do with each other.',
  'refusal.name-taken': 'This sign-in name belongs to somebody else, so the account was not made. Choose another name.',
  'refusal.wrong-code':
    'This code is wrong, was used before, or is too old. Wait for the next code in the app, then type that one.',
  'refusal.second-factor-needed':
    'Your role needs the sign-in code, so it stays. To change phones, choose "Move to another phone".',
  'refusal.own-second-factor':
    'Your own sign-in code is not taken off here. Use a recovery code, or ask another administrator to take it off.',
  'refusal.is-person':
    'A person uses this account, so it is given no key for programs. Add a new member of staff for the program and give the key there.',
  'refusal.is-service':
    'A program uses this account, so it is given no sign-in link. For a person, add a new member of staff.',
  'refusal.role-for-people':
    'This role manages offices or staff, or works for the nation, so it is for people only. Choose another role for the program.',
  'refusal.wrong-password': 'Your password does not match, so nothing was done yet. Type it again.',
  'refusal.provider-failed':
    'Signing in by the identity provider was not finished: it was cancelled, took too long, or was begun in another window. Begin again at the sign-in page.',
  'refusal.provider-unknown':
    'That identity is not connected to an account here. Sign in with name and password, then connect it on the page My account.',
  'refusal.provider-taken':
    'That identity is connected to another account here. Disconnect it there first, or use another identity.',
  // What it is about
  'refusal.not-found':
    'What you look for is not here, or is not among what you may see. Check the number, or go back to the list.',
  'refusal.stale':
    'Somebody else changed this since you opened it, so your change was held back and overwrites nothing. Reload, look at what changed, and save again if it is still needed.',
  'refusal.wrong-district':
    'This case belongs to another district, so it was not recorded here. Reload the case card and do it again from there.',
  'refusal.command-id-reused':
    'The number of this command was used before with another content, so this one was not recorded. Reload the page and save again.',
  'refusal.message-taken':
    'A colleague has registered, set aside or moved this message, so nothing was saved. Open the messages again to see.',
  'refusal.depends-on-refused':
    'An earlier step on this case was refused, so this one is held back too. Look at the refused step first, then decide.',
  // The house itself
  'refusal.unavailable':
    'The service cannot be reached now, so this was not done yet. What was saved is safe. Wait {wait}, then try again.',
  'refusal.internal':
    'Something went wrong on our side, so this was not done. What was saved is safe. Try again; if it stays like this, give the incident number to the administrator of your office.',
}
