import type { Box } from './grid-geometry.ts'

/** The frame round what is selected with its fill handle, and that round what dragging the handle would fill. */
export function SelectionMarks({ box, fillBox }: { box: Box; fillBox: Box | null }) {
  return (
    <>
      <div className="selection" style={box} />
      {fillBox && <div className="selection filling" style={fillBox} />}
      <div className="fill-handle" data-fill style={{ left: box.left + box.width - 4, top: box.top + box.height - 4 }} />
    </>
  )
}
