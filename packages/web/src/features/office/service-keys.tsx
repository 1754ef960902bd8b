import { Button } from '@navikt/ds-react/Button'
import type { StaffLine } from '@openslrt/core/contract/reference-queries.ts'
import { type ServiceKey, serviceKeyRoutes } from '@openslrt/core/contract/service-key.ts'
import { useState } from 'react'
import { ActProblem } from '../../platform/act/act-problem.tsx'
import { ask } from '../../platform/api/ask.ts'
import type { Problem } from '../../platform/api/problem.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen, type When } from '../../platform/i18n/use-when.ts'
import { AskFirst } from './ask-first.tsx'
import { GiveKey } from './give-key.tsx'
import { useRoleName } from './use-role-name.ts'

/** The keys of a program, each with a way to take it back, and a way to make another. */
export function ServiceKeys({ person }: { person: StaffLine }) {
  const t = useText()
  const [making, setMaking] = useState(false)
  const asked = useAsk(serviceKeyRoutes.list, { query: { staff: person.id } })
  return (
    <>
      <p>{t('key.about')}</p>
      <ActProblem problem={asked.problem} />
      {(asked.data?.items.length ?? 0) > 0 && (
        <ul className="staff-posts">
          {asked.data?.items.map((line) => (
            <KeyLine key={line.id} line={line} staff={person.id} onRevoked={asked.refetch} />
          ))}
        </ul>
      )}
      {making ? (
        <GiveKey person={person} onGiven={asked.refetch} onClose={() => setMaking(false)} />
      ) : (
        <div>
          <Button size="small" variant="secondary" onClick={() => setMaking(true)}>
            {t('key.new')}
          </Button>
        </div>
      )}
    </>
  )
}

interface KeyLineProps {
  readonly line: ServiceKey
  readonly staff: string
  readonly onRevoked: () => void
}

function KeyLine({ line, staff, onRevoked }: KeyLineProps) {
  const t = useText()
  const when = useWhen()
  const roleName = useRoleName()
  const revoking = useRevoking(staff, line.id, onRevoked)
  const { label, officeName, role, reach, givenBy } = line
  const stands = line.revokedAt === null && line.expiresAt > when.now
  return (
    <li>
      <div className="staff-posts__line">
        <span className="service-key">
          <strong>{label}</strong>
          <span>{t('key.post-of', { role: roleName(role), office: officeName, reach: t(`key.reach.${reach}`) })}</span>
          <span className="service-key__less">
            {t('key.given', { name: givenBy, date: when.date(line.givenAt), until: when.date(line.expiresAt) })}
          </span>
          <span className="service-key__less">{standingOf(line, when, t)}</span>
        </span>
        {stands && (
          <Button
            size="small"
            variant="tertiary"
            data-color="danger"
            aria-label={t('key.revoke.of', { label })}
            onClick={revoking.begin}
          >
            {t('key.revoke')}
          </Button>
        )}
      </div>
      {revoking.asking && (
        <AskFirst
          title={t('key.revoke.title', { label })}
          text={t('key.revoke.text')}
          confirmText={t('key.revoke')}
          act={revoking}
          onConfirm={revoking.go}
          onCancel={revoking.stay}
        />
      )}
    </li>
  )
}

/** What there is to say of a key now. */
function standingOf({ revokedAt, expiresAt, usedAt }: ServiceKey, when: When, t: ReturnType<typeof useText>): string {
  if (revokedAt !== null) return t('key.revoked', { date: when.date(revokedAt) })
  if (expiresAt <= when.now) return t('key.over')
  return usedAt === null ? t('key.unused') : t('key.used', { when: when.moment(usedAt) })
}

function useRevoking(staff: string, id: string, revoked: () => void) {
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const revoke = async (): Promise<void> => {
    setBusy(true)
    const answer = await ask(serviceKeyRoutes.revoke, { body: { staff, id } })
    setBusy(false)
    setProblem(answer.ok ? null : answer.error)
    if (!answer.ok) return
    setAsking(false)
    revoked()
  }
  return {
    asking,
    busy,
    problem,
    begin: () => setAsking(true),
    stay: () => setAsking(false),
    go: () => void revoke(),
  }
}
