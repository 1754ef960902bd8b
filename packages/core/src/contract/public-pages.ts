import type { CitizenAct } from '../case/citizen-acts.ts'
import type { MessageKey } from '../i18n/id.ts'
import type { Said } from '../i18n/say-programme.ts'
import type { Lang } from '../i18n/translate.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Unit } from '../programme/check-rule.ts'
import type { ReplyAct } from '../referral/reply-acts.ts'
import type { PublicBlank } from './blank.ts'
import type { PublicApplication } from './public-application.ts'
import type { ToldCase } from './public-case.ts'
import type { ReportField, ReportForm, TrackForm } from './public-forms.ts'
import type { PublicLetter } from './public-letter.ts'
import type { PublicProposal } from './public-proposal.ts'
import type { PublicSurge, PublicSurgeLine } from './public-surge.ts'
import type { PublicReply } from './reply.ts'

/**
 * What the server hands to the public face's renderer, page by page. The server and the web meet here only: the server
 * loads the built bundle and calls its `render`, which has the type `RenderPublic`.
 */
export interface PublicPages {
  readonly home: HomeProps
  readonly message: MessageProps
  readonly reportKind: ShellOnly
  readonly reportWhat: ReportWhatProps
  readonly reportWhere: ReportWhereProps
  readonly reportWho: ReportWhoProps
  readonly receipt: ReceiptProps
  readonly track: TrackProps
  readonly standing: StandingProps
  readonly blank: BlankProps
  readonly offices: OfficesProps
  readonly programmes: ProgrammesProps
  readonly letter: LetterCheckProps
  readonly reply: TrackProps
  readonly replyStanding: ReplyProps
  readonly surges: SurgesProps
  readonly surge: SurgeProps
}

export type PublicPage = keyof PublicPages

/** Makes a whole HTML document of one page. */
export type RenderPublic = <Page extends PublicPage>(page: Page, props: PublicPages[Page]) => string

/** What every page needs besides its own content. */
export interface PublicShell {
  readonly lang: Lang
  readonly otherLang: LanguageSwitch
  readonly assets: PublicAssets
  /** Marked on every page: the data shown is made up. */
  readonly demo: boolean
}

/**
 * Where the same page is offered in the other language: a link, or a button of a form whose words must not get lost.
 * `press` is what the Enter key presses in that form: the first button of a form, and the header stands before it.
 */
export type LanguageSwitch =
  | { readonly kind: 'link'; readonly href: string }
  | { readonly kind: 'button'; readonly form: string; readonly press: string }

/** The built files of the public face by their hashed addresses, as the build names them in `dist/public-assets.json`. */
export interface PublicAssets {
  readonly styles: readonly string[]
  readonly scripts: readonly string[]
}

interface ShellOnly {
  readonly shell: PublicShell
}

export interface HomeProps extends ShellOnly {
  /** Doors beside reporting and tracking that are open here; one without content is not shown. */
  readonly also: readonly ('offices' | 'programmes' | 'surges')[]
}

/** One thing said, and the way on: a refusal, a page that is not there, thanks. */
export interface MessageProps extends ShellOnly {
  readonly kind: 'done' | 'note' | 'problem'
  readonly title: string
  readonly text: string
  readonly next?: { readonly href: string; readonly label: string }
  /** The number of the request, to be named when help is asked for. */
  readonly reference?: string
}

/** What is wrong with one field, said beside it and in the summary above. */
export interface FieldProblem<Field extends string = string> {
  readonly field: Field
  readonly text: MessageKey
}

/** What the three steps of a report share. */
interface ReportProps extends ShellOnly {
  readonly form: ReportForm
  readonly problems: readonly FieldProblem<ReportField>[]
}

export interface Choice {
  readonly value: string
  readonly label: string
}

export interface ReportWhatProps extends ReportProps {
  readonly common: readonly Choice[]
  readonly groups: readonly { readonly label: string; readonly items: readonly Choice[] }[]
}

/** A village as somebody searched it, with the office that takes its citizens. */
export interface PlaceChoice {
  readonly code: string
  readonly name: string
  /** "Depok, Kabupaten Sleman, DI Yogyakarta" */
  readonly within: string
  readonly office: PlaceOffice | null
}

export interface PlaceOffice {
  readonly name: string
  /** Whether the office is a level above the one that a citizen would look for. */
  readonly above: boolean
  readonly address: string
  readonly phone: string
  readonly hours: string
  /** "Buka sekarang, sampai 15.00". */
  readonly open: string
}

/** What a search for a village found; `more` when there was no room for all. */
export interface PlacesFound {
  readonly places: readonly PlaceChoice[]
  readonly more: boolean
}

export interface ReportWhereProps extends ReportProps {
  /** Null when nothing was searched yet. */
  readonly found: PlacesFound | null
  /** The chosen place that no office serves. */
  readonly unserved: string | null
}

export interface ReportWhoProps extends ReportProps {
  readonly categoryName: string
  readonly place: PlaceChoice
  /** Why the report was not taken, and whether there is a receipt to show instead. */
  readonly refusal: { readonly text: string; readonly receipt: boolean } | null
}

/** Rows of a QR code, true where it is dark. */
export type QrRows = readonly (readonly boolean[])[]

export interface ReceiptProps extends ShellOnly {
  readonly number: string
  readonly secret: string
  /** Null where no address is known that the code could lead to. */
  readonly qr: QrRows | null
  readonly officeName: string
  readonly officePhone: string
  readonly officeOpen: string
  /** A message to oneself, for WhatsApp's own page. */
  readonly whatsapp: string
}

export interface TrackProps extends ShellOnly {
  readonly form: TrackForm
  readonly problems: readonly FieldProblem<'number' | 'secret'>[]
  /** Why the report was not opened. */
  readonly refusal: string | null
  readonly expired: boolean
}

/** A form for one act of the citizen, with what was typed if it comes back. */
export interface ActOffer {
  readonly act: CitizenAct
  readonly command: string
  readonly at: string
  readonly note: string
  readonly satisfaction: string
  readonly problem: MessageKey | null
}

/** A proposal to the national data, with the reason of its answer by its name. */
export interface ToldProposal extends PublicProposal {
  readonly reasonName: string | null
}

/** An application to a programme, with the reason of a refusal by its name. */
export interface ToldApplication extends PublicApplication {
  readonly reasonName: string | null
}

export interface StandingProps extends ShellOnly {
  readonly kase: ToldCase
  /** Proposals to the national data that came of it. */
  readonly proposals: readonly ToldProposal[]
  /** Applications to programmes that came of it. */
  readonly applications: readonly ToldApplication[]
  readonly zone: string
  readonly now: Instant
  readonly officeOpen: string
  readonly officeHours: string
  readonly categoryName: string
  readonly outcomeName: string | null
  readonly offers: readonly ActOffer[]
  /** Until when the case waits for the citizen's answer, and until when a closed one can be opened again. */
  readonly waitsUntil: Instant | null
  readonly reopenUntil: Instant | null
  /** The act that was just done. */
  readonly done: CitizenAct | null
  /** Why an act was not taken, and the words of a form that is no longer offered. */
  readonly refusal: { readonly text: string; readonly typed: string } | null
  readonly hasReceipt: boolean
}

/** A form for one step of an asked office, with what was typed if it comes back. */
export interface ReplyOffer {
  readonly act: ReplyAct
  readonly command: string
  readonly at: string
  readonly note: string
  /** Of the list that the step takes its reason or outcome from; empty where it takes none. */
  readonly choices: readonly Choice[]
  readonly chosen: string
  readonly problems: readonly FieldProblem<'note' | 'choice'>[]
}

/** Numbers of the person behind a referral as they are shown: masked, until somebody says what they are needed for. */
export interface ReplyNumbers {
  readonly phone: string | null
  readonly nik: string | null
  readonly kk: string | null
  readonly open: boolean
  readonly problem: MessageKey | null
}

export interface ReplyProps extends ShellOnly {
  readonly referral: Omit<PublicReply, 'phone' | 'nik' | 'kk'>
  readonly numbers: ReplyNumbers
  readonly zone: string
  readonly now: Instant
  readonly categoryName: string
  readonly offers: readonly ReplyOffer[]
  readonly done: ReplyAct | null
  readonly refusal: { readonly text: string; readonly typed: string } | null
}

/** A paper form that nobody has typed in yet. */
export interface BlankProps extends ShellOnly {
  readonly form: PublicBlank
  readonly zone: string
}

/** A programme as citizens read it: what is given, to whom, and what to bring. */
export interface PublicProgramme {
  readonly id: string
  readonly name: string
  readonly gives: string
  readonly ownerName: string
  readonly unit: Unit
  readonly rule: Said
  readonly papers: readonly string[]
  readonly decides: string
  /** Whether sources differ, or each place rules it anew: to be asked about. */
  readonly certain: boolean
}

export interface ProgrammesProps extends ShellOnly {
  readonly search: string
  readonly found: PlacesFound | null
  /** Whose programmes are shown; null for those of the whole nation. */
  readonly place: PlaceChoice | null
  readonly items: readonly PublicProgramme[]
}

export interface OfficesProps extends ShellOnly {
  readonly search: string
  readonly found: PlacesFound | null
}

/** Lists of people whom one event affects, as far as they are told to everybody. */
export interface SurgesProps extends ShellOnly {
  readonly lists: readonly PublicSurgeLine[]
}

/** One of them in numbers; null where there is none, or none that is told. */
export interface SurgeProps extends ShellOnly {
  readonly surge: PublicSurge | null
  readonly zone: string
  readonly now: Instant
  /** Fewer than so many are told of nowhere. */
  readonly least: number
}

/** Whether the letter behind a QR code is valid; null where there is no such letter. */
export interface LetterCheckProps extends ShellOnly {
  readonly letter: PublicLetter | null
  readonly zone: string
}

/** Addresses of the public face: both the server's routes and the links are made from these. */
export const publicPaths = {
  home: '/',
  report: '/lapor',
  receipt: '/lapor/tanda-terima',
  track: '/lacak',
  standing: '/lacak/kasus',
  leave: '/lacak/tutup',
  letter: '/surat/:key',
  reply: '/rujukan',
  replyStanding: '/rujukan/jawab',
  replyFile: '/rujukan/berkas',
  replyLeave: '/rujukan/tutup',
  offices: '/puskesos',
  programmes: '/program',
  surges: '/terdampak',
  surge: '/terdampak/:district/:id',
  staff: '/meja/',
} as const
