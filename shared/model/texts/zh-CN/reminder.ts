import type { ReminderTexts } from '../reminder-texts.ts'

export const reminderZh: ReminderTexts = {
  subject: {
    'before-due': (enterprise, period, due) => `请于${due}前报送${period}数据：${enterprise}`,
    due: (enterprise, period) => `${period}数据今日截止报送：${enterprise}`,
    overdue: (enterprise, period) => `${period}数据已逾期，请尽快报送：${enterprise}`,
    row: (enterprise, problems) => `填报数据有 ${problems} 项需核对更正：${enterprise}`,
  },
  greeting: (contact) => (contact === '' ? '您好：' : `${contact}，您好：`),
  body: {
    'before-due': (period, due) => `贵单位${period}数据尚未报送或尚未通过审核，报送截止日为${due}，请按时填报。`,
    due: (period, due) => `贵单位${period}数据尚未报送或尚未通过审核，报送截止日为今日（${due}），请于今日内填报。`,
    overdue: (period, due) => `贵单位${period}数据尚未报送或尚未通过审核，已超过报送截止日（${due}），请尽快填报。`,
    row: (problems) => `贵单位填报的数据有 ${problems} 项未通过审核，暂未计入汇总，请按下列意见核对更正。`,
  },
  howTo: '请在“月度填报”中新增一行：选择报告期和企业名称，以万元为单位填写累计工业总产值；确无产值的，请填 0。',
  problems: '需核对的内容',
  openRow: '打开填报表',
  footer: {
    why: (title) => `本邮件由“${title}”自动发送，您是该企业登记的报送联系人。`,
    stops: '数据通过审核后，不再发送此提醒。',
    figures: (asOf, run) => `截至${asOf}，核算批次 ${run}。`,
  },
}
