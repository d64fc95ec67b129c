/** The words of the page in the browser that shows the product on one machine. */
export interface PageTexts {
  title: string
  /** Named by the other language's switch. */
  languageName: string
  views: Record<'workbook' | 'mailbox' | 'runs', string>
  bar: {
    label: string
    recalculate: string
    digest: string
    remind: string
    day: string
    dayHint: string
    realDay: string
    more: string
    clerks: string
    stopClerks: string
    reset: string
    resetSure: string
    save: string
    load: string
    loadSure: string
    language: string
    workbookLanguage: (name: string) => string
    theme: string
    themes: Record<'auto' | 'light' | 'dark', string>
    guide: string
    working: string
    dismiss: string
  }
  result: {
    recalculated: (facts: {
      asOf: string
      read: number
      accepted: number
      noted: number
      held: number
      rejected: number
    }) => string
    cost: (facts: { seconds: string; read: number; write: number }) => string
    changed: string
    unchanged: string
    /** What a function that mails came to. */
    ofMail: (facts: { name: string; told: string }) => string
    nothingDue: string
    sentBefore: (facts: { sent: number }) => string
    arrived: (facts: { arrived: number }) => string
    mailed: (facts: { planned: number; sent: number; rejected: number; waiting: number; needsDecision: number }) => string
    unreachable: (facts: { names: readonly string[] }) => string
    /** Why sending ended early, by its code; the codes that aren't here are named. */
    stopped: Readonly<Record<string, string>>
    stoppedFor: (facts: { code: string }) => string
    reset: string
    notYet: string
    loaded: string
    failed: string
    silent: string
    unreadable: string
  }
  workbook: {
    tabs: string
    grid: (tab: string) => string
    help: string
    name: string
    content: string
    undo: string
    redo: string
    insertAbove: string
    insertBelow: string
    deleteRows: (count: number) => string
    sortUp: string
    sortDown: string
    copy: string
    clear: string
    menu: string
    choices: string
    note: string
    empty: string
    reconnecting: string
    chart: (title: string) => string
    refused: Record<'protected' | 'warned' | 'choices' | 'changed' | 'nothing' | 'refused', string>
    editAnyway: string
    cancel: string
    ok: string
  }
  mailbox: {
    list: string
    none: string
    noneHint: string
    from: string
    to: string
    at: string
    key: string
    asHtml: string
    asText: string
    asHeaders: string
    width: string
    phone: string
    desktop: string
    frame: string
    choose: string
  }
  runs: {
    none: string
    list: string
    startedAt: string
    reason: string
    who: string
    asOf: string
    rows: string
    written: string
    seconds: string
    result: string
    requests: string
    noRequests: string
    counts: (facts: { read: number; accepted: number; noted: number; held: number; rejected: number }) => string
    request: { at: string; call: string; kind: string; bytes: string; status: string; read: string; write: string }
  }
  guide: {
    title: string
    close: string
    intro: string
    roles: readonly { who: string; does: string; go: string; view: 'submissions' | 'problems' | 'summary' | 'mailbox' }[]
    start: string
    again: string
    step: (number: number, of: number) => string
    next: string
    show: string
    noRow: string
    mistake: {
      title: string
      text: (facts: { enterprise: string; period: string; cell: string; output: string; wrong: string }) => string
    }
    recalculate: { title: string; text: string }
    read: { title: string; text: (facts: { status: string; message: string }) => string; accepted: string }
    correct: { title: string; text: (facts: { cell: string; output: string }) => string }
    again2: { title: string; text: string }
    counted: { title: string; text: (facts: { status: string }) => string }
    send: { title: string; text: string }
    open: { title: string; text: (arrived: number) => string }
    openMailbox: string
    digest: { title: string; text: string; textWithout: string }
    done: string
  }
}
