import type { SameTexts } from '../language.ts'
import type { evaluator as zh } from '../zh-CN/evaluator.ts'

export const evaluator: SameTexts<typeof zh> = {
  counterNo: 'Counter {{no}}',
  loading: 'Connecting…',
  unbound: 'This evaluator has no counter yet, please ask an administrator',
  away: 'No connection to the server; goes on by itself',
  photo: 'Photo of the clerk',
  number: 'No. {{no}}',
  state: {
    closed: 'This counter is closed',
    idle: 'Welcome',
    calling: 'Number {{number}}, please come here',
    serving: 'Serving number {{number}}',
    wrappingUp: 'Finishing papers, one moment please',
    paused: 'Paused',
  },
  services: 'Services',
  ask: 'How was this service?',
  forNumber: 'Number {{number}}',
  left: '{{seconds}} s left to rate',
  sending: 'Sending…',
  explain: {
    kept: 'Recorded: {{level}}',
    title: 'Would you tell us why? Optional, choose as many as you like.',
    text: 'Anything to add? (150 characters at most)',
    send: 'Send',
    skip: 'No, thanks',
    wrong: 'The text holds symbols that cannot be used, please change it',
  },
  said: {
    thanks: 'Thank you',
    thanksAbout: 'Your opinion helps to improve the service',
    alreadyRated: 'Already rated, thank you',
    alreadyRatedAbout: 'Each visit is rated once; the first mark counts',
    ratingClosed: 'The time for rating is over',
    ratingClosedAbout: 'You can still rate with the QR code on your slip',
    notTaken: 'That could not be sent',
    notTakenAbout: 'You can rate with the QR code on your slip',
  },
}
