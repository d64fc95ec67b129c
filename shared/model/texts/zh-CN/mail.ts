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
}
