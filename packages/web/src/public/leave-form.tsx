import { Button } from '@navikt/ds-react/Button'
import { publicPaths } from '@openslrt/core/contract/public-pages.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'

/** Closes the case in this browser, for whoever uses somebody else's. */
export function LeaveForm({ t }: { t: Say }) {
  return (
    <form className="leave not-on-paper" method="post" action={publicPaths.leave}>
      <p>{t('public.case.leave.text')}</p>
      <Button type="submit" variant="secondary">
        {t('public.case.leave')}
      </Button>
    </form>
  )
}
