import type { SameTexts } from '../language.ts'
import type { board as zh } from '../zh-CN/board.ts'

export const board: SameTexts<typeof zh> = {
  counter: 'Counter {{no}}',
  calledNow: 'Now calling',
  lastCalled: 'Last called',
  earlier: 'Called before',
  waiting: 'Waiting',
  notOpen: 'Closed now',
  page: 'Page {{page}} of {{pages}}',
  notice: 'Notice',
  connecting: 'Connecting, please wait',
  nobodyCalled: 'Nobody is being called',
  takeANumber: 'Take a number at the kiosk; it will appear here when called',
  allClosed: 'Counters are not open now',
  comeBack: 'Please check the opening hours or ask the staff',
  away: 'Connection lost: this is how it was at {{time}}',
  awayNow: 'Please listen, watch the counters, or ask the staff',
}
