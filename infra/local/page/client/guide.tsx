import { useState } from 'react'
import type { WorkbookState } from '../protocol.ts'
import { Icon } from './icon.tsx'
import { goTo, goToMailbox, type View } from './navigation.ts'
import { useWords } from './page-words.ts'
import { type DigestSent, OPEN, SEND, useWalk, type Walk } from './use-walk.ts'

interface GuideProps {
  state: WorkbookState
  view: View
  /** Goes up with every run. */
  runs: number
  digest: DigestSent | null
  onClose: () => void
}

/** What the product does for whom, and a walk of two minutes through it. */
export function Guide({ state, view, runs, digest, onClose }: GuideProps) {
  const words = useWords().guide
  const [walking, setWalking] = useState(false)
  const walk = useWalk(walking, state, view, runs, digest)
  const tabOf = (key: string) => state.tabs.find((tab) => tab.key === key)
  return (
    <aside className="guide" aria-label={words.title}>
      <div className="guide-head">
        <h2>{words.title}</h2>
        <button type="button" className="plain" aria-label={words.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      {walking ? (
        <WalkSteps walk={walk} canSend={state.can.digest} onAgain={walk.restart} />
      ) : (
        <>
          <p>{words.intro}</p>
          {words.roles.map(({ who, does, go, view: where }) => (
            <section key={who} className="role">
              <h3>{who}</h3>
              <p>{does}</p>
              <button
                type="button"
                className="link"
                onClick={() => {
                  const tab = tabOf(where)
                  if (tab) goTo(tab.sheetId, 'A1')
                  else goToMailbox()
                }}
              >
                {go} →
              </button>
            </section>
          ))}
          <button type="button" className="primary" onClick={() => setWalking(true)}>
            {words.start}
          </button>
        </>
      )}
    </aside>
  )
}

function WalkSteps({ walk, canSend, onAgain }: { walk: Walk; canSend: boolean; onAgain: () => void }) {
  const words = useWords().guide
  const { step, first, now, wrong, digest } = walk
  if (!first || !now) return <p>{words.noRow}</p>
  const texts = [
    { title: words.mistake.title, text: words.mistake.text({ ...first, cell: now.cell, wrong }) },
    words.recalculate,
    {
      title: words.read.title,
      text:
        now.verdict === 'accepted' || now.verdict === 'noted'
          ? words.read.accepted
          : words.read.text({ status: now.status, message: now.message }),
    },
    { title: words.correct.title, text: words.correct.text({ cell: now.cell, output: first.output }) },
    words.again2,
    { title: words.counted.title, text: words.counted.text({ status: now.status }) },
    ...(canSend
      ? [words.send, { title: words.open.title, text: words.open.text(digest?.arrived ?? 0) }, words.digest]
      : [{ title: words.digest.title, text: words.digest.textWithout }]),
  ]
  const shown = texts[step]
  return (
    <div className="walk" aria-live="polite">
      {shown ? (
        <>
          <p className="step">{words.step(step + 1, texts.length)}</p>
          <h3>{shown.title}</h3>
          <p>{shown.text}</p>
        </>
      ) : (
        <p>{words.done}</p>
      )}
      <div className="walk-buttons">
        {step < SEND && (
          <button type="button" onClick={() => goTo(now.sheetId, walk.reading ? now.statusCell : now.cell)}>
            {words.show}
          </button>
        )}
        {canSend && step === OPEN && (
          <button type="button" onClick={() => goToMailbox()}>
            {words.openMailbox}
          </button>
        )}
        {walk.next && (
          <button type="button" className="primary" onClick={walk.next}>
            {words.next}
          </button>
        )}
        {!shown && (
          <button type="button" onClick={onAgain}>
            {words.again}
          </button>
        )}
      </div>
    </div>
  )
}
