/** Strokes on a field of 16 by 16: drawn, since fonts lack many of the signs that would do. */
const PATHS = {
  undo: 'M6 3 2.5 6.5 6 10M2.5 6.5H10a3.5 3.5 0 0 1 0 7H7',
  redo: 'M10 3l3.5 3.5L10 10M13.5 6.5H6a3.5 3.5 0 0 0 0 7h3',
  'insert-above': 'M2.5 9.5h11v4h-11zM8 1.5v5M5.5 4h5',
  'insert-below': 'M2.5 2.5h11v4h-11zM8 9.5v5M5.5 12h5',
  'delete-row': 'M2.5 5.5h11v5h-11zM6 6.7l4 2.6M10 6.7l-4 2.6',
  'sort-up': 'M4.5 13V3M2 5.5 4.5 3 7 5.5M9 4h2.5M9 8h4M9 12h5.5',
  'sort-down': 'M4.5 3v10M2 10.5 4.5 13 7 10.5M9 4h5.5M9 8h4M9 12h2.5',
  close: 'M4 4l8 8M12 4l-8 8',
  open: 'M4 6l4 4 4-4',
} as const

export type IconName = keyof typeof PATHS

/** A small drawing; whatever carries it has the name that is read out. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
    <path d={PATHS[name]} />
  </svg>
)
