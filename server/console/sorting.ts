const collator = new Intl.Collator('zh-CN', { numeric: true })

/** Names by pinyin, numbers in names by value: 2号 before 10号. */
export const byText = (a: string, b: string): number => collator.compare(a, b)
