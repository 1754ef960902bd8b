import type { account as source } from '../id/account.ts'

export const account: Record<keyof typeof source, string> = {
  'account.title': 'Sign in to the staff desk',
  'account.name': 'Sign-in name',
  'account.name.missing': 'Fill in your sign-in name.',
  'account.password': 'Password',
  'account.password.show': 'Show the password',
  'account.password.missing': 'Fill in your password.',
  'account.sign-in': 'Sign in',
  'account.help':
    'No account yet, or forgotten your password? Ask the administrator of your office for a sign-in link.',
  'account.citizen': 'Are you a citizen? Report or follow your report on the front page; no sign-in is needed.',
  'account.citizen.link': 'To the front page',
  'account.again.title': 'Your time signed in has ended',
  'account.again.text':
    'Sign in again as {name}. What you were doing is still on this page and goes on once you have signed in.',
  'account.again.leave': 'Leave this page',
  'account.unreached.title': 'The desk cannot be opened yet',
  'account.link.title': 'Set up your account',
  'account.link.reading': 'Checking the link …',
  'account.link.broken.title': 'This link cannot be used',
  'account.link.incomplete':
    'The address is incomplete. Open the link that you were given once more, or copy all of it into the address bar.',
  'account.link.first-admin':
    'You will be the first administrator here: opening offices, adding staff and giving roles. This link works once only.',
  'account.link.invite': 'Welcome, {name}. Choose your sign-in name and password. This link works once only.',
  'account.link.reset': '{name}, make a new password for your account. This link works once only.',
  'account.link.name': 'Your full name',
  'account.link.name.missing': 'Fill in your full name.',
  'account.link.sign-in-name': 'Sign-in name',
  'account.link.sign-in-name.hint':
    'Used at every sign-in: 3–40 small letters or digits; dot, underscore and hyphen are fine. For example: sari.depok',
  'account.link.sign-in-name.wrong':
    'Use 3–40 small letters or digits without spaces, beginning with a letter or a digit.',
  'account.link.repeat': 'Repeat the password',
  'account.link.repeat.wrong': 'The two passwords are not the same yet.',
  'account.link.save': 'Save and sign in',
  'account.link.to-sign-in': 'To the sign-in page',
  'account.rule.length': 'At least {least} characters; longer is safer',
  'account.rule.variety': 'At least {least} different characters',
  'account.rule.name': 'Does not contain your sign-in name',
  'account.rule.advice': 'Easy to remember and strong: four words that have nothing to do with each other.',
  'account.rule.met': 'done',
  'account.rule.unmet': 'not yet',
  'account.password.weak': 'The password does not meet all of the conditions below yet.',
  'account.menu': 'My menu: {name}',
  'account.leave': 'Sign out',
  'account.leave.title': 'You could not be signed out yet',
  'account.leave.waiting.title': 'Something has not been sent yet',
  'account.leave.waiting':
    '{count} of your entries are still kept on this device. They are safe and locked, but only go on after you sign in again on this device.',
  'account.leave.anyway': 'Sign out, send later',
  'account.stay': 'Stay here',
  'account.office': 'The office you are working from now',
  'account.no-post.title': 'You do not have a post at any office yet',
  'account.no-post.text': 'Ask the administrator of your office to give you a role, then reload this page.',
  'account.no-right.title': 'Your role at this office does not open this page',
  'account.no-right.text':
    'It needs: {needs}. If you have another post, change the office at the top; if you need it, ask an administrator for that role.',
  'provider.go': 'Sign in with {name}',
  'provider.back.title': 'Signing in by the identity provider',
}
