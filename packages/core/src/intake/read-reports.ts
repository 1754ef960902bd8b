import type { Label } from './labels.ts'
import type { Line } from './lines.ts'
import { linesOf } from './lines.ts'
import type { Read, Report, ReportField } from './report.ts'

/**
 * INTAKE-11 The reports of a paste, in their order. Labels come in any order and many spellings; a line that nothing is
 * made of is kept with the report it stands in. What names somebody else begins another report.
 */
export function readReports(paste: string): readonly Report[] {
  const reports: Open[] = []
  for (const block of blocksOf(linesOf(paste))) {
    const last = reports.at(-1)
    let open = last && goesOn(last, block) ? last : begin(reports)
    if (block.breaks === 'strong') open.last = null
    block.lines.forEach((line, at) => {
      if (line.label && beginsAnother(open, line.label.key, line.value, at > 0)) open = begin(reports)
      put(open, line)
    })
  }
  return reports.map(reportOf)
}

/** A report that is being read. */
interface Open {
  readonly fields: Map<ReportField, Read>
  readonly asides: string[]
  readonly unread: string[]
  readonly lines: string[]
  first: Label | null
  last: Label | null
}

function begin(reports: Open[]): Open {
  const open: Open = { fields: new Map(), asides: [], unread: [], lines: [], first: null, last: null }
  reports.push(open)
  return open
}

/** Lines with nothing between them, and what stands before them. */
interface Block {
  readonly breaks: Line['breaks']
  readonly lines: readonly Line[]
}

function blocksOf(lines: readonly Line[]): readonly Block[] {
  const blocks: { breaks: Line['breaks']; lines: Line[] }[] = []
  let breaks: Line['breaks'] = null
  let within = false
  for (const line of lines) {
    if (line.breaks) {
      breaks = breaks === 'strong' ? breaks : line.breaks
      within = false
      continue
    }
    if (!within) blocks.push({ breaks, lines: [] })
    blocks.at(-1)?.lines.push(line)
    within = true
    breaks = null
  }
  return blocks
}

/** What says who it is about. */
const whose: readonly Label[] = ['name', 'nik']
/** What may be said over several lines. */
const spoken: readonly Label[] = ['story', 'address', 'address-part', 'aside']
/** What may stand at the head of a message, before the report itself. */
const heads: readonly Label[] = ['reporter', 'reporterPhone', 'village', 'subdistrict', 'aside']

/** Whether a block still belongs to the report before it: nothing in it is said a second time. */
function goesOn(open: Open, { breaks, lines }: Block): boolean {
  const labels = lines.flatMap(({ label }) => label?.key ?? [])
  if (labels.some((label) => !spoken.includes(label) && hasField(open, label))) return false
  const names = labels.some((label) => whose.includes(label))
  if (!names) return true
  const begun = [...open.fields.keys()].some((field) => !heads.includes(field))
  return breaks === 'strong' ? !begun : !open.fields.has('story')
}

const hasField = ({ fields }: Open, label: Label): boolean => [...fields.keys()].some((field) => field === label)

/** Without a line between them, another report begins where somebody else is named, or where the first label comes again. */
function beginsAnother(open: Open, label: Label, value: string, within: boolean): boolean {
  if (!within || !hasField(open, label)) return false
  const again = [...open.fields].some(([field, { text }]) => field === label && (text === value || text === ''))
  return !again && (whose.includes(label) || (label === open.first && !spoken.includes(label)))
}

function put(open: Open, line: Line): void {
  open.lines.push(line.text)
  if (!line.label) return putWords(open, line.text)
  const { key, written, sure } = line.label
  open.first ??= key
  open.last = key
  if (key === 'aside') open.asides.push(`${written}: ${line.value}`)
  else if (key === 'address-part')
    add(open, 'address', { text: `${written} ${line.value}`, label: written, sure }, ', ')
  else putField(open, key, { text: line.value, label: written, sure }, line.text)
}

function putField(open: Open, field: ReportField, read: Read, line: string): void {
  const before = open.fields.get(field)
  if (!before || before.text === '') open.fields.set(field, read)
  else if (spoken.includes(field)) add(open, field, read, field === 'story' ? '\n' : ', ')
  else if (before.text !== read.text) open.unread.push(line)
}

/** Words without a label go on with what was being told, or stand behind a label that had nothing behind it. */
function putWords(open: Open, text: string): void {
  const { last } = open
  const field = last === 'aside' || last === 'address-part' ? null : last
  const read = field && open.fields.get(field)
  if (!field || !read || (read.text !== '' && field !== 'story')) open.unread.push(text)
  else add(open, field, { ...read, text }, '\n')
}

/** Adds to what a field says already. */
function add(open: Open, field: ReportField, read: Read, between: string): void {
  const before = open.fields.get(field)
  const text = [before?.text ?? '', read.text].filter((part) => part !== '').join(between)
  open.fields.set(field, { ...read, text, sure: Math.min(before?.sure ?? 1, read.sure) })
}

function reportOf({ fields, asides, unread, lines }: Open): Report {
  const said = [...fields].filter(([, { text }]) => text !== '')
  return { fields: Object.fromEntries(said), asides, unread, lines }
}
