import { useEffect, useState } from 'react'
import type { KeptFile } from '../../platform/file-queue/kept-file.ts'
import { usePhone } from '../phone-context.ts'

/** A kept picture, small: opened from under its seal for as long as it is shown. */
export function Preview({ file, name }: { readonly file: KeptFile; readonly name: string }) {
  const { files } = usePhone()
  const queue = files?.queue
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    let made: string | null = null
    let gone = false
    void queue?.read(file).then((bytes) => {
      if (!bytes || gone) return
      made = URL.createObjectURL(new Blob([bytes], { type: file.type }))
      setAddress(made)
    })
    return () => {
      gone = true
      if (made) URL.revokeObjectURL(made)
    }
  }, [queue, file])
  const look = `photos__preview photos__preview--${file.kind}`
  return address ? <img className={look} src={address} alt={name} /> : <span className={look} />
}
