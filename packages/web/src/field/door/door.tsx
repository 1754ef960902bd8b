import { lazy, Suspense, useEffect, useState } from 'react'
import { LanguageSwitch } from '../../platform/i18n/language-switch.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import type { Keys, Someone } from '../../platform/vault/vault.ts'
import { Loading } from '../../ui/loading.tsx'
import { Mark } from '../../ui/mark.tsx'
import { ownVault } from './own-vault.ts'
import { PinForm } from './pin-form.tsx'

// Needs a signal anyway, and is needed once.
const SignInStep = lazy(async () => ({ default: (await import('./sign-in-step.tsx')).SignInStep }))
const NoStore = lazy(async () => ({ default: (await import('../life/no-store.tsx')).NoStore }))

type Stage = { readonly at: 'who' | 'sign-in' } | { readonly at: 'pin'; readonly who: Someone }

/** Who is it? Somebody known here types their PIN; anybody else signs in with a signal first. */
export function Door({ onOpen }: { readonly onOpen: (keys: Keys) => void }) {
  const t = useText()
  const [people, setPeople] = useState<readonly Someone[]>([])
  const [stage, setStage] = useState<Stage | null>(null)
  const [shut, setShut] = useState<unknown>(null)
  useEffect(() => {
    void ownVault()
      .then((vault) => vault.people())
      .then((known) => {
        setPeople(known)
        setStage(firstStage(known))
      })
      .catch(setShut)
  }, [])
  if (shut !== null)
    return (
      <Suspense fallback={null}>
        <NoStore why={shut} />
      </Suspense>
    )
  if (!stage) return null
  return (
    <main className="field__main door">
      <p className="door__mark">
        <Mark size={40} /> {t('field.name')}
      </p>
      {stage.at === 'sign-in' && (
        <Suspense fallback={<Loading label={t('shell.loading')} rows={4} />}>
          <SignInStep first={people.length === 0} onOpen={onOpen} onBack={() => setStage(firstStage(people))} />
        </Suspense>
      )}
      {stage.at === 'pin' && (
        <PinForm key={stage.who.staff} who={stage.who} onOpen={onOpen} onForgot={() => setStage({ at: 'sign-in' })} />
      )}
      {stage.at === 'who' && <Who people={people} onChoose={(who) => setStage({ at: 'pin', who })} />}
      {stage.at !== 'sign-in' && (
        <p className="door__others">
          {stage.at === 'pin' && people.length > 1 && (
            <button type="button" className="field__link" onClick={() => setStage({ at: 'who' })}>
              {t('field.door.who')}
            </button>
          )}
          <button type="button" className="field__link" onClick={() => setStage({ at: 'sign-in' })}>
            {t('field.door.other')}
          </button>
        </p>
      )}
      <LanguageSwitch />
    </main>
  )
}

function firstStage(people: readonly Someone[]): Stage {
  const [only, ...others] = people
  if (!only) return { at: 'sign-in' }
  return others.length > 0 ? { at: 'who' } : { at: 'pin', who: only }
}

function Who({ people, onChoose }: { people: readonly Someone[]; onChoose: (one: Someone) => void }) {
  const t = useText()
  return (
    <>
      <h1 className="field__title">{t('field.door.who')}</h1>
      <ul className="field__rows">
        {people.map((one) => (
          <li key={one.staff}>
            <button type="button" className="field__row" onClick={() => onChoose(one)}>
              {one.name}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
