/** A name as lists show it: the first letter of each word. Enough to recognise one's own case, not to learn a name. */
export function maskName(name: string): string {
  const words = name.split(' ').filter((word) => word !== '')
  return words.map((word) => `${word.slice(0, 1).toUpperCase()}***`).join(' ')
}

/** A NIK or KK number: its region and its last two digits. */
export const maskNumber = (number: string | null): string | null =>
  number === null ? null : `${number.slice(0, 4)}${'*'.repeat(Math.max(0, number.length - 6))}${number.slice(-2)}`

/** A phone number: how it begins and its last two digits. */
export const maskPhone = (phone: string | null): string | null => {
  if (phone === null) return null
  const digits = phone.replace(/\D/g, '')
  return `${digits.slice(0, 2)}**-****-**${digits.slice(-2)}`
}

/** One spelling for phone numbers that people write in many: digits only, beginning with 62. */
export const phoneKey = (phone: string): string => phone.replace(/\D/g, '').replace(/^0/, '62').replace(/^8/, '628')
