import { me } from '@openslrt/core/contract/reference-queries.ts'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ComponentProps, ComponentType } from 'react'
import { flushSync } from 'react-dom'
import { createRoot, type Root } from 'react-dom/client'
import { Router } from 'wouter'
import { memoryLocation } from 'wouter/memory-location'
import { Screen as CopyScreen } from '../../features/access/person-screen.tsx'
import { FormDialog } from '../../features/case/blank/form-dialog.tsx'
import { IssuePart } from '../../features/case/blank/issue-part.tsx'
import { AsideDialog } from '../../features/case/inbound/aside-dialog.tsx'
import { MoveDialog } from '../../features/case/inbound/move-dialog.tsx'
import { OpeningForm } from '../../features/case/opened/open-form.tsx'
import { AbsentPanel } from '../../features/case/workload/absent-panel.tsx'
import { EndTurn } from '../../features/duty/end-turn.tsx'
import { NameTurn } from '../../features/duty/name-turn.tsx'
import { LeagueTable } from '../../features/figures/league-table.tsx'
import { NoteForm } from '../../features/joint/note-form.tsx'
import { PartnerChange, PartnerForm } from '../../features/joint/partner-form.tsx'
import { ProgrammeForm } from '../../features/joint/programme-form.tsx'
import { RevealDialog, TableDialog } from '../../features/joint/reason-form.tsx'
import { TargetForm } from '../../features/joint/target-form.tsx'
import { TaskForm } from '../../features/joint/task-form.tsx'
import { ManyLetters } from '../../features/letter/many-letters.tsx'
import { NumberForm } from '../../features/letter/number-form.tsx'
import { RunReport } from '../../features/letter/run-report.tsx'
import { CallForm } from '../../features/meeting/call-form.tsx'
import { DecideForm } from '../../features/meeting/decide-form.tsx'
import { CancelForm, CloseForm } from '../../features/meeting/end-forms.tsx'
import { HoldForm, MinuteForm } from '../../features/meeting/minute-form.tsx'
import { SettleForm } from '../../features/meeting/settle-form.tsx'
import { ApplicationForm } from '../../features/need/application-form.tsx'
import { ApplyForm } from '../../features/need/apply-form.tsx'
import { NeedStepForm } from '../../features/need/need-step-form.tsx'
import { ParticipationForm } from '../../features/need/participation-form.tsx'
import { QuotaForm } from '../../features/need/quota-form.tsx'
import { RecordForm as NeedRecord } from '../../features/need/record-form.tsx'
import { RevealDialog as ApplicationReveal } from '../../features/need/reveal-dialog.tsx'
import { Screen as WaysScreen } from '../../features/notice/ways-screen.tsx'
import { AssessForm as PpksAssess } from '../../features/ppks/assess-form.tsx'
import { EndForm as PpksEnd } from '../../features/ppks/end-form.tsx'
import { NoteForm as PpksNote } from '../../features/ppks/note-form.tsx'
import { PlanForm as PpksPlan } from '../../features/ppks/plan-form.tsx'
import { CorrectForm as PpksCorrect, ReceiveForm as PpksReceive } from '../../features/ppks/receive-form.tsx'
import { AnswerForm } from '../../features/programme/answer-form.tsx'
import { CriteriaForm as CatalogueCriteria } from '../../features/programme/criteria-form.tsx'
import { EndForm as CatalogueEnd } from '../../features/programme/end-form.tsx'
import { ProgrammeForm as CatalogueForm } from '../../features/programme/programme-form.tsx'
import { Screen as AnswersScreen } from '../../features/proposal/answers-screen.tsx'
import { Screen as CopySheet } from '../../features/proposal/copy-screen.tsx'
import { Screen as DraftScreen } from '../../features/proposal/draft-screen.tsx'
import { CallOffForm as MinutesCallOff, MinuteForm as MinutesMinute } from '../../features/proposal/minutes-forms.tsx'
import { ProposalActs } from '../../features/proposal/proposal-acts.tsx'
import { Screen as ProposalsScreen } from '../../features/proposal/proposals-screen.tsx'
import { SignForm as MinutesSign } from '../../features/proposal/sign-form.tsx'
import { AssignForm as PsksAssign } from '../../features/psks/assign-form.tsx'
import { EventForm as PsksEvent } from '../../features/psks/event-form.tsx'
import { Screen as PsksImport } from '../../features/psks/import-screen.tsx'
import { NoteForm as PsksNote } from '../../features/psks/note-form.tsx'
import { PostForm as PsksPost } from '../../features/psks/post-form.tsx'
import { RegisterForm as PsksRegister } from '../../features/psks/register-form.tsx'
import { ReportForm as PsksReport } from '../../features/psks/report-form.tsx'
import { UserForm as PsksUser } from '../../features/psks/user-form.tsx'
import { AskErasure } from '../../features/registry/erase/ask-erasure.tsx'
import { DecideErasure } from '../../features/registry/erase/decide-erasure.tsx'
import { familyScreen } from '../../features/registry/family-screen.tsx'
import { Screen as MergeScreen } from '../../features/registry/find/merge-screen.tsx'
import { LinkItem } from '../../features/registry/links-panel.tsx'
import { Screen as PersonCardScreen } from '../../features/registry/person-screen.tsx'
import { type Command, type Entry, waitingEntry } from '../../platform/outbox/entry.ts'
import { OutboxContext } from '../../platform/outbox/use-outbox.ts'
import { enter } from '../../platform/session/session-store.ts'
import '../../features/case/blank/texts.ts'
import '../../features/case/inbound/texts.ts'
import '../../features/case/intake/texts.ts'
import '../../features/case/opened/texts.ts'
import '../../features/duty/texts.ts'
import '../../features/figures/texts.ts'
import '../../features/joint/texts.ts'
import '../../features/letter/texts.ts'
import '../../features/meeting/texts.ts'
import '../../features/need/texts.ts'
import '../../features/programme/texts.ts'
import '../../features/ppks/texts.ts'
import '../../features/proposal/texts.ts'
import '../../features/psks/texts.ts'
import '../../features/registry/texts.ts'

// Forms of the desk as their screens open them. What they send is kept here and answered as the test says.

const scenes = {
  AbsentPanel,
  AnswerForm,
  AskErasure,
  AsideDialog,
  CallForm,
  CancelForm,
  CatalogueCriteria,
  CatalogueEnd,
  CatalogueForm,
  CloseForm,
  CopyScreen,
  DecideErasure,
  DecideForm,
  EndTurn,
  FormDialog,
  HoldForm,
  IssuePart,
  LeagueTable,
  ManyLetters,
  MinuteForm,
  MoveDialog,
  NameTurn,
  NoteForm,
  NumberForm,
  OpeningForm,
  PartnerChange,
  PartnerForm,
  ProgrammeForm,
  RevealDialog,
  RunReport,
  SettleForm,
  TableDialog,
  TargetForm,
  TaskForm,
  WaysScreen,
  PpksAssess,
  PpksCorrect,
  PpksEnd,
  PpksNote,
  PpksPlan,
  PpksReceive,
  PsksAssign,
  PsksEvent,
  PsksImport,
  PsksNote,
  PsksPost,
  PsksRegister,
  PsksReport,
  PsksUser,
  AnswersScreen,
  ApplicationForm,
  ApplicationReveal,
  ApplyForm,
  NeedRecord,
  NeedStepForm,
  ParticipationForm,
  QuotaForm,
  CopySheet,
  DraftScreen,
  FamilyCardScreen: familyScreen({ Sections: () => null }),
  LinkItem,
  MergeScreen,
  MinutesCallOff,
  MinutesMinute,
  MinutesSign,
  PersonCardScreen,
  ProposalActs,
  ProposalsScreen,
} as const
type Scenes = typeof scenes
/** What a scene is given, without what it calls. */
export type Given<Name extends keyof Scenes> = Omit<ComponentProps<Scenes[Name]>, `on${string}`>

type Answer = 'accepted' | 'waiting' | 'refused'
const sentNow: Command[] = []
const toldNow: unknown[][] = []
let answer: Answer = 'accepted'
let turns: readonly Answer[] = []
let hold: Promise<void> | null = null
let letGo: () => void = () => {}

export const sent = (): readonly Command[] => sentNow
/** What the scene told its screen: the name of the call, and what it said. */
export const told = (): readonly unknown[][] => toldNow
export const answerWith = (next: Answer): void => {
  answer = next
}
/** The next commands are answered one by one as it says, all after them as before. */
export const answerInTurn = (next: readonly Answer[]): void => {
  turns = next
}
/** Until `release` nothing is answered: a slow line. */
export function slow(): void {
  hold = new Promise((go) => {
    letGo = go
  })
}
export function release(): void {
  hold = null
  letGo()
}

async function send(command: Command): Promise<Entry> {
  sentNow.push(command)
  const [turn = answer, ...others] = turns
  turns = others
  await hold
  const now = turn === 'accepted' ? answer : turn
  if (now === 'waiting') return waitingEntry(command)
  if (now === 'refused') return { state: 'refused', command, why: { code: 'x', message: 'Ditolak.', details: {} } }
  const receipt = { short: '1234', long: 'abcd' }
  const outcome = { status: 'accepted', seq: 1, version: 2, number: '3404-26-000009', receipt } as const
  return { state: 'accepted', command, outcome, at: Date.now() }
}
const outbox = {
  durable: true,
  send,
  flush: async () => {},
  seen: async () => {},
  watch: () => () => {},
  onAnswered: () => () => {},
}
const open = { entries: [], durable: true, retry: () => {}, open: async () => outbox }

const place = memoryLocation({ path: '/', record: true })
/** Where the window has gone. */
export const wentTo = (): string => place.history.at(-1) ?? ''

/** Goes to another address, before a scene that reads it is opened. */
export const goTo = (to: string): void => place.navigate(to)

let root: Root | null = null

/** Opens a scene for somebody of these rights; whoever has another key is somebody else and finds no draft. */
export function show<Name extends keyof Scenes>(
  name: Name,
  given: Given<Name>,
  who: { readonly key: string; readonly post: object },
): void {
  root?.unmount()
  sentNow.length = 0
  toldNow.length = 0
  answer = 'accepted'
  turns = []
  enter(
    me.parse({
      staff: '30000000-0000-4000-8000-000000000001',
      name: 'Sari',
      demo: false,
      outboxKey: who.key,
      posts: [who.post],
    }),
  )
  const tell =
    (call: string) =>
    (...said: unknown[]): void =>
      void toldNow.push([call, ...said])
  const calls = { onClose: tell('onClose'), onDone: tell('onDone'), onOpened: tell('onOpened'), onKept: tell('onKept') }
  const Scene: ComponentType<object> = scenes[name] as ComponentType<object>
  const made = createRoot(document.getElementById('place') ?? document.body)
  root = made
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  flushSync(() =>
    made.render(
      <Router hook={place.hook} searchHook={place.searchHook}>
        <QueryClientProvider client={client}>
          <OutboxContext value={open}>
            <Scene {...given} {...calls} />
          </OutboxContext>
        </QueryClientProvider>
      </Router>,
    ),
  )
}
