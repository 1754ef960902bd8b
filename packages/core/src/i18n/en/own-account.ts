import type { ownAccount as source } from '../id/own-account.ts'

/** The own account, in English. */
export const ownAccount: Record<keyof typeof source, string> = {
  'own.failed.title': "Your account can't be shown yet",
  'own.back': 'Back to sign-in',
  'factor.code': 'Six-digit code',
  'factor.code.hint': 'Open the authenticator app on your phone. No phone? Use one of your recovery codes.',
  'factor.code.missing': 'Type the six digits of the app, or one recovery code.',
  'factor.code.title': 'Enter your sign-in code',
  'factor.code.text': 'Your password is right. One more step.',
  'factor.code.lost':
    'Lost phone and recovery codes? Ask the administrator of your office to take your sign-in code off, then set it up again.',
  'factor.code.go': 'Sign in',
  'factor.set-up.title': 'Set up the sign-in code',
  'factor.set-up.required':
    'Your role manages offices or staff, or works for the nation. So your account needs a sign-in code before it can be used.',
  'factor.set-up.app':
    'Install an authenticator app on your phone, such as Google Authenticator, Microsoft Authenticator or Aegis.',
  'factor.set-up.scan': 'In that app, choose to add an account and scan this picture.',
  'factor.set-up.qr': 'QR code for the authenticator app',
  'factor.set-up.here': 'Is the app on this phone? Open it directly',
  'factor.set-up.key': "Can't scan? Type this key into the app:",
  'factor.set-up.copy': 'Copy the key',
  'factor.set-up.copied': 'Copied',
  'factor.set-up.type': 'Type the six-digit code that the app shows.',
  'factor.set-up.confirm': 'Set up',
  'factor.codes.title': 'Keep your recovery codes',
  'factor.codes.text':
    'If you lose the phone, you sign in with one of these codes. Each works once. They are shown only now: write them down or print them, and keep them in a safe place, not on the same phone.',
  'factor.codes.copy': 'Copy all',
  'factor.codes.print': 'Print',
  'factor.codes.done': 'I have kept them',
}
