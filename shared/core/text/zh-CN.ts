import type { LanguageFile } from './language-file.ts'
import { citizen } from './zh-CN/citizen.ts'

/** 中文, the language of the hall: every other one is measured against it. */
export const zhCN = {
  id: 'zh-CN',
  name: '中文',
  hallNames: 'name',
  citizen,
  staff: async () => (await import('./zh-CN/staff.ts')).staff,
  paper: {
    slip: {
      reprint: '【补打】',
      ahead: '前面等候',
      offline: '号码有效，请按号码字母留意叫号',
      people: (count) => `${count} 人`,
      wait: '预计等候',
      minutes: (low, high) =>
        low < 1
          ? `${Math.max(high, 1)} 分钟以内`
          : low === high
            ? `约 ${low} 分钟`
            : `约 ${low}～${high} 分钟`,
      where: '等候地点',
      issued: '取号时间',
      moment: ({ year, month, day, hour, minute }) => `${year}年${month}月${day}日 ${hour}:${minute}`,
      bring: '请备好以下材料：',
      moreToBring: (count) => `共 ${count} 项，详见一次性告知单`,
      scan: '扫码查看排队进度',
      listen: '请留意屏幕显示和语音叫号',
      appointment: (from, to) => `预约 ${from}～${to}`,
      late: '已过预约时段，按签到时间排队',
      someService: '业务名称',
    },
    items: {
      form: { original: '原件', copy: '复印件', both: '原件及复印件' },
      copies: (form, count) => `${form} ${count} 份`,
      optional: '非必要',
      within: (inner) => `（${inner.join('，')}）`,
      atOnce: '当场办结',
      workingDays: (days) => `${days} 个工作日`,
      calendarDays: (days) => `${days} 日`,
    },
    checklist: {
      title: '一次性告知单',
      nothing: '无需提交材料',
      promised: '承诺时限',
      fee: '收费标准',
      printed: '打印时间',
      ready: '请备齐以上材料再取号办理',
    },
  },
  speech: {
    written: {
      call: '请{number}号到{counter}号窗口',
      withService: '请{number}号到{counter}号窗口办理{service}',
    },
    read: {
      call: '请{number}号，到{counter}号窗口',
      withService: '请{number}号，到{counter}号窗口，办理{service}',
    },
    digits: (one) => digits.with(1, one),
    cardinal: (value) => {
      const tens = Math.floor(value / 10)
      const before = tens > 1 ? [digits[tens] ?? ''] : []
      const after = value % 10 > 0 ? [digits[value % 10] ?? ''] : []
      return tens > 0 ? [...before, '十', ...after] : after
    },
    said: /[0-9]|[A-Za-z]|\p{Script=Han}+/gu,
    spells: /^[A-Z]$/i,
    comma: '，',
    digitsJoin: true,
    // Fed with pinyin, not with characters (drivers/voice/pinyin.ts).
    espeak: 'cmn-latn-pinyin',
    letterNames: {},
  },
} as const satisfies LanguageFile

const digits: readonly string[] = [...'零一二三四五六七八九']
