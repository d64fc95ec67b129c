import type { MenuTexts } from '../menu-texts.ts'

export const menuZh: MenuTexts = {
  language: 'zh-CN',
  name: '规划进度',
  item: {
    recalculate: '重新核算',
    digest: '将简报发给我',
    check: '检查本工作簿',
    automatic: '编辑后自动核算',
    automaticOn: '开启',
    automaticOff: '关闭',
    about: '关于',
  },
  working: {
    recalculate: '正在核算，最长约需一分钟……',
    digest: '正在处理简报，最长约需一分钟……',
    check: '正在检查，不会改动任何内容，最长约需一分钟……',
  },
  done: '已收到处理结果。',
  underWay: '您上一次的操作正在处理或刚刚完成，无需重复点击。',
  result: {
    changed: '核算完成，结果有更新，已写入工作簿。',
    unchanged: '核算完成，结果没有变化。',
    period: (period, asOf) => `数据截至 ${period}，核算日期 ${asOf}`,
    rows: (read, accepted, noted, held, rejected) =>
      `填报行：共读取 ${read} 行；通过 ${accepted} 行，通过（有提示）${noted} 行，待说明 ${held} 行，退回 ${rejected} 行`,
    hidden: (count) => `其中被隐藏、照常计入的：${count} 行`,
    reported: (reported, expected, late) => `企业：应报 ${expected} 家，已报 ${reported} 家，逾期未报 ${late} 家`,
    warnings: '请注意：',
    item: (text) => `• ${text}`,
  },
  digest: {
    nothingDue: '目前没有应发给您的简报：每期只发送一次，且只发给“收件人”工作表中已启用的收件人。',
    periods: (periods) => (periods.length === 0 ? '简报已处理。' : `简报期别：${periods.join('、')}`),
    messages: (sent, waiting, needsDecision, rejected) =>
      `本期邮件：已发送 ${sent} 封，待发送 ${waiting} 封，待人工处理 ${needsDecision} 封，被邮件服务器拒收 ${rejected} 封`,
    stopped: (reasons) => `发送提前结束（${reasons.join('；')}），其余邮件由下次运行发送；如反复出现，请告知管理员。`,
    seeSent: '每封邮件的情况见“发送记录”工作表。',
  },
  check: {
    inPlace: '检查完毕，各项均正常。',
    findings: '以下事项需要处理：',
    finding: (place, message, hint) => `• ${place === '' ? '' : `${place}：`}${message}。${hint}`,
    more: (lines) => `另有 ${lines} 条检查结果未显示，请先处理以上事项，再重新检查。`,
    rows: '填报行中的差错见“问题清单”工作表。',
  },
  trouble: {
    noAddress: (property) => `服务地址尚未设置，或不是 https 地址。请联系管理员在脚本属性中设置 ${property}。`,
    noIdentity: '未能确认您的身份。请使用单位账号登录，并在提示时允许本脚本查看您的邮箱地址。',
    noAnswer: '两次请求均未收到答复，但操作可能已经完成。再次点击之前，请先查看“运行记录”和“发送记录”工作表。',
    unauthenticated: '服务未接受您的身份。请使用单位账号登录；如仍不成功，请联系管理员检查菜单设置。',
    notAllowed: '您的账号无权执行此操作。请联系管理员，将您的账号加入工作人员名单。',
    wrongAddress: '所设置的地址上没有该服务。请联系管理员检查脚本属性。',
    tooMany: (seconds) =>
      seconds === '' ? '您的账号操作过于频繁。请等待一分钟后再试。' : `您的账号操作过于频繁。请等待 ${seconds} 秒后再试。`,
    busy: '服务繁忙或正在重新启动。请一分钟后再试；没有写入任何不完整的内容。',
    workbook: '工作簿目前的状态无法完成此操作，已保留上次结果。',
    failed: (status, code) =>
      `服务未能完成此操作（${[String(status), code].filter((part) => part !== '').join('，')}）。如反复出现，请告知管理员。`,
  },
  automatic: {
    on: '已开启：填报类工作表最后一次编辑满三分钟后，将以您的名义自动重新核算。',
    off: '已关闭您账号的自动核算。如其他同事也开启了此功能，须由其本人关闭。',
  },
  about: {
    purpose: 'Tallysheet 逐行审核填报数据，核算规划目标的进度。',
    version: (version) => `版本 ${version}`,
    account: (email) => `当前账号：${email === '' ? '未知' : email}`,
    service: (item, isSet) => `“${item}”：${isSet ? '服务地址已设置' : '服务地址尚未设置'}`,
    automatic: { on: '编辑后自动核算：已由您开启', off: '编辑后自动核算：您未开启' },
  },
}
