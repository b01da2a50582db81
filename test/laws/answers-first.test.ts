import { Command } from '@jiaohao/core/queue/command.ts'
import { expect, test } from 'vitest'
import { openTestHall } from '../hall/open-hall.ts'

test('whoever asks is answered before any screen is told, and before anything else can happen', async () => {
  const hall = await openTestHall()
  const { loop } = hall.hub.parts
  const happened: string[] = []
  loop.onTold((recorded) => {
    if (recorded.some(({ event }) => event.type === 'ticketTaken')) happened.push('told')
  })
  const take = Command.parse({ command: 'takeTicket', serviceId: 'social', paper: false, language: 'zh-CN' })
  const asked = loop.ask(take, { as: 'kiosk', stationId: 'k1' }, null).then((answer) => {
    setImmediate(() => happened.push('next turn'))
    happened.push('done' in answer ? 'answered' : answer.refused)
  })
  await asked
  await new Promise((done) => setImmediate(done))
  expect(happened).toEqual(['answered', 'told', 'next turn'])
  await hall.close()
})
