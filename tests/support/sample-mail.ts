import type { Mail } from '../../shared/ports.ts'

/** Bytes that a mail server could spoil: every value, lone dots, both line ends. */
export const PICTURE = Uint8Array.from(
  [...'\r\n.\r\n..\n\r'].map((letter) => letter.charCodeAt(0)).concat(...Array(4).fill(allBytes())),
)

function allBytes(): number[] {
  return Array.from({ length: 256 }, (_, value) => value)
}

/** A mail to an address, named by its key. */
export function sampleMail(change: Partial<Mail> = {}): Mail {
  const key = change.key ?? 'digest-2026-W10-zhang'
  return {
    from: { name: '平阴县统计局', address: 'tongji@pingyin.example' },
    replyTo: 'office@pingyin.example',
    to: { name: '张伟', address: 'zhang@county.example' },
    subject: '平阴县工业总产值完成 305.2 亿元，完成年度目标的 61.0%，进度滞后 4.2 个百分点；三家企业未报',
    html: '<p>进度 <b>61.0%</b></p><img src="cid:chart@tallysheet" alt="进度">',
    text: '进度 61.0%\n.\n..\nFrom here',
    images: [{ cid: 'chart@tallysheet', fileName: 'chart.png', png: PICTURE, alternative: '进度' }],
    key,
    messageId: `<${key}@pingyin.example>`,
    unsubscribe: { url: 'https://tallysheet.example/unsubscribe?token=abc', mailto: 'stop@pingyin.example' },
    language: 'zh-CN',
    ...change,
  }
}
