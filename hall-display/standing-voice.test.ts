import { hall } from '@jiaohao/core/queue/cast.ts'
import { emptyState, type Standing } from '@jiaohao/core/queue/state.ts'
import { announcement } from '@jiaohao/core/text/announcement.ts'
import { boardView } from '@jiaohao/core/views/board.ts'
import { drivenClock } from '@jiaohao/drivers/driven-clock.ts'
import type { Call } from '@jiaohao/drivers/voice/queue.ts'
import { expect, test } from 'vitest'
import { openStandingVoice } from './standing-voice.ts'

function zone() {
  const clock = drivenClock(1_000_000)
  const said: Call[] = []
  const voice = openStandingVoice({ clock, clockOffsetMs: () => 0, say: (call) => said.push(call) })
  return {
    clock,
    said,
    heeds: (standing: Standing) => voice.heed(boardView(hall, { ...emptyState, standing }, '')),
    heard: () => said.map((call) => announcement(call, call.id.endsWith('en') ? 'en' : 'zh-CN')),
  }
}

test('the order to leave is said in Chinese and English, again and again, until the hall is resumed', async () => {
  const { clock, said, heeds, heard } = zone()
  const leave: Standing = { is: 'evacuated', sinceMs: clock.now() }
  heeds(leave)
  expect(heard()).toEqual([
    expect.stringMatching(/^紧急通知.*离开大厅/),
    expect.stringMatching(/^Attention please.*exit/),
  ])
  heeds(leave)
  await clock.advance(30_000)
  expect(said).toHaveLength(6)
  heeds({ is: 'open' })
  await clock.advance(60_000)
  expect(said).toHaveLength(6)
})

test('a pause is said once, and not by a station that comes back long after', async () => {
  const { clock, said, heeds } = zone()
  const pause: Standing = { is: 'paused', reason: '停电', sinceMs: clock.now() }
  heeds(pause)
  heeds(pause)
  await clock.advance(60_000)
  expect(said).toHaveLength(2)
  const late = zone()
  late.heeds({ ...pause, sinceMs: late.clock.now() - 600_000 })
  expect(late.said).toEqual([])
})
