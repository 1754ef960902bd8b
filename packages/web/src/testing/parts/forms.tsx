import { me } from '@openslrt/core/contract/reference-queries.ts'
import { flushSync } from 'react-dom'
import { createRoot, type Root } from 'react-dom/client'
import { LineField, NoteField, RadioField } from '../../platform/act/fields.tsx'
import { useForm } from '../../platform/act/use-form.ts'
import * as texts from '../../platform/i18n/use-text.ts'
import * as drafts from '../../platform/outbox/drafts.ts'
import { enter } from '../../platform/session/session-store.ts'

// A form as all forms of the desk are made, without the screen around it. What a test calls is below.

interface Values {
  readonly name: string
  readonly note: string
  readonly how: string
  readonly tags: readonly string[]
}
const empty: Values = { name: '', note: '', how: '', tags: [] }

function Probe({ name, initial }: { name: string; initial: Values }) {
  const form = useForm<Values>(name, initial, ({ note }) => (note.trim() === '' ? { note: 'Tulis dulu.' } : {}))
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <LineField label="Nama" {...form.field('name')} />
      <NoteField label="Catatan" {...form.field('note')} />
      <RadioField
        label="Cara"
        options={[
          { value: 'phone', label: 'Telepon' },
          { value: 'visit', label: 'Kunjungan', hint: 'ke rumah' },
        ]}
        {...form.field('how')}
      />
      <output id="state">{JSON.stringify({ values: form.values, restored: form.restored, dirty: form.dirty })}</output>
      <button type="button" onClick={() => form.passes()}>
        kirim
      </button>
      <button type="button" onClick={() => form.clear()}>
        kosongkan
      </button>
      <button type="button" onClick={() => form.suggest({ name: 'Usulan' })}>
        usulkan
      </button>
      <button type="button" onClick={() => form.change({ tags: [...form.values.tags, 'baru'] })}>
        tambah
      </button>
    </form>
  )
}

let root: Root | null = null

/** Opens the form; what stood there before is closed. */
export function open(name: string, initial: Partial<Values> = {}): void {
  close()
  root = createRoot(document.getElementById('place') ?? document.body)
  const made = root
  flushSync(() => made.render(<Probe name={name} initial={{ ...empty, ...initial }} />))
}

export function close(): void {
  root?.unmount()
  root = null
}

/** Types into the first long field and closes the form in the same moment; tells whether the browser would ask then. */
export function askedAfterClosing(words: string): boolean {
  const field = document.querySelector('textarea')
  if (!field) throw new Error('no form is open')
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, words)
  flushSync(() => field.dispatchEvent(new Event('input', { bubbles: true })))
  close()
  return wouldAsk()
}

export function signIn(outboxKey: string): void {
  enter(me.parse({ staff: '0192f000-0000-7000-8000-00000000000a', name: 'Sari', outboxKey, demo: false, posts: [] }))
}

/** Whether the browser would ask before the page is left. */
export function wouldAsk(): boolean {
  return !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
}

export const chooseLanguage = (lang: 'id' | 'en'): Promise<boolean> => texts.chooseLanguage(lang)
export const saveDraft = (key: string, values: unknown): Promise<void> => drafts.saveDraft(key, values)
export const loadDraft = (key: string): Promise<unknown> => drafts.loadDraft(key)
