/** Shows lines in a box of plain text: an alert interprets neither markup nor formulas, whatever the lines hold. */
export function say(title: string, lines: readonly string[]): void {
  const ui = SpreadsheetApp.getUi()
  ui.alert(title, lines.join('\n'), ui.ButtonSet.OK)
}
