import type { Page as Window } from 'playwright-core'

/** A cell as it is shown, by its place from 0. */
export const cell = (window: Window, row: number, column: number) =>
  window.locator(`[data-row="${row}"][data-column="${column}"]`)

export const shows = (window: Window, row: number, column: number, text: string | RegExp) =>
  cell(window, row, column).filter({ hasText: text }).waitFor()

export async function type(window: Window, row: number, column: number, text: string): Promise<void> {
  await cell(window, row, column).click()
  await window.keyboard.type(text)
  await window.keyboard.press('Enter')
}

/** Presses the button, and gives what the page says of the run. */
export async function recalculate(window: Window): Promise<string> {
  await window
    .locator('.notice button')
    .click({ timeout: 300 })
    .catch(() => {})
  await window.locator('button.primary').first().click()
  return (await window.locator('.notice-place .notice').textContent())!
}
