import { InlineMessage } from '@navikt/ds-react/InlineMessage'

/** What came of an act: done, or kept on this device until there is a line. */
export interface Done {
  readonly text: string
  readonly waiting: boolean
}

/** What was just done, told where the eye is and to readers; it makes room for the next. */
export function DoneNote({ done }: { done: Done | null }) {
  return (
    <output className="done-note">
      {done && <InlineMessage status={done.waiting ? 'info' : 'success'}>{done.text}</InlineMessage>}
    </output>
  )
}
