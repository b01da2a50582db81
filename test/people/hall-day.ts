import type { Answer } from '@jiaohao/core/contract/socket.ts'
import type { CounterSign } from '@jiaohao/core/views/window.ts'
import type { Agenda } from './agenda.ts'
import type { Habits } from './habits.ts'

/** What people can do in a hall, on its real screens and devices; each resolves when it has had its effect. */
export interface Acts {
  take(kiosk: number, wish: Wish): Promise<Answer>
  callNext(counterId: string): Promise<Answer>
  recall(counterId: string): Promise<void>
  start(counterId: string): Promise<void>
  finish(counterId: string): Promise<void>
  miss(counterId: string): Promise<Answer>
  rate(counterId: string, level: 1 | 2 | 3 | 4 | 5): Promise<void>
  sign(counterId: string): CounterSign
  serviceOf(counterId: string): string
}

/** What one citizen wants at the kiosk. */
export interface Wish {
  serviceId: string
  classId: string | null
  appointment: { fromMs: number; toMs: number } | null
  writesDown: boolean
}

const recallAfterMs = 21_000
const lookAgainMs = 20_000

/** Citizens and clerks through a day: nobody knows the future, everybody looks at what the hall shows. */
export function hallDay(parts: {
  agenda: Agenda
  acts: Acts
  habits: Habits
  nowMs: () => number
  counterIds: readonly string[]
  kiosks: number
  classIds: readonly string[]
}) {
  const { agenda, acts, habits, nowMs } = parts
  const after = (ms: number, act: () => Promise<void>) => agenda.plan(nowMs() + ms, act)
  const at = new Map<string, boolean>()
  let taken = 0

  async function citizenComes(): Promise<void> {
    await acts.take(taken++ % parts.kiosks, {
      serviceId: habits.wish(habits.service()),
      classId: habits.priority(parts.classIds),
      appointment: habits.appointment(nowMs()),
      writesDown: habits.writesDown(),
    })
  }

  async function clerkLooks(counterId: string): Promise<void> {
    if (!at.get(counterId)) return
    const sign = acts.sign(counterId)
    if (sign.state === 'calling') return after(habits.walkMs(), () => citizenArrives(counterId))
    if (sign.state === 'serving') return after(habits.walkMs(), () => citizenIsServed(counterId))
    if (sign.state === 'paused' || sign.waiting === 0) return after(lookAgainMs, () => clerkLooks(counterId))
    const answer = await acts.callNext(counterId)
    if ('refused' in answer) return after(lookAgainMs, () => clerkLooks(counterId))
    if (habits.isGone()) return after(recallAfterMs, () => nobodyComes(counterId, 1))
    after(habits.walkMs(), () => citizenArrives(counterId))
  }

  async function nobodyComes(counterId: string, calls: number): Promise<void> {
    if (calls < 3) {
      await acts.recall(counterId)
      return after(recallAfterMs, () => nobodyComes(counterId, calls + 1))
    }
    const answer = await acts.miss(counterId)
    if ('refused' in answer) await acts.finish(counterId)
    after(habits.pauseMs(), () => clerkLooks(counterId))
  }

  async function citizenArrives(counterId: string): Promise<void> {
    await acts.start(counterId)
    after(habits.serviceMs(acts.serviceOf(counterId)), () => citizenIsServed(counterId))
  }

  async function citizenIsServed(counterId: string): Promise<void> {
    await acts.finish(counterId)
    const mark = habits.rates()
    const pauseMs = habits.pauseMs()
    if (mark) after(mark.afterMs, () => acts.rate(counterId, mark.level))
    after(Math.max(pauseMs, mark ? mark.afterMs + 1_000 : 0), () => clerkLooks(counterId))
  }

  return {
    citizenComes,
    clerkSitsDown: (counterId: string): void => {
      at.set(counterId, true)
      after(habits.pauseMs(), () => clerkLooks(counterId))
    },
    clerkLeaves: (counterId: string): void => void at.set(counterId, false),
  }
}
