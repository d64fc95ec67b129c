const WHITE = { red: 1, green: 1, blue: 1 }

const accent = (colorType: string, red: number, green: number, blue: number) => ({
  colorType,
  color: { rgbColor: { red, green, blue } },
})

/** The look of a new spreadsheet, as recorded. */
export const THEME = {
  defaultFormat: {
    backgroundColor: WHITE,
    padding: { top: 2, right: 3, bottom: 2, left: 3 },
    verticalAlignment: 'BOTTOM',
    wrapStrategy: 'OVERFLOW_CELL',
    textFormat: {
      foregroundColor: {},
      fontFamily: 'arial,sans,sans-serif',
      fontSize: 10,
      bold: false,
      italic: false,
      strikethrough: false,
      underline: false,
      foregroundColorStyle: { rgbColor: {} },
    },
    backgroundColorStyle: { rgbColor: WHITE },
  },
  spreadsheetTheme: {
    primaryFontFamily: 'Arial',
    themeColors: [
      { colorType: 'TEXT', color: { rgbColor: {} } },
      { colorType: 'BACKGROUND', color: { rgbColor: WHITE } },
      accent('ACCENT1', 0.25882354, 0.52156866, 0.95686275),
      accent('ACCENT2', 0.91764706, 0.2627451, 0.20784314),
      accent('ACCENT3', 0.9843137, 0.7372549, 0.015686275),
      accent('ACCENT4', 0.20392157, 0.65882355, 0.3254902),
      accent('ACCENT5', 1, 0.42745098, 0.003921569),
      accent('ACCENT6', 0.27450982, 0.7411765, 0.7764706),
      accent('LINK', 0.06666667, 0.33333334, 0.8),
    ],
  },
}
