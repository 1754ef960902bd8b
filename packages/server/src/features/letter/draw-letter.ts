import type { LetterLogo, LetterPaper } from '@openslrt/core/letter/paper.ts'
import type { Block, Run } from '@openslrt/core/letter/template.ts'
import { blocksOf } from '@openslrt/core/letter/template.ts'
import type pdfmake from 'pdfmake'

type Paper = Parameters<(typeof pdfmake)['createPdf']>[0]
type Content = Paper['content']

/** One letter to be printed, with the address of its check page; empty where no address is known. */
export interface Sheet {
  readonly paper: LetterPaper
  readonly address: string
  /** What lies across a letter that does not count (any more): "DICABUT". */
  readonly stamp: string
}

/** Pictures by their key, as the drawing library takes them: a letterhead that many letters carry is embedded once. */
export type Pictures = Readonly<Record<string, string>>
export const pictureKey = ({ place, file }: LetterLogo): string => `${place} ${file}`

/** LETTER-24 Letters as pages of A4, each on its own: letterhead, words, signature and the code of the check page. */
export function documentOf(sheets: readonly Sheet[], pictures: Pictures): Paper {
  const [first] = sheets
  return {
    pageSize: 'A4',
    pageMargins: [64, 48, 57, 48],
    // Nothing of now: the same letters make the same file each time.
    info: {
      title: first?.paper.title ?? '',
      author: first?.paper.head.office ?? '',
      creator: 'OpenSLRT',
      producer: 'OpenSLRT',
      creationDate: new Date(first?.paper.day ?? 0),
    },
    language: 'id',
    images: { ...pictures },
    defaultStyle: { font: 'Roboto', fontSize: 11, lineHeight: 1.15 },
    content: sheets.map(letterOf),
  }
}

function letterOf({ paper, address, stamp }: Sheet, nth: number): Content {
  return {
    stack: [
      ...headOf(paper),
      ...(stamp === ''
        ? []
        : [{ text: stamp, bold: true, fontSize: 16, color: '#B3261E', alignment: 'center' as const }]),
      { text: paper.title.toUpperCase(), bold: true, fontSize: 13, alignment: 'center', margin: [0, 10, 0, 0] },
      { text: `Nomor: ${paper.number}`, alignment: 'center', margin: [0, 0, 0, 12] },
      ...bodyOf(blocksOf(paper.body), paper, address),
    ],
    ...(nth === 0 ? {} : { pageBreak: 'before' as const }),
  }
}

function headOf({ head }: LetterPaper): Content[] {
  const words: Content[] = [
    { text: head.over.toUpperCase(), alignment: 'center', fontSize: 12 },
    { text: head.office.toUpperCase(), alignment: 'center', bold: true, fontSize: 15 },
    { text: head.address, alignment: 'center', fontSize: 9 },
  ]
  return [
    ...(head.logo ? [besideLogo(words, head.logo)] : words),
    { canvas: [{ type: 'line', x1: 0, y1: 4, x2: 474, y2: 4, lineWidth: 1.6 }] },
    { canvas: [{ type: 'line', x1: 0, y1: 2, x2: 474, y2: 2, lineWidth: 0.5 }] },
  ]
}

// Room on the other side too, so that the words stand in the middle of the page.
const logoRoom = 68
function besideLogo(words: Content[], logo: LetterLogo): Content {
  return {
    columns: [
      { width: logoRoom, image: pictureKey(logo), fit: [60, 60] },
      { width: '*', stack: words, margin: [0, 6, 0, 0] },
      { width: logoRoom, text: '' },
    ],
  }
}

/** What stands behind the cut is for whoever receives the letter: the signature comes before it. */
function bodyOf(blocks: readonly Block[], paper: LetterPaper, address: string): Content[] {
  const cut = blocks.findIndex(({ kind }) => kind === 'cut')
  const [own, reply] = cut < 0 ? [blocks, []] : [blocks.slice(0, cut), blocks.slice(cut + 1)]
  return [
    ...own.map(drawn),
    signatureOf(paper, address),
    ...(reply.length > 0 ? [{ stack: [line, ...reply.map(drawn)], unbreakable: true }] : []),
  ]
}

const line: Content = {
  canvas: [{ type: 'line', x1: 0, y1: 8, x2: 474, y2: 8, lineWidth: 0.7, dash: { length: 4 } }],
  margin: [0, 4, 0, 8],
}

function drawn(block: Block): Content {
  switch (block.kind) {
    case 'gap':
      return { text: ' ', fontSize: 5 }
    case 'cut':
      return line
    case 'row':
      return {
        columns: [
          { width: 150, text: block.label },
          { width: 8, text: ':' },
          { width: '*', text: runsOf(block.runs) },
        ],
        columnGap: 4,
      }
    case 'item':
      return { ul: [{ text: runsOf(block.runs) }] }
    case 'centre':
      return { text: runsOf(block.runs), alignment: 'center' }
    case 'paragraph':
      return { text: runsOf(block.runs), alignment: 'justify' }
  }
}

const runsOf = (runs: readonly Run[]) => runs.map(({ text, bold }) => ({ text, bold }))

function signatureOf({ signed }: LetterPaper, address: string): Content {
  const under = [signed.rank, signed.nip && `NIP ${signed.nip}`].filter((words) => words !== '')
  return {
    margin: [0, 16, 0, 0],
    unbreakable: true,
    columns: [
      { width: 190, stack: checkOf(address) },
      { width: '*', text: '' },
      {
        width: 230,
        stack: [
          { text: signed.at },
          { text: `${signed.post},` },
          { text: ' ', fontSize: 36 },
          { text: signed.name, bold: true, decoration: 'underline' },
          ...under.map((text) => ({ text })),
        ],
      },
    ],
  }
}

function checkOf(address: string): Content[] {
  if (address === '') return []
  return [
    { qr: address, fit: 84, eccLevel: 'M', foreground: '#000000' },
    { text: 'Pindai untuk memeriksa keaslian surat ini:', fontSize: 7, margin: [0, 4, 0, 0] },
    { text: address, fontSize: 6 },
  ]
}
