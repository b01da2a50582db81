export const pairing = {
  title: '此屏幕尚未配对',
  lead: '请管理员在管理后台确认下面的配对码',
  code: '配对码',
  steps: {
    open: '在办公电脑上登录管理后台',
    find: '打开“系统 → 终端”，找到这个配对码',
    confirm: '填写名称和位置，点“确认配对”，本屏会自动开始工作',
  },
  kinds: {
    kiosk: '取号机',
    window: '窗口终端',
    evaluator: '评价器',
    display: '显示屏',
    program: '接入程序',
  },
  waiting: '等待管理员确认，请不要关闭本页',
  asking: '正在获取配对码…',
  paired: '配对成功，正在启动…',
  away: '连不上大厅系统，正在自动重试。请检查网线和电源。',
  refused: '没有取得配对码：{{reason}}。稍后自动重试。',
  otherVersion: {
    title: '系统已更新',
    lead: '本页将自动重新打开，请稍候',
  },
} as const
