import { FileUpload } from '@navikt/ds-react/FileUpload'
import './file-drop.css'

export interface RefusedFile {
  readonly file: File
  readonly why: 'kind' | 'size'
}

interface FileDropProps {
  readonly label: string
  readonly description?: string | undefined
  /** As in an `accept` attribute: ".jpg,.png,.pdf". */
  readonly accept: string
  readonly limitBytes: number
  readonly most: number
  readonly files: readonly File[]
  readonly refused: readonly RefusedFile[]
  readonly onChange: (files: readonly File[], refused: readonly RefusedFile[]) => void
  readonly sayFileSize: (bytes: number) => string
  readonly sayRefusal: (refused: RefusedFile) => string
}

/** Files to send along: dropped or chosen, listed with their size, each one removable; a refused one says why. */
export function FileDrop(props: FileDropProps) {
  const { files, refused, onChange, most } = props
  const without = <Item,>(list: readonly Item[], gone: Item): Item[] => list.filter((item) => item !== gone)
  return (
    <div className="file-drop">
      {files.length < most && (
        <FileUpload.Dropzone
          label={props.label}
          description={props.description}
          accept={props.accept}
          maxSizeInBytes={props.limitBytes}
          fileLimit={{ max: most, current: files.length }}
          multiple={most > 1}
          onSelect={(_all, { accepted, rejected }) =>
            onChange([...files, ...accepted].slice(0, most), [
              ...refused,
              ...rejected.map(({ file, reasons }) => ({ file, why: whyRefused(reasons) })),
            ])
          }
        />
      )}
      {files.map((file) => (
        <FileUpload.Item
          key={`${file.name} ${file.lastModified}`}
          file={file}
          description={props.sayFileSize(file.size)}
          button={{ action: 'delete', onClick: () => onChange(without(files, file), refused) }}
        />
      ))}
      {refused.map((one) => (
        <FileUpload.Item
          key={`${one.file.name} ${one.file.lastModified}`}
          file={one.file}
          description={props.sayFileSize(one.file.size)}
          error={props.sayRefusal(one)}
          button={{ action: 'delete', onClick: () => onChange(files, without(refused, one)) }}
        />
      ))}
    </div>
  )
}

const whyRefused = (reasons: readonly string[]): RefusedFile['why'] => (reasons.includes('fileSize') ? 'size' : 'kind')
