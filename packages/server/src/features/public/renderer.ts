import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { RenderPublic } from '@openslrt/core/contract/public-pages.ts'
import { z } from 'zod'
import type { Renderer } from './parts.ts'

const webFolder = join(import.meta.dirname, '../../../../web/dist')
const assets = z.object({ styles: z.array(z.string()), scripts: z.array(z.string()) })

/** Loads the built public face. It is the only thing that the server takes from the web. */
export async function openRenderer(): Promise<Renderer> {
  const names = await readFile(join(webFolder, 'public-assets.json'), 'utf8').catch((error: unknown) => {
    throw new Error('the web is not built: run "npm run build"', { cause: error })
  })
  const built: { render: RenderPublic } = await import(pathToFileURL(join(webFolder, 'public-ssr/render.js')).href)
  return { render: built.render, assets: assets.parse(JSON.parse(names)) }
}
