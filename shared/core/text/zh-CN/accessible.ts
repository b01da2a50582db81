/** The switch of the accessible mode, on every screen a citizen stands before. */
export const accessible = {
  on: '大字',
  off: '标准',
  about: '无障碍模式：大字、低位、语音',
} as const
