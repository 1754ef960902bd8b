import { TextField } from '@navikt/ds-react/TextField'
import { useEffect, useRef, useState } from 'react'
import { useSettled } from './use-settled.ts'

/** Words that a list is searched by; the list follows while they are typed. */
export function ListSearch({
  label,
  value,
  onSearch,
}: {
  label: string
  value: string
  onSearch: (words: string) => void
}) {
  const [words, setWords] = useState(value)
  const settled = useSettled(words.trim(), 300)
  const told = useRef({ value, onSearch })
  useEffect(() => {
    told.current.onSearch = onSearch
  })
  useEffect(() => {
    // The address was changed from elsewhere: by going back, or by clearing the filters.
    if (value === told.current.value) return
    told.current.value = value
    setWords(value)
  }, [value])
  useEffect(() => {
    if (settled === told.current.value) return
    told.current.value = settled
    told.current.onSearch(settled)
  }, [settled])
  return (
    <TextField
      size="small"
      label={label}
      value={words}
      onChange={(event) => setWords(event.target.value)}
      autoComplete="off"
    />
  )
}
