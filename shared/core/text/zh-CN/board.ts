/** The hall board: read from fifteen metres, so every line is short. */
export const board = {
  counter: '{{no}}号窗口',
  calledNow: '正在叫号',
  lastCalled: '最新叫号',
  earlier: '此前叫号',
  waiting: '等候人数',
  notOpen: '暂未开放',
  page: '第 {{page}} / {{pages}} 页',
  notice: '公告',
  connecting: '正在连接，请稍候',
  nobodyCalled: '暂无叫号',
  takeANumber: '请在取号机取号，叫到的号码将显示在这里',
  allClosed: '窗口暂未开放',
  comeBack: '请留意开放时间，或向工作人员咨询',
  away: '叫号系统连接中断，画面停在 {{time}}',
  awayNow: '请留意语音和窗口显示，或向工作人员咨询',
}
