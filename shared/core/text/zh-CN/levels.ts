/** The five levels of 好差评, with the exact words. */
export const levels = { 5: '非常满意', 4: '满意', 3: '基本满意', 2: '不满意', 1: '非常不满意' } as const
