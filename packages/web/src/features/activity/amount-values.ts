const most = 1_000_000_000

/** An amount as people write it, with points between thousands or without; null where none is said. */
export function amountOf(typed: string): number | null {
  const digits = typed.replace(/^rp/i, '').replace(/[.\s]/g, '')
  return digits === '' ? null : Number(digits)
}

/** Whether it may be sent: nothing, or rupiah without a fraction. */
export function isAmount(typed: string): boolean {
  const amount = amountOf(typed.trim())
  return amount === null || (Number.isInteger(amount) && amount > 0 && amount <= most)
}
