import { useWords } from './page-words.ts'

/** Asks before cells are changed that shouldn't be by accident. */
export function EditAnyway({ onSure, onClose }: { onSure: () => void; onClose: () => void }) {
  const words = useWords().workbook
  return (
    <dialog
      ref={(element) => {
        if (element?.open === false) element.showModal()
      }}
      onClose={onClose}
      className="ask"
    >
      <p>{words.refused.warned}</p>
      <form method="dialog">
        <button type="submit">{words.cancel}</button>
        <button type="submit" className="primary" onClick={onSure}>
          {words.editAnyway}
        </button>
      </form>
    </dialog>
  )
}
