/** What every screen, panel and loudspeaker says of a hall that is not at work. */
export const standing = {
  leave: {
    title: '请立即离开大厅',
    how: '请按工作人员指引，从最近的出口有序离开。不要乘电梯，不要返回取物。',
    said: '紧急通知，请立即停止办理，按工作人员指引，从最近的出口有序离开大厅，不要乘电梯',
    strip: '请撤离',
  },
  paused: {
    because: '大厅暂停服务：{{reason}}',
    stay: '已取的号保留，恢复后按原顺序叫号',
    said: '各位群众，大厅暂停服务，已取的号保留，请稍候',
    strip: '暂停服务',
  },
} as const
