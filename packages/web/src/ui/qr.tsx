import { type QrModules, qrPath } from './qr-path.ts'

/** White around the code, in modules: readers need four. */
const quiet = 4

/** A QR code as lines, sharp on paper. `label` says what it holds. */
export function Qr({ modules, label, size = 160 }: { modules: QrModules; label: string; size?: number }) {
  const side = modules.length + quiet * 2
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- drawn in the page: an img would need a data URI
    <svg className="qr" viewBox={`${-quiet} ${-quiet} ${side} ${side}`} width={size} height={size} role="img">
      <title>{label}</title>
      <rect x={-quiet} y={-quiet} width={side} height={side} fill="#fff" />
      <path d={qrPath(modules)} fill="#000" shapeRendering="crispEdges" />
    </svg>
  )
}
