import { nearest, plain } from './alike.ts'
import { type Label, labels } from './labels.ts'

/** One line of a paste, as far as it can be told alone. */
export interface Line {
  /** As it was written, without WhatsApp's marks. */
  readonly text: string
  /** What it names, when it begins with a label. */
  readonly label: { readonly key: Label; readonly written: string; readonly sure: number } | null
  /** What stands behind the label; the whole line where there is none. */
  readonly value: string
  /** How it parts reports: `weak` is an empty line, `strong` a rule, a heading, or another message. */
  readonly breaks: 'weak' | 'strong' | null
}

/** INTAKE-10 The lines of a paste: cleaned of what WhatsApp puts around words, and parted where one line holds several labels. */
export function linesOf(paste: string): readonly Line[] {
  return paste
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .split('\n')
    .flatMap((raw) => readLine(raw))
}

function readLine(raw: string): readonly Line[] {
  // A rule of stars or strokes is made of the very signs that are taken away as marks.
  if (ruleLine.test(raw.trim())) return [gap('strong')]
  const line = withoutMarks(raw)
  const head = messageHead(line)
  const rest = withoutMarks(line.slice(head.length))
  const opens: readonly Line[] = head === '' ? [] : [gap('strong')]
  if (rest === '') return head === '' ? [gap('weak')] : opens
  if (ruleLine.test(rest) || isHeading(rest)) return [...opens, gap('strong')]
  const lines = partsOf(withoutItem(rest)).map(lineOf)
  // Numbers before the points of a story are part of it.
  return [...opens, ...(lines.some(({ label }) => label) ? lines : [{ ...lineOf(rest), label: null, value: rest }])]
}

const gap = (breaks: 'weak' | 'strong'): Line => ({ text: '', label: null, value: '', breaks })

// "[21/11/26 08.15.33] Bu Sri: " as a phone copies it, "21/11/26 08.15 - Bu Sri: " as a chat is exported.
const date = String.raw`\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?`
const time = String.raw`\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:\s?[ap]\.?m\.?)?`
const moment = String.raw`(?:${date},?\s+${time}|${time},?\s+${date})`
const stamp = new RegExp(String.raw`^(?:\[${moment}\]|${moment}\s+-)\s*`, 'i')

/** What WhatsApp puts before a message: when, and from whom. In "[21/11/26 08.15] Nama: Siti" nobody is called Nama. */
function messageHead(line: string): string {
  const when = stamp.exec(line)?.[0]
  if (when === undefined) return ''
  const sender = /^([^:]{1,60}):\s*/.exec(line.slice(when.length))
  return sender?.[1] === undefined || nearest(withoutItem(sender[1]), labels) ? when : when + sender[0]
}

const ruleLine = /^[\s\-=_*~#.•·—–]{3,}$/
const headingWords = new Set(
  'format formulir form template laporan lapor pengaduan aduan data warga kasus slrt puskesos ke no nomor harian fasilitator'.split(
    ' ',
  ),
)
const headings = new Set(['format', 'form', 'formulir', 'template', 'laporan', 'lapor'])

/** "FORMAT LAPORAN SLRT", "Laporan 2": words about the report, and none of the report. */
function isHeading(line: string): boolean {
  if (/[:=]\s*\S/.test(line)) return false
  const words = plain(line).split(' ')
  const known = words.every((word) => headingWords.has(word) || /^\d{1,3}$/.test(word))
  return (
    known && (words.some((word) => headings.has(word)) || (words.every((word) => /^\d/.test(word)) && line.length < 5))
  )
}

/** Without signs that nobody sees, and the signs for bold, italic, struck and typed letters. */
const withoutMarks = (text: string): string =>
  text
    .replace(/[\p{Cf}\p{Cc}]/gu, (sign) => (sign === '\t' ? sign : ''))
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/[*_~`]+(?=[\s:=]|$)|(?<=^|[\s:=])[*_~`]+/g, '')
    .trim()

/** Without quoting, bullets and numbers before a line. */
const withoutItem = (text: string): string =>
  text.replace(/^[^\p{L}\p{N}(]+/u, '').replace(/^\(?\d{1,2}\s*[.)]\s*(?=\D)/, '')

/** INTAKE-10 "Desa: Caturtunggal, Kec: Depok" are two lines. Free words keep their colons unless a label is spelled whole. */
function partsOf(line: string): readonly string[] {
  const marks = [...line.matchAll(/[:=：]/g)].map(({ index }) => index).slice(1)
  const cuts = marks.flatMap((mark) => labelStart(line, mark) ?? [])
  return [0, ...cuts].map((start, at, all) => line.slice(start, all[at + 1]).replace(/[\s,;|/]+$/, ''))
}

/** Where the label that ends at a mark begins, if the words before it are one. The longest one counts. */
function labelStart(line: string, mark: number): number | null {
  const before = line.slice(0, mark)
  const words = [...before.matchAll(/[^\s,;|]+/g)].slice(-mostLabelWords)
  const start = words.find(({ index }) => index > 0 && isWholeLabel(before.slice(index)))
  return start?.index ?? null
}

const mostLabelWords = 3
const isWholeLabel = (text: string): boolean => nearest(text, labels)?.sure === 1

function lineOf(text: string): Line {
  const cut = /^([^:=：]{1,40}?)\s*[:=：]\s*(.*)$/s.exec(text) ?? dashed(text) ?? bare(text)
  const written = cut?.[1] ?? ''
  const found = nearest(written.replace(/\([^)]*\)?/g, ' '), labels)
  const label = found && { ...found, written: written.trim() }
  return { text, label, value: label ? (cut?.[2] ?? '').trim() : text, breaks: null }
}

/** "Nama - Siti": a dash parts only behind a label that is spelled whole; a name may have one. */
function dashed(text: string): RegExpExecArray | null {
  const cut = /^([^\t–—-]{1,30}?)(?:\t+|\s+[–—-]+\s*)(.*)$/.exec(text)
  return cut?.[1] && isWholeLabel(cut[1]) ? cut : null
}

/** "NIK 3404…": numbers need no mark behind their label. */
function bare(text: string): RegExpExecArray | null {
  const cut = /^([a-z. ]{2,25}?)\s+([+\d][\d .-]{7,})$/i.exec(text)
  return cut?.[1] && isNumberLabel(cut[1]) ? cut : null
}

const numberLabels: readonly Label[] = ['nik', 'kk', 'phone', 'reporterPhone']
function isNumberLabel(text: string): boolean {
  const found = nearest(plain(text), labels)
  return found !== null && numberLabels.includes(found.key)
}
