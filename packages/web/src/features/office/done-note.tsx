import { InlineMessage } from '@navikt/ds-react/InlineMessage'

/** What was just done, told where the eye is and to readers; it makes room for the next. */
export function DoneNote({ said }: { said: string | null }) {
  return <output className="done-note">{said && <InlineMessage status="success">{said}</InlineMessage>}</output>
}
