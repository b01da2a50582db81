/** The hall's rules as the console words them: what each does, and its unit. */
export const consolePolicy = {
  policyGroups: {
    sessions: '取号时间',
    priority: '优先服务',
    calling: '叫号与过号',
    taking: '取号与出纸',
    appointments: '预约',
    rating: '评价',
    offline: '离线取号',
    alarms: '告警',
  },
  defaultAndLimits: '默认 {{value}}，可设 {{min}}–{{max}}',
  policy: {
    sessions: {
      name: '取号时段',
      help: '只在这些时段取号，如上午 08:30–12:00、下午 13:30–17:30。叫号不受限制。',
    },
    weekdaySessions: {
      name: '星期时段',
      help: '某些星期几另有时段，如周五下午提前结束、周六上午延时服务；没有时段即当天不取号。调休上班日仍用上面的时段。',
    },
    stopWhenPastClosing: {
      name: '来不及时停止取号',
      help: '预计等候的上限超过本时段结束时，停止该业务取号，并告诉市民何时再来。',
    },
    identityKeptDays: {
      name: '证件信息保留',
      help: '刷证取号留下的散列和掩码，这么多天后删除；0 为当天过后即删除',
      unit: '天',
    },
    leaveEverySeconds: { name: '撤离播报间隔', help: '疏散时音箱每隔这么久重复播报', unit: '秒' },
    mostPerPerson: { name: '每人最多持号', help: '刷证的同一人，同时有效的号最多这么多个', unit: '个' },
    kioskSlipsPerMinute: {
      name: '每机每分钟最多出票',
      help: '一台取号机一分钟内超过这么多张，就请稍候，防止乱点和囤号',
      unit: '张',
    },
    useCalendar: {
      name: '按日历开放',
      help: '法定节假日和周末不取号，调休上班日照常取号。须先有经签字确认的年历。',
    },
    priorityClasses: {
      name: '优先对象',
      help: '第 1 级先于第 2 级，同级按先后。按公布的规定优先服务的人群，如军人、老年人、残疾人、孕妇。授予时须说明依据并留痕。',
    },
    priorityRun: {
      name: '优先连叫数',
      help: '连续叫这么多位优先对象后，必叫一位普通号，普通号不会一直被越过',
      unit: '位',
    },
    ageMinutes: {
      name: '久等升级',
      help: '每等这么久，等同提高一级优先：普通号久等后与优先对象同列；0 为不升级',
      unit: '分钟',
    },
    mostPassed: {
      name: '越过上限',
      help: '任何人被后到者越过都不超过这么多次；达到后须先叫，选呼也不例外',
      unit: '次',
    },
    returnTo: { name: '过号召回规则', help: '过号的市民回来后，从哪里重新排起' },
    journeyStepBehind: {
      name: '联办下一步的位置',
      help: '一件事联办办完一步后，在下一项业务中排在其后第几位之后，不必重新排到队尾',
      unit: '位',
    },
    missCalls: { name: '过号前呼叫次数', help: '至少呼叫这么多次无人应答，才可过号', unit: '次' },
    missSpacingSeconds: { name: '呼叫间隔', help: '两次呼叫至少相隔这么久，才计入过号次数', unit: '秒' },
    mostCalls: { name: '单号最多呼叫', help: '一个号最多呼叫的次数，防止误操作反复播报', unit: '次' },
    returnAfterOthers: { name: '过号召回位置', help: '过号的市民回来后，排在其后第几位之后', unit: '位' },
    mostReturns: { name: '最多召回', help: '一个号当天可召回的次数；0 为不可召回', unit: '次' },
    assumedWalkSeconds: {
      name: '默认走到窗口用时',
      help: '工作人员没有点「开始办理」时，按呼叫后这么久算作开始',
      unit: '秒',
    },
    mostWaitingPerService: { name: '每项业务最多等候', help: '达到后暂停取号，请市民稍后再来', unit: '人' },
    appointmentDaysAhead: {
      name: '可提前几天预约',
      help: '今天起多少天以内的时段可以预约',
      unit: '天',
    },
    appointmentCutOffMinutes: {
      name: '预约截止',
      help: '时段开始前这么久起不再接受预约和改约；0 表示时段结束前都可预约',
      unit: '分钟',
    },
    appointmentEarlyMinutes: {
      name: '提前签到',
      help: '时段开始前这么久起可以签到',
      unit: '分钟',
    },
    appointmentGraceMinutes: {
      name: '预约迟到宽限',
      help: '预约时段结束后这么久内签到，仍按预约时间排队',
      unit: '分钟',
    },
    mostAppointmentsPerPerson: {
      name: '每人每天预约数',
      help: '同一证件同一天最多几个预约；不出示证件的预约不计',
      unit: '个',
    },
    paperReportSeconds: {
      name: '出纸回报期限',
      help: '打印机这么久没有回报，就当作结果未知，在屏幕上显示号码',
      unit: '秒',
    },
    confirmNumberSeconds: {
      name: '记下号码期限',
      help: '没有出纸时，市民须在这么久内点「我已记下」，否则号票作废，避免空号',
      unit: '秒',
    },
    rateableContactSeconds: { name: '可评价的最短办理', help: '办理少于这么久的不请市民评价', unit: '秒' },
    ratingWindowSeconds: {
      name: '窗口评价时长',
      help: '办结后评价器等候这么久；下一号开始办理时也会关闭',
      unit: '秒',
    },
    longestServiceMinutes: {
      name: '最长办理告警',
      help: '一位市民办理达到这么久（不含挂起），就提醒',
      unit: '分钟',
    },
    longestHoldMinutes: { name: '挂起过久提醒', help: '挂起达到这么久，就在窗口页面提醒', unit: '分钟' },
    longQueue: { name: '排队人数告警', help: '一项业务等候达到这么多人，就提醒', unit: '人' },
    uncoveredMinutes: {
      name: '开门无窗口告警',
      help: '取号时段开始这么久后，仍有业务没有窗口在办，就提醒督查；有人等候时立即提醒',
      unit: '分钟',
    },
    longestWaitMinutes: { name: '最长等候告警', help: '有人等候达到这么久，就提醒督查', unit: '分钟' },
    idleWithQueueSeconds: {
      name: '空闲窗口告警',
      help: '有人等候而开放的窗口这么久没有叫号，就提醒督查',
      unit: '秒',
    },
    deliverySeconds: {
      name: '叫号送达期限',
      help: '叫号这么久没有任何屏幕显示或音箱播报，就告警并记录',
      unit: '秒',
    },
    offlineAfterSeconds: {
      name: '断开多久后离线取号',
      help: '取号机与大厅系统断开这么久后，用自己的字母继续取号；没有设离线字母的取号机不离线取号',
      unit: '秒',
    },
    offlineMinutes: {
      name: '离线取号最长',
      help: '断开超过这么久就停止取号，请市民去服务台',
      unit: '分钟',
    },
    offlineSetUpDays: {
      name: '离线设置有效天数',
      help: '离线取号所依据的大厅设置最多可以是几天前的；0 为必须是当天的',
      unit: '天',
    },
    ratingDays: { name: '扫码补评天数', help: '办结后多少天内可用小票二维码补评；0 为不可补评', unit: '天' },
  },
  sessions: {
    from: '第 {{n}} 段开始',
    to: '第 {{n}} 段结束',
    add: '添加时段',
    allDay: '未设时段：全天可取号',
  },
  returnTos: {
    afterOthers: '排在其后几位之后',
    endOfSlot: '预约的等到本时段结束，其余排到队尾',
    endOfHalfDay: '等到本半天结束',
  },
  classes: {
    rank: '优先级',
    rankOf: '第 {{rank}} 级',
    name: '名称，如 老年人',
    nameEn: '英文名称',
    add: '添加优先对象',
    none: '未设：没有优先对象',
  },
} as const
