import { MoveDialog } from './move-dialog.tsx'
import { type MoveProps, useMove } from './use-move.ts'

/** Asks once more: what is erased can't be brought back. It takes no words, because its entry outlives them. */
export function EraseForm(props: MoveProps) {
  const move = useMove(props, 'case.erase', { initial: {}, check: () => ({}), data: () => ({ note: '' }) })
  return (
    <MoveDialog action="erase" move={move} onClose={props.onClose}>
      {null}
    </MoveDialog>
  )
}
