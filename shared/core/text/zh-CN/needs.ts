/** How a citizen wants to be served, wherever it is chosen or read. */
export const needs = {
  about: '服务方式（可多选）',
  largeSlip: '大字小票',
  slowSpeech: '慢速播报',
  lowCounter: '低位窗口',
  flash: '闪烁提示',
} as const
