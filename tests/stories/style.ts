/** The width of the row numbers on the left. */
export const ROW_NUMBERS = 46

const ARROW = `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='8' height='5'><path d='M0 0h8L4 5z' fill='%23747775'/></svg>`

/** Sizes and colours as Google Sheets has them in a browser, with free fonts that every Linux has. */
export const STYLE = `
* { box-sizing: border-box; }
body { margin: 0; background: #fff; font: 13.33px/16px Arial, 'Liberation Sans', 'Noto Sans CJK SC', sans-serif; color: #1f1f1f; }
table { border-collapse: separate; border-spacing: 0; table-layout: fixed; width: 100%; }
th, td { border: solid #dcdfe3; border-width: 0 1px 1px 0; padding: 2px 3px; }
tr > th { background: #f8f9fa; color: #575b5f; font: 11px/14px Arial, 'Liberation Sans', sans-serif; border-color: #c4c7ca; }
.letters { height: 22px; }
.frozen > * { border-bottom: 3px solid #c4c7ca; }
tr.before-hidden > th { border-bottom: 3px double #575b5f; }
th.before-hidden { border-right: 3px double #575b5f; }
td > div { white-space: pre; }
td > .wrapped { white-space: pre-wrap; overflow-wrap: anywhere; }
td > .clipped { overflow: hidden; }
.note { background-image: linear-gradient(225deg, #3b3b3b 5px, transparent 5px); }
.choices { background: url("${ARROW}") no-repeat right 6px bottom 8px; }
nav { display: flex; overflow: hidden; background: #f0f4f9; height: 34px; padding-left: ${ROW_NUMBERS}px; }
nav > span { flex: none; padding: 8px 14px 0; border-bottom: 4px solid; color: #444746; }
nav > .shown { background: #e1e9f7; color: #0b57d0; font-weight: bold; }
`
