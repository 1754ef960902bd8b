import { Button } from '@navikt/ds-react/Button'
import { publicPaths } from '@openslrt/core/contract/public-pages.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'

const words = {
  case: { text: 'public.case.leave.text', button: 'public.case.leave', path: publicPaths.leave },
  reply: { text: 'reply.leave.text', button: 'reply.leave', path: publicPaths.replyLeave },
} as const

/** Closes the case in this browser, for whoever uses somebody else's. */
export function LeaveForm({ to = 'case', t }: { to?: keyof typeof words; t: Say }) {
  const { text, button, path } = words[to]
  return (
    <form className="leave not-on-paper" method="post" action={path}>
      <p>{t(text)}</p>
      <Button type="submit" variant="secondary">
        {t(button)}
      </Button>
    </form>
  )
}
