const place = 'jiaohao.key'

/** The key this browser got when it was paired; none on a page that its own station serves. */
export function storedKey(): { key?: string } {
  const key = localStorage.getItem(place)
  return key === null ? {} : { key }
}

export const storeKey = (key: string): void => localStorage.setItem(place, key)
export const forgetKey = (): void => localStorage.removeItem(place)
