import { type PointerEvent, useRef, useState } from 'react'

/** A stroke so far: a line is drawn from here. */
interface Pen {
  readonly x: number
  readonly y: number
}

interface PadProps {
  readonly label: string
  readonly onDrawn: (canvas: HTMLCanvasElement) => void
}

/** FIELD-13 A box to sign in with a finger, a pen or a mouse. */
export function SignaturePad({ label, onDrawn }: PadProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [pen, setPen] = useState<Pen | null>(null)
  const begin = (event: PointerEvent<HTMLCanvasElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId)
    const at = placeOf(event)
    // A dot is a stroke too.
    draw(event.currentTarget, at, { x: at.x + 0.1, y: at.y })
    setPen(at)
  }
  const move = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (!pen) return
    const at = placeOf(event)
    draw(event.currentTarget, pen, at)
    setPen(at)
  }
  const end = (): void => {
    if (pen && canvas.current) onDrawn(canvas.current)
    setPen(null)
  }
  return (
    <canvas
      ref={canvas}
      className="photos__pad"
      width={padWidth}
      height={padHeight}
      aria-label={label}
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
    />
  )
}

const padWidth = 640
const padHeight = 280

/** Where the finger is, in the canvas's own measure. */
function placeOf({ currentTarget, clientX, clientY }: PointerEvent<HTMLCanvasElement>): Pen {
  const { left, top, width, height } = currentTarget.getBoundingClientRect()
  return { x: ((clientX - left) / width) * padWidth, y: ((clientY - top) / height) * padHeight }
}

function draw(canvas: HTMLCanvasElement, from: Pen, to: Pen): void {
  const context = canvas.getContext('2d')
  if (!context) return
  context.lineWidth = 4
  context.lineCap = 'round'
  context.lineJoin = 'round'
  context.strokeStyle = '#1b1b1b'
  context.beginPath()
  context.moveTo(from.x, from.y)
  context.lineTo(to.x, to.y)
  context.stroke()
}
