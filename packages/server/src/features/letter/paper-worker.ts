import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import pdfmake from 'pdfmake'
import type { Pictures, Sheet } from './draw-letter.ts'
import { documentOf } from './draw-letter.ts'

// In a thread of its own: a hundred letters take a core for seconds, and the desk goes on meanwhile.
const fonts = join(dirname(createRequire(import.meta.url).resolve('pdfmake/package.json')), 'build/fonts/Roboto')
const face = (name: string): string => join(fonts, `Roboto-${name}.ttf`)
pdfmake.setFonts({
  Roboto: {
    normal: face('Regular'),
    bold: face('Medium'),
    italics: face('Italic'),
    bolditalics: face('MediumItalic'),
  },
})
// A letter's words must fetch nothing: only the fonts are read.
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy((path: string) => path.startsWith(fonts))

const { sheets, pictures } = workerData as { readonly sheets: readonly Sheet[]; readonly pictures: Pictures }
const bytes = await pdfmake.createPdf(documentOf(sheets, pictures)).getBuffer()
parentPort?.postMessage(bytes, [])
