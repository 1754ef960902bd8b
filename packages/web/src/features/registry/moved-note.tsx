import { Button } from '@navikt/ds-react/Button'
import { LocalAlert } from '@navikt/ds-react/LocalAlert'
import { familyId } from '@openslrt/core/kernel/id.ts'
import { useLocation } from 'wouter'
import { useHistoryState } from 'wouter/use-browser-location'
import { ActProblem } from '../../platform/act/act-problem.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { familyHref } from './family-address.ts'
import type { Held } from './holder.ts'
import { type Moved, movedIn } from './moved.ts'
import { originOf } from './origin-fields.tsx'

/** REGISTRY-22 What was moved here a moment ago, and the way back. */
export function MovedNote({ held }: { readonly held: Held }) {
  const state: unknown = useHistoryState()
  const last = movedIn(state)
  return last && held.mayEdit ? <Note held={held} last={last} /> : null
}

function Note({ held, last }: { readonly held: Held; readonly last: Moved }) {
  const t = useText()
  const { act, undo } = useBack(held, last)
  return (
    <LocalAlert className="not-on-paper" status="announcement" size="small">
      <LocalAlert.Header>
        <LocalAlert.Title as="h2">
          {last.what === 'person' ? t('family.moved.person', { name: last.name }) : t('family.moved.family')}
        </LocalAlert.Title>
      </LocalAlert.Header>
      <LocalAlert.Content>
        <ActProblem problem={act.problem} />
        <Button size="small" variant="secondary" data-color="neutral" loading={act.busy} onClick={() => void undo()}>
          {last.what === 'person' ? t('family.moved.back') : t('family.moved.back.to', { village: last.name })}
        </Button>
      </LocalAlert.Content>
    </LocalAlert>
  )
}

function useBack(held: Held, last: Moved) {
  const t = useText()
  const act = useAct()
  const [, go] = useLocation()
  const { district } = held
  const origin = originOf({ way: 'desk', source: t('family.moved.source') })
  const send = () =>
    last.what === 'person'
      ? act.send('registry.join-family', {
          district,
          subject: last.person,
          base: null,
          data: {
            family: familyId.parse(last.from),
            from: familyId.parse(held.id),
            relation: last.relation,
            ...origin,
          },
        })
      : act.send('registry.record', {
          district,
          subject: held.id,
          base: Math.max(held.version, last.version),
          data: { of: 'family', values: { kode_kelurahan_desa: last.village }, desil: null, ...origin },
        })
  const undo = async (): Promise<void> => {
    const acted = await send()
    if (acted.state !== 'refused')
      go(familyHref({ district, id: last.what === 'person' ? last.from : held.id }), { replace: true })
  }
  return { act, undo }
}
