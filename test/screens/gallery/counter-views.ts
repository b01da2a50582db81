import type { CounterView, TicketCard } from '@jiaohao/core/views/counter.ts'

/** 2026-03-11 10:24:30 in Shanghai. */
export const nowMs = Date.UTC(2026, 2, 11, 2, 24, 30)
const minute = 60_000

const names = ['社会保险登记与变更', '医疗保险关系转移接续', '不动产转移登记', '企业设立登记'] as const
export const longName = '外商投资企业设立变更注销登记及外国人来华工作许可延期注销补办联合受理综合专窗'

function card(number: string, change: Partial<TicketCard> = {}): TicketCard {
  const n = Number(number.slice(1))
  return {
    ticketId: `2026-03-11-${n}`,
    number,
    serviceId: `s${n % 4}`,
    serviceName: names[n % 4] ?? '',
    at: 'waiting',
    priority: null,
    appointment: false,
    items: [],
    journey: null,
    language: 'zh-CN',
    needs: [],
    issuedAtMs: nowMs - 16 * minute,
    queuedAtMs: nowMs - 16 * minute,
    firstCalledAtMs: null,
    lastCalledAtMs: null,
    calls: 0,
    countedCalls: 0,
    startedAtMs: null,
    heldMs: 0,
    heldSinceMs: null,
    holdKind: null,
    note: '',
    counterNo: '',
    why: null,
    legs: [{ serviceName: names[n % 4] ?? '', counterNo: '' }],
    ...change,
  }
}

const sign: CounterView['sign'] = {
  counterId: 'c3',
  no: '3',
  state: 'idle',
  ticketId: null,
  number: null,
  callSeq: null,
  recall: 0,
  pausedFor: '',
  services: [...names],
  waiting: 7,
  clerk: { id: 'li', name: '李晓雯', no: '0327', post: '综合窗口' },
  asking: null,
}

const waiting = [31, 32, 33, 34, 35, 36, 37].map((n, at) =>
  card(`A0${n}`, {
    queuedAtMs: nowMs - (14 - at * 2) * minute,
    ...(at === 0 ? { priority: { name: '老年人', ground: '70 岁以上' } } : {}),
    ...(at === 2 ? { appointment: true } : {}),
    ...(at === 4 ? { language: 'en' } : {}),
  }),
)

export const idle: CounterView = {
  view: 'counter',
  standing: { is: 'open' },
  helpSinceMs: null,
  hallName: '滨海市政务服务中心',
  timeZone: 'Asia/Shanghai',
  sign,
  staffId: 'li',
  sinceMs: nowMs - 110 * minute,
  current: null,
  checklist: [],
  waiting,
  waitingTotal: 7,
  held: [
    card('A019', {
      at: 'held',
      counterNo: '3',
      heldSinceMs: nowMs - 9 * minute,
      holdKind: 'withoutPapers',
      note: '回家取户口簿，下午再来',
    }),
  ],
  missed: [
    card('A022', { at: 'missed', counterNo: '3', lastCalledAtMs: nowMs - 6 * minute }),
    card('B007', { at: 'missed', counterNo: '5', lastCalledAtMs: nowMs - 18 * minute }),
  ],
  lastRating: { number: 'A029', is: 'rated' },
  finishedHere: 18,
  services: [...names, longName].map((name, at) => ({ id: `s${at}`, name, waiting: at * 3 })),
  counters: ['1', '2', '3', '4', '5', '6', '7', '8'].map((no, at) => ({
    id: `c${no}`,
    no,
    open: at % 3 !== 1,
    clerkName: at % 3 === 1 ? '' : (['王建国', '', '李晓雯', '赵敏', '', '欧阳志远', '陈静', ''][at] ?? ''),
  })),
  missAfter: { calls: 3, spacingSeconds: 20 },
  remindAt: { waitMinutes: 30, serviceMinutes: 40, holdMinutes: 30, waiting: 20 },
}

const called = card('A030', {
  at: 'called',
  counterNo: '3',
  firstCalledAtMs: nowMs - 34_000,
  lastCalledAtMs: nowMs - 12_000,
  calls: 2,
  countedCalls: 2,
  why: { rule: 'first', passed: 0 },
})

export const calling: CounterView = {
  ...idle,
  sign: { ...sign, state: 'calling', number: 'A030' },
  current: called,
  lastRating: { number: 'A029', is: 'asked' },
}

export const serving: CounterView = {
  ...calling,
  sign: { ...calling.sign, state: 'serving' },
  current: {
    ...called,
    at: 'serving',
    startedAtMs: nowMs - 192_000,
    firstCalledAtMs: nowMs - 220_000,
    language: 'en',
    appointment: true,
    priority: { name: '残疾人', ground: '持第二代残疾人证' },
    why: { rule: 'priority', passed: 4 },
    legs: [
      { serviceName: '企业设立登记', counterNo: '8' },
      { serviceName: '医疗保险关系转移接续', counterNo: '3' },
    ],
  },
}

export const crowded: CounterView = {
  ...serving,
  waiting: Array.from({ length: 30 }, (_, at) =>
    card(`A${100 + at}`, {
      serviceName: at % 2 ? longName : (names[at % 4] ?? ''),
      queuedAtMs: nowMs - (96 - at) * minute,
      priority: at % 5 === 0 ? { name: '消防救援人员', ground: '证件' } : null,
      appointment: at % 5 === 0,
    }),
  ),
  waitingTotal: 200,
  held: [40, 41, 42, 43].map((n) =>
    card(`A0${n}`, {
      at: 'held',
      serviceName: longName,
      heldSinceMs: nowMs - n * minute,
      holdKind: 'withPapers',
    }),
  ),
  missed: [50, 51, 52, 53, 54].map((n) =>
    card(`A0${n}`, { at: 'missed', counterNo: '3', lastCalledAtMs: nowMs - n * minute }),
  ),
  current: {
    ...card('AB1030', { at: 'serving', serviceName: longName }),
    startedAtMs: nowMs - 66 * minute,
    firstCalledAtMs: nowMs - 67 * minute,
    issuedAtMs: nowMs - 150 * minute,
    queuedAtMs: nowMs - 150 * minute,
    heldMs: 8 * minute,
    priority: { name: '消防救援人员', ground: '国家综合性消防救援队伍人员凭有效证件及其随行家属优先办理' },
    why: { rule: 'turn', passed: 2 },
  },
  services: Array.from({ length: 24 }, (_, at) => ({
    id: `s${at}`,
    name: at % 3 ? `${names[at % 4]}${at}` : `${longName}${at}`,
    waiting: at * 9,
  })),
}

export const paused: CounterView = { ...idle, sign: { ...sign, state: 'paused', pausedFor: '复印取件' } }
export const wrappingUp: CounterView = { ...idle, sign: { ...sign, state: 'wrappingUp' } }
export const empty: CounterView = {
  ...idle,
  waiting: [],
  waitingTotal: 0,
  held: [],
  missed: [],
  lastRating: null,
  finishedHere: 0,
}
export const toMiss: CounterView = {
  ...calling,
  current: { ...called, calls: 3, countedCalls: 3, lastCalledAtMs: nowMs - 25_000 },
}

const paper = (text: string, more: object = {}) =>
  ({ text, copies: 1, form: 'original', mandatory: true, note: '', ...more }) as const

/** One number for two items. */
export const withItems: CounterView = {
  ...serving,
  current: serving.current && { ...serving.current, items: ['社会保障卡申领', '灵活就业人员参保登记'] },
  checklist: [
    {
      id: 'card',
      name: '社会保障卡申领',
      materials: [
        paper('居民身份证', { note: '在有效期内' }),
        paper('近期一寸白底免冠照片', { copies: 2 }),
        paper('授权委托书及代办人身份证', { mandatory: false, note: '由他人代办时' }),
      ],
    },
    {
      id: 'flexible',
      name: '灵活就业人员参保登记',
      materials: [paper('居民身份证'), paper('户口簿', { form: 'both' })],
    },
  ],
  waiting: serving.waiting.map((each, i) => (i === 1 ? { ...each, items: ['失业保险金申领'] } : each)),
}
