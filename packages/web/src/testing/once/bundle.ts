import { build } from 'vite'

// What lies in this folder is loaded once by a process that plays many test files: it keeps nothing of any of them.

type Files = ReadonlyMap<string, string>
const made = new Map<string, Promise<Files>>()

/** One file of ours with all that it needs, as a browser loads it. */
export function bundle(entry: string): Promise<Files> {
  const files = made.get(entry) ?? makeBundle(entry)
  made.set(entry, files)
  return files
}

async function makeBundle(entry: string): Promise<Files> {
  const made = await build({
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: false,
      target: 'esnext',
      lib: { entry, formats: ['es'], fileName: 'parts' },
      rolldownOptions: { onLog: () => {} },
    },
  })
  const outputs = Array.isArray(made) ? made : [made]
  const files = outputs.flatMap((one) => ('output' in one ? one.output : []))
  return new Map(files.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : String(file.source)]))
}
