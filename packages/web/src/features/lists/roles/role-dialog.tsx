import { Button } from '@navikt/ds-react/Button'
import { Modal } from '@navikt/ds-react/Modal'
import type { RoleLine } from '@openslrt/core/contract/role-queries.ts'
import { levelOf, placeCode } from '@openslrt/core/place/code.ts'
import { useState } from 'react'
import { Link } from 'wouter'
import { useLanguage, useText } from '../../../platform/i18n/use-text.ts'
import { useFocusBack } from '../../../ui/focus-back.ts'
import { ItemHistory } from '../item-history.tsx'
import { EndRole } from './end-role.tsx'
import { RoleFacts } from './role-facts.tsx'
import { RoleHolders } from './role-holders.tsx'

interface RoleDialogProps {
  readonly role: RoleLine
  readonly today: string
  /** Why nothing can be changed by whoever looks; null when it can. */
  readonly locked: string | null
  readonly hrefOf: (act: 'ubah' | 'salin', code: string) => string
  readonly onClose: (done: string | null) => void
}

/** A role in plain words: what it allows, where it is held, by whom; and the ways to copy, change or end it. */
export function RoleDialog(props: RoleDialogProps) {
  const lang = useLanguage()
  const t = useText()
  useFocusBack()
  const { role, today, locked, onClose } = props
  const close = (): void => onClose(null)
  return (
    <Modal open onClose={close} header={{ heading: role.names[lang], size: 'small' }} width="medium" placement="top">
      {/* Long lists of rights are read by keys, too. */}
      <Modal.Body tabIndex={0}>
        <div className="roles__parts">
          <Locked role={role} locked={locked} />
          <RoleFacts role={role} />
          <RoleHolders role={role} />
          <ItemHistory list="role" item={role} today={today} onDone={onClose} />
          {changes(props) && role.own && <OwnActs {...props} />}
        </div>
      </Modal.Body>
      <Modal.Footer>
        {changes(props) && <FirstAct {...props} />}
        <Button variant="secondary" data-color="neutral" onClick={close}>
          {t('dialog.close')}
        </Button>
      </Modal.Footer>
    </Modal>
  )
}

const changes = ({ role, locked }: RoleDialogProps): boolean => locked === null && role.holds

function Locked({ role, locked }: Pick<RoleDialogProps, 'role' | 'locked'>) {
  const t = useText()
  if (locked === null && role.own) return null
  const level = t(`level.${levelOf(placeCode.parse(role.place ?? '00'))}`)
  return <p className="lists__locked">{locked ?? t('roles.locked', { level })}</p>
}

/** What is done with one's own role less often than changing it. */
function OwnActs({ role, today, hrefOf, onClose }: RoleDialogProps) {
  const t = useText()
  const [ending, setEnding] = useState(false)
  if (ending) return <EndRole role={role} today={today} onDone={onClose} onCancel={() => setEnding(false)} />
  return (
    <div className="lists__acts">
      <Button as={Link} size="small" variant="tertiary" href={hrefOf('salin', role.code)}>
        {t('roles.copy')}
      </Button>
      {role.mayEnd && (
        <Button size="small" variant="tertiary" data-color="danger" onClick={() => setEnding(true)}>
          {t('roles.end')}
        </Button>
      )}
    </div>
  )
}

/** The next thing to do: to change what is one's own, or to copy what is not. */
function FirstAct({ role, hrefOf }: RoleDialogProps) {
  const t = useText()
  const act = role.own ? 'ubah' : 'salin'
  return (
    <Button as={Link} href={hrefOf(act, role.code)}>
      {t(role.own ? 'roles.change' : 'roles.copy')}
    </Button>
  )
}
