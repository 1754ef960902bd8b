import { type ReactNode, useState } from 'react'
import './fold.css'

/** A part of a page that waits under its heading: what it holds is made, and asked for, when it is first opened. */
export function Fold({ title, children }: { title: string; children: () => ReactNode }) {
  const [opened, setOpened] = useState(false)
  return (
    <details className="fold" onToggle={({ currentTarget }) => currentTarget.open && setOpened(true)}>
      <summary>
        <h2>{title}</h2>
      </summary>
      {opened && <div className="fold__inside">{children()}</div>}
    </details>
  )
}
