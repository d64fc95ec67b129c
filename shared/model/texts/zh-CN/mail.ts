import type { MailTexts } from '../mail-texts.ts'

export const mailZh: MailTexts = {
  kind: { digest: '简报', reminder: '提醒' },
  state: {
    planned: '待发送',
    claimed: '发送中',
    drafted: '发送中',
    sent: '已发送',
    rejected: '被拒收',
    'needs-decision': '待人工处理',
    waived: '决定不发',
    skipped: '未发送',
  },
  reason: {
    abandoned: '发送过程中断，无法确定对方是否收到。请向收件人核实后，决定重新发送或不再发送',
    'connection-lost': '发送时连接中断，无法确定对方是否收到。请向收件人核实后，决定重新发送或不再发送',
    unchanged: '数据较上次简报无变化',
    late: '已有更新一期',
    inactive: '收件人已停用或删除',
    'not-due': '已报送、已通过审核或联系人已变更，无需提醒',
    waived: '由主管部门决定',
    erased: '邮箱地址已清除',
    resend: '按决定将重新发送',
    quota: '已达到邮件服务上限，将自动继续发送',
    unavailable: '暂时无法连接邮件服务，将自动继续发送',
    'sign-in': '登录邮件服务失败，需维护人员处理',
    sent: '',
  },
  erased: '（已清除）',
  nothingSent: '以上仅为预览，未发送任何邮件；如需发送，请加 --send。',
  outcome: ({ planned, sent, rejected, waiting, needsDecision }, stopped) =>
    `应发 ${planned} 封：已发送 ${sent} 封，被拒收 ${rejected} 封，待发 ${waiting} 封，待人工处理 ${needsDecision} 封。${stopped === null ? '' : `发送中止（${stopped}）。`}`,
  stage: { before: '即将到期', at: '到期未报', after: '逾期未报', problem: '数据未通过核算，行号' },
  unreachable: (names) => `无可用联系邮箱，请电话联系：${names.join('、')}`,
  empty: '发件箱中没有未结事项。',
  changed: (count, left) => `已处理 ${count} 封。${left > 0 ? `另有 ${left} 封正在发送，请稍后再执行一次。` : ''}`,
  inMailbox: (count) => `共 ${count} 封邮件`,
}
