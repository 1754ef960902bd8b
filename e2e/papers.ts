import { buffer } from 'node:stream/consumers'
import type { Download } from 'playwright-core'

/** What stands in a file that a page gave: the browser keeps it where we may not look. */
export const textIn = async (file: Download): Promise<string> =>
  (await buffer(await file.createReadStream())).toString('utf8')

/** The smallest file that PDF readers open: one empty page. */
export const aPdf = Buffer.from(
  [
    '%PDF-1.4',
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj',
    'trailer<</Root 1 0 R>>',
    '%%EOF',
    '',
  ].join('\n'),
)

/** A dot: the smallest PNG. */
export const aPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
