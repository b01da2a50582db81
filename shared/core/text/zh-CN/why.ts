/** Why a number was called when it was, as a complaint officer reads it aloud. */
export const why = {
  taken: '{{number}} 号（{{service}}）于 {{time}} 取号。',
  waits: '自 {{time}} 起等候，尚未叫到。',
  called: '{{time}} 在 {{counter}} 号窗口叫到，等候自 {{since}} 起计。理由：{{rule}}。',
  passed: '叫到时，先于等得更久的 {{count}} 人：{{numbers}}。',
  passedNobody: '叫到时，没有越过等得更久的人。',
  passedBy: '等候期间被后到者越过 {{count}} 次，本厅承诺不超过 {{most}} 次：',
  passer: '{{number}} 号，{{since}} 起等候，{{time}} 在 {{counter}} 号窗口，{{rule}}',
  /** Between two numbers. */
  and: '、',
  passedByNobody: '等候期间没有被后到者越过。',
  rule: {
    first: '按等候先后轮到',
    priority: '属于公布的优先对象',
    turn: '优先对象连叫后，轮到普通号',
    aged: '等候已久，按规定与优先对象同列',
    service: '按该窗口的业务次序或比重轮到',
    bound: '被越过已达上限，必须先叫',
    sentHere: '由其他窗口转到该窗口',
    chosen: '工作人员选呼，已记入审计',
    resumed: '挂起后回呼',
  },
} as const
