import type { SameTexts } from '../language.ts'
import type { why as zh } from '../zh-CN/why.ts'

export const why: SameTexts<typeof zh> = {
  taken: 'Number {{number}} ({{service}}) was taken at {{time}}.',
  waits: 'It has been waiting since {{time}} and was not called yet.',
  called:
    'It was called at {{time}} to counter {{counter}}, having waited since {{since}}. The rule: {{rule}}.',
  passed: 'It went before {{count}} who had waited longer: {{numbers}}.',
  passedNobody: 'It went before nobody who had waited longer.',
  passedBy: 'While it waited it was passed {{count}} time(s); this hall promises no more than {{most}}:',
  passer: '{{number}}, waiting since {{since}}, at {{time}} to counter {{counter}}: {{rule}}',
  /** Between two numbers. */
  and: ', ',
  passedByNobody: 'While it waited nobody who came later passed it.',
  rule: {
    first: 'first by waiting',
    priority: 'of a published priority class',
    turn: 'an ordinary number’s turn after priority calls',
    aged: 'waited so long that it stands beside the priority classes',
    service: 'the turn of its service at that counter',
    bound: 'passed as often as allowed, so it had to be next',
    sentHere: 'sent to that counter by another',
    chosen: 'chosen by the clerk, which is on record',
    resumed: 'taken up again after a hold',
  },
}
