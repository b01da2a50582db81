import type { Floor, FloorCounter } from '../../floor/contract.ts'
import { demoClerks, demoHall } from '../../floor/demo-hall.ts'

const nowMs = Date.UTC(2026, 2, 11, 1, 42)

const slip = (number: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 720" width="640" height="720"><rect width="640" height="720" fill="#fff"/><g font-family="sans-serif" text-anchor="middle" fill="#1b1b1f"><text x="320" y="70" font-size="28">示例大厅</text><text x="320" y="230" font-size="120" font-weight="700">${number}</text><text x="320" y="310" font-size="48">社会保险</text><text x="320" y="400" font-size="26">前面等候 3 人 · 约 4～9 分钟</text><text x="320" y="450" font-size="26">等候地点 东区</text></g><rect x="220" y="490" width="200" height="200" fill="#1b1b1f"/></svg>`

const paper = (number: string, i: number) => ({
  key: `${i}`,
  atMs: nowMs - i * 50_000,
  svg: slip(number),
  text: number,
})

function counter(i: number, change: Partial<FloorCounter> = {}): FloorCounter {
  const { id, no, serviceIds } = demoHall.counters[i]!
  const services = serviceIds.map(
    (serviceId) => demoHall.services.find((each) => each.id === serviceId)!.name,
  )
  return {
    counterId: id,
    no,
    clerkName: demoClerks[i]!.name,
    services,
    state: 'idle',
    number: null,
    waiting: i % 4,
    panel: { lines: [`${no}号窗口`, services.join(' ')], colour: 'green', lit: true, faults: [] },
    keypad: { display: `00${i % 4}   `, beeps: 0 },
    asking: false,
    counterUrl: './counter.html',
    evaluatorUrl: './evaluator.html',
    ...change,
  }
}

const calling = (i: number, number: string): FloorCounter =>
  counter(i, {
    state: 'calling',
    number,
    panel: { lines: [`请${number}号`, `到${i + 1}号窗口`], colour: 'red', lit: true, faults: [] },
    keypad: { display: `   ${number.slice(-3)}`, beeps: 1 },
  })

const serving = (i: number, number: string): FloorCounter =>
  counter(i, {
    state: 'serving',
    number,
    panel: { lines: [`${i + 1}号窗口`, `${number} 办理中`], colour: 'green', lit: true, faults: [] },
    keypad: { display: `   ${number.slice(-3)}`, beeps: 0 },
  })

const dark = (faults: string[]) => ({ lines: [], colour: 'red', lit: false, faults }) as const

export const ordinary: Floor = {
  hallName: '示例大厅',
  nowMs,
  kiosks: [
    {
      id: 'kiosk1',
      name: '1 号取号机',
      url: './kiosk.html?state=ordinary',
      papers: ['A012', 'B007', 'A011', 'E003'].map(paper),
      faults: [],
      state: 'ready',
      reader: { faults: [], card: null },
      scanner: { faults: [] },
    },
    {
      id: 'kiosk2',
      name: '2 号取号机',
      url: './kiosk.html?state=few',
      papers: [],
      faults: [],
      state: 'ready',
      reader: { faults: [], card: null },
      scanner: { faults: [] },
    },
  ],
  boards: ['east', 'west'].map((zoneId, i) => ({
    zoneId,
    name: i === 0 ? '东区' : '西区',
    url: './board.html?state=ordinary',
    speaker: {
      saying: i === 0 ? '请 A 零 一 二 号，到 一 号窗口' : null,
      queue: i === 0 ? ['请 B 零 零 七 号，到 三 号窗口'] : [],
      said: [{ key: `${zoneId}-1`, text: '请 D 零 零 五 号，到 五 号窗口', atMs: nowMs }],
      faults: [],
    },
  })),
  counters: [
    calling(0, 'A012'),
    serving(1, 'B006'),
    counter(2),
    { ...serving(3, 'C002'), asking: true },
    counter(4, {
      state: 'paused',
      panel: { lines: ['暂停服务', '短暂离开'], colour: 'yellow', lit: true, faults: [] },
    }),
    serving(5, 'D004'),
    counter(6),
    counter(7, { state: 'closed', panel: { lines: ['未开放'], colour: 'red', lit: true, faults: [] } }),
  ],
  keypadFaults: [],
  consoleUrl: './console.html',
  replayUrl: '#replay',
  autopilot: { on: true, citizensPerHour: 120 },
  counts: { waiting: 14, serving: 4, finished: 37, rated: 29 },
}

export const closed: Floor = {
  ...ordinary,
  counters: ordinary.counters.map((_, i) =>
    counter(i, {
      state: 'closed',
      waiting: 0,
      panel: { lines: ['未开放'], colour: 'red', lit: true, faults: [] },
    }),
  ),
  kiosks: ordinary.kiosks.map((kiosk) => ({ ...kiosk, papers: [] })),
  autopilot: { on: false, citizensPerHour: 120 },
  counts: { waiting: 0, serving: 0, finished: 0, rated: 0 },
  boards: ordinary.boards.map((board) => ({
    ...board,
    speaker: { saying: null, queue: [], said: [], faults: [] },
  })),
}

export const broken: Floor = {
  ...ordinary,
  kiosks: ordinary.kiosks.map((kiosk) => ({ ...kiosk, faults: ['paperOut', 'silent'] })),
  boards: ordinary.boards.map((board) => ({
    ...board,
    speaker: { ...board.speaker, saying: null, faults: ['unplugged'] },
  })),
  counters: ordinary.counters.map((each, i) => ({
    ...each,
    panel: i % 2 === 0 ? dark(['unplugged']) : { ...each.panel, faults: ['silent', 'busy'] },
  })),
}

const longName = '城乡居民基本养老保险关系转移接续与待遇资格认证业务办理综合服务事项咨询登记'

export const crowded: Floor = {
  ...ordinary,
  hallName: '某某市某某区政务服务中心（市民之家）综合服务大厅东楼',
  counters: ordinary.counters.map((each) => ({
    ...each,
    clerkName: '阿卜杜热西提·买买提',
    waiting: 204,
    services: [longName, longName],
    panel: each.number ? each.panel : { ...each.panel, lines: [`${each.no}号窗口`, longName] },
  })),
  counts: { waiting: 1_632, serving: 8, finished: 12_345, rated: 9_876 },
  autopilot: { on: true, citizensPerHour: 1_000 },
}

export const empty: Floor = { ...closed, kiosks: [], boards: [], counters: [] }
