import { MagnifyingGlassIcon } from '@navikt/aksel-icons'
import { type FormEvent, useId, useRef } from 'react'
import { useHotKey } from './hot-keys.ts'
import './search-box.css'

interface SearchBoxProps {
  readonly label: string
  readonly hint: string
  readonly value?: string
  readonly onSearch: (words: string) => void
}

/** The search of the bar: `/` leads to it from anywhere on the page, Enter searches. */
export function SearchBox({ label, hint, value = '', onSearch }: SearchBoxProps) {
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  useHotKey('/', () => field.current?.focus())
  const search = (event: FormEvent) => {
    event.preventDefault()
    onSearch(field.current?.value.trim() ?? '')
  }
  return (
    <search>
      <form className="search-box" onSubmit={search}>
        <label className="only-for-readers" htmlFor={id}>
          {label}
        </label>
        <MagnifyingGlassIcon aria-hidden />
        <input
          key={value}
          ref={field}
          id={id}
          type="search"
          defaultValue={value}
          placeholder={hint}
          autoComplete="off"
          aria-keyshortcuts="/"
        />
        <kbd aria-hidden="true">/</kbd>
      </form>
    </search>
  )
}
