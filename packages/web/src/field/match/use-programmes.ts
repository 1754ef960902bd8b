import { useCallback, useEffect, useState } from 'react'
import type { KeptProgrammes } from '../../platform/replica/phone-db.ts'
import { usePhone } from '../phone-context.ts'

/** The programmes that lie on the phone: undefined while they are read, null where none are here. */
export function useProgrammes(): KeptProgrammes | null | undefined {
  const { phone, said } = usePhone()
  const [kept, setKept] = useState<KeptProgrammes | null | undefined>(undefined)
  const read = useCallback(() => void phone.programmes().then(setKept, () => setKept(null)), [phone])
  useEffect(() => read(), [read])
  // A sync may have brought them.
  useEffect(() => {
    if (said?.ok) read()
  }, [said, read])
  return kept
}
