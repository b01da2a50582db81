export const wait = {
  within: '{{high}} 分钟以内',
  about: '约 {{low}} 分钟',
  hours: '{{hours}} 小时以上',
  range: '约 {{low}}–{{high}} 分钟',
} as const
