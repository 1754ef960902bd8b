import { Button } from '@navikt/ds-react/Button'
import { Modal } from '@navikt/ds-react/Modal'
import type { StaffLine } from '@openslrt/core/contract/reference-queries.ts'
import { useState } from 'react'
import { useText } from '../../platform/i18n/use-text.ts'
import { useFocusBack } from '../../ui/focus-back.ts'
import type { Done } from './done-note.tsx'
import { LinkMaker } from './link-maker.tsx'
import { ResetFactor } from './reset-factor.tsx'
import { ServiceKeys } from './service-keys.tsx'
import { StaffName } from './staff-name.tsx'
import { StaffPosts } from './staff-posts.tsx'
import { AccountTag } from './staff-rows.tsx'
import { SuspendStaff } from './suspend-staff.tsx'

/** One person: their name, what they do where, and how they get in. Each part is saved by itself. */
export function StaffDialog({ person, onClose }: { person: StaffLine; onClose: () => void }) {
  const t = useText()
  useFocusBack()
  const [done, setDone] = useState<Done | null>(null)
  return (
    <Modal open onClose={onClose} header={{ heading: person.name, size: 'small' }} width="medium" placement="top">
      <Modal.Body>
        <div className="staff-parts">
          <section className="staff-part">
            <h2>{t('staff.data')}</h2>
            {/* A newer state of the person begins the form anew: nobody's change is written over unseen. */}
            <StaffName key={person.version} person={person} done={done} onSaved={setDone} />
          </section>
          <section className="staff-part">
            <h2>{t('staff.posts')}</h2>
            <StaffPosts person={person} />
          </section>
          <section className="staff-part">
            <h2>{t('staff.account')}</h2>
            <div>
              <AccountTag person={person} />
            </div>
            {person.signInName !== null && <p>{t('staff.account.name', { name: person.signInName })}</p>}
            {person.active && !person.service && (
              <LinkMaker name={person.name} staff={person.id} hasAccount={person.signInName !== null} />
            )}
            {person.active && person.signInName !== null && <ResetFactor person={person} />}
            <SuspendStaff person={person} />
          </section>
          {person.active && person.signInName === null && person.posts.length > 0 && (
            <section className="staff-part">
              <h2>{t('key.title')}</h2>
              <ServiceKeys person={person} />
            </section>
          )}
        </div>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="secondary" data-color="neutral" onClick={onClose}>
          {t('staff.close')}
        </Button>
      </Modal.Footer>
    </Modal>
  )
}
