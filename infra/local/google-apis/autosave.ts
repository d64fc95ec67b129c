import type { Files } from './drive/files.ts'

/** How long a series of edits without a pause may go unsaved. */
const LONGEST_MS = 5_000

/** Saves soon after each change, so that little is lost when the process is killed; one save at a time. */
export class Autosave {
  readonly #save: () => Promise<void>
  readonly #afterMs: number
  readonly #stop: () => void
  #timer: NodeJS.Timeout | undefined
  #since: number | undefined
  #saving: Promise<void> = Promise.resolve()

  constructor(files: Files, save: () => Promise<void>, afterMs: number) {
    this.#save = save
    this.#afterMs = afterMs
    this.#stop = files.onChange(() => this.#changed())
  }

  /** Saves now, after whatever save is under way. */
  save(): Promise<void> {
    clearTimeout(this.#timer)
    this.#since = undefined
    this.#saving = this.#saving.catch(() => {}).then(this.#save)
    return this.#saving
  }

  /** Saves no more by itself; ends once the last save has. */
  async close(): Promise<void> {
    this.#stop()
    clearTimeout(this.#timer)
    await this.#saving.catch(() => {})
  }

  #changed(): void {
    const now = performance.now()
    this.#since ??= now
    clearTimeout(this.#timer)
    const wait = Math.min(this.#afterMs, Math.max(0, this.#since + LONGEST_MS - now))
    this.#timer = setTimeout(() => {
      // A disk that is full now may not be at the next change, nor at the end, when it is told.
      this.save().catch((thrown) => console.error('The emulated spreadsheets could not be saved:', thrown))
    }, wait)
  }
}
