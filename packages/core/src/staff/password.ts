/** Length counts more than signs (NIST SP 800-63B). */
export const fewestCharacters = 10
const fewestDifferent = 5

/** What a password must be. Screens show all of them, met or not, while it is typed. */
export interface PasswordRule {
  readonly code: 'length' | 'variety' | 'name'
  readonly least: number
  readonly met: boolean
}

/** ACCOUNT-4 The rules for a password, each with whether this one meets it: long, not one letter over and over, not the sign-in name. */
export function passwordRules(password: string, signInName: string): readonly PasswordRule[] {
  const name = signInName.trim().toLowerCase()
  const tellsName = name !== '' && password.toLowerCase().includes(name)
  return [
    { code: 'length', least: fewestCharacters, met: password.length >= fewestCharacters },
    { code: 'variety', least: fewestDifferent, met: new Set(password).size >= fewestDifferent },
    { code: 'name', least: 0, met: password !== '' && !tellsName },
  ]
}

/** Whether a password meets every rule. */
export const isStrongPassword = (password: string, signInName: string): boolean =>
  passwordRules(password, signInName).every(({ met }) => met)
