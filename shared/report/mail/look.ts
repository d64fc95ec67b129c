import type { Tone } from './mail-document.ts'

/** Fonts that the readers' machines have; Chinese ones by their English names, which old Outlook needs. */
const FONT =
  "font-family:-apple-system,'Segoe UI','PingFang SC','Microsoft YaHei','Hiragino Sans GB','Noto Sans SC',Arial,sans-serif;"

/** Inline styles: all that most mailboxes keep. */
export const STYLE = {
  body: 'margin:0;padding:0;background-color:#eef1f4;',
  outer: 'background-color:#eef1f4;',
  hidden:
    'display:none;font-size:1px;line-height:1px;max-height:0;max-width:0;opacity:0;overflow:hidden;color:#eef1f4;mso-hide:all;',
  card: 'width:100%;max-width:600px;background-color:#ffffff;border-top:4px solid #14507a;',
  head: `${FONT}padding:22px 28px 4px 28px;color:#1c2733;`,
  sender: `margin:0 0 6px 0;font-size:13px;line-height:18px;color:#51606e;`,
  h1: `margin:0;font-size:22px;line-height:30px;font-weight:bold;color:#1c2733;`,
  section: `${FONT}padding:18px 28px 0 28px;font-size:14px;line-height:21px;color:#1c2733;`,
  h2: `margin:0 0 8px 0;padding:0 0 5px 0;border-bottom:2px solid #14507a;font-size:16px;line-height:22px;font-weight:bold;color:#14507a;`,
  h3: `margin:0;font-size:14px;line-height:20px;font-weight:bold;color:#1c2733;`,
  line: 'margin:0 0 8px 0;overflow-wrap:anywhere;',
  figure: 'margin:0;padding:2px 0 0 0;font-size:18px;line-height:26px;font-weight:bold;',
  headline: 'margin:0;padding:2px 0 0 0;font-size:24px;line-height:34px;font-weight:bold;',
  small: 'margin:0;padding:2px 0 0 0;font-size:13px;line-height:19px;color:#51606e;overflow-wrap:anywhere;',
  block: 'padding:0 0 16px 0;vertical-align:top;overflow-wrap:anywhere;',
  link: 'color:#0b5a94;text-decoration:underline;',
  bar: 'border:1px solid #8896a3;margin:4px 0 2px 0;',
  table: `${FONT}width:100%;border-collapse:collapse;font-size:13px;line-height:19px;margin:0 0 6px 0;`,
  th: 'padding:6px 8px 6px 0;border-bottom:1px solid #8896a3;text-align:left;vertical-align:bottom;font-weight:bold;color:#51606e;',
  thRow:
    'padding:6px 8px 6px 0;border-bottom:1px solid #d5dce2;text-align:left;vertical-align:top;font-weight:normal;overflow-wrap:anywhere;',
  td: 'padding:6px 8px 6px 0;border-bottom:1px solid #d5dce2;text-align:left;vertical-align:top;overflow-wrap:anywhere;',
  figureCell:
    'padding:6px 8px 6px 0;border-bottom:1px solid #d5dce2;text-align:left;vertical-align:top;word-break:keep-all;overflow-wrap:normal;',
  picture: 'display:block;width:100%;max-width:544px;height:auto;border:0;background-color:#ffffff;',
  button: `${FONT}display:inline-block;padding:10px 18px;font-size:14px;line-height:20px;font-weight:bold;color:#ffffff;text-decoration:none;`,
  footer: `${FONT}padding:22px 28px 24px 28px;font-size:12px;line-height:18px;color:#51606e;overflow-wrap:anywhere;`,
} as const

/** By tone: text and ground of the status, and the filled part of the bar. Each pair has a contrast of at least 4.5. */
export const TONE: Record<Tone, { text: string; ground: string; bar: string }> = {
  good: { text: '#135c33', ground: '#dff2e5', bar: '#23834c' },
  warning: { text: '#7a4a00', ground: '#fdeecd', bar: '#c07a08' },
  bad: { text: '#8f1d1d', ground: '#fbe1e0', bar: '#c03a35' },
  plain: { text: '#3d4a56', ground: '#e8ecef', bar: '#5b7288' },
}

export const TRACK = '#d5dce2'

/** Dark mode and narrow screens; a mailbox that drops it still shows everything. */
export const STYLE_SHEET = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (max-width:480px){.pad{padding-left:16px!important;padding-right:16px!important}.h1{font-size:19px!important;line-height:26px!important}}
@media (prefers-color-scheme:dark){
.page{background-color:#12171c!important}
.card{background-color:#1b222a!important}
.ink,.ink .h1{color:#e9eef3!important}
.dim{color:#a9b6c2!important}
.h2{color:#8cc4ef!important;border-bottom-color:#8cc4ef!important}
.link{color:#8cc4ef!important}
.rule{border-bottom-color:#3b4753!important}
.track{background-color:#3b4753!important}
.good{color:#a5e3bd!important;background-color:#16402a!important}
.warning{color:#ffd98a!important;background-color:#4a3408!important}
.bad{color:#ffb9b4!important;background-color:#541c1a!important}
.plain{color:#d2dae1!important;background-color:#333e48!important}
}`
