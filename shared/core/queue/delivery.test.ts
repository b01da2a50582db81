import { expect, test } from 'vitest'
import { board, displayAt, evaluatorAt, given, kiosk, li } from './cast.ts'
import type { Who } from './who.ts'

const called = () => given(kiosk.takes('social'), li.opens(), li.callsNext())

test('each display and each speaker tells once that it told a call', () => {
  const shown = called().when(board.shows(4)).follows({ type: 'callShown', callSeq: 4, stationId: 'board' })
  shown.when(board.shows(4)).follows()
  const both = shown.when(displayAt('strip').shows(4)).follows('callShown')
  const spoken = both.when(board.speaks(4)).follows({ type: 'callSpoken', callSeq: 4, stationId: 'board' })
  spoken.when(board.speaks(4)).follows()
  expect(spoken.state.calls[0]).toMatchObject({ shownBy: ['board', 'strip'], spokenBy: ['board'] })
})

test('a recall is a call of its own to be shown and spoken', () => {
  const { state } = called().when(board.speaks(4), li.recalls(), board.speaks(6)).follows('callSpoken')
  expect(state.calls.map(({ spokenBy }) => spokenBy)).toEqual([['board'], ['board']])
})

test('a call nobody made is not told', () => {
  called().when(board.shows(3)).isRefused('unknownCall')
  called().when(board.speaks(99)).isRefused('unknownCall')
})

test('displays show and speak, window stations show, nobody else does', () => {
  const keypads: Who = { as: 'window', stationId: 'bus', counterIds: ['c1'] }
  called()
    .when({ ...board.shows(4), by: keypads })
    .follows('callShown')
  called()
    .when({ ...board.speaks(4), by: keypads })
    .isRefused('notAllowed')
  for (const by of [li.who, kiosk.who, evaluatorAt('c1').who]) {
    called()
      .when({ ...board.shows(4), by })
      .isRefused('notAllowed')
    called()
      .when({ ...board.speaks(4), by })
      .isRefused('notAllowed')
  }
})
