import type { Page } from 'playwright-core'

/** Whatever a finger or a key can use. */
const controls = 'button, a[href], input, textarea, select, summary, [role="button"], [role="radio"]'

/** Controls that are smaller than a hurried finger needs: 60 px each way (rules §9), with what surrounds an input as its label. */
export const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate((selector) => {
    const least = 60
    return [...document.querySelectorAll<HTMLElement>(selector)]
      .map((element) => (element.matches('input') ? (element.closest('label') ?? element) : element))
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && box.height > 0)
      .filter(({ box }) => box.width < least - 0.5 || box.height < least - 0.5)
      .map(
        ({ element, box }) =>
          `${element.className || element.tagName} ${element.textContent.slice(0, 20)} ${Math.round(box.width)}×${Math.round(box.height)}`,
      )
  }, controls)

/** Controls that Tab does not come to, and those it comes to without showing it; a group of radios is one stop. */
export async function unreached(page: Page): Promise<string[]> {
  const wanted = await page.evaluate((selector) => {
    const groups = new Set<string>()
    const all = [...document.querySelectorAll<HTMLElement>(selector)].filter((element) => {
      const box = element.getBoundingClientRect()
      if (box.width === 0 || box.height === 0 || (element as HTMLButtonElement).disabled) return false
      if (!element.checkVisibility({ visibilityProperty: true })) return false
      if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true
      if (groups.has(element.name)) return false
      groups.add(element.name)
      return true
    })
    for (const [at, element] of all.entries()) {
      const radio = element instanceof HTMLInputElement && element.type === 'radio'
      const group = radio
        ? document.querySelectorAll<HTMLElement>(`input[name="${(element as HTMLInputElement).name}"]`)
        : [element]
      for (const each of group) each.dataset.stop = String(at)
    }
    return all.map(
      (element) => element.textContent.trim().slice(0, 20) || element.className || element.tagName,
    )
  }, controls)
  const seen = new Set<number>()
  const hidden: string[] = []
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  for (let presses = 0; presses < wanted.length + 8; presses++) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null
      if (!element?.dataset.stop) return null
      const shows = [element, element.closest('label')].some((each) => {
        if (!each) return false
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each)
        return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
      })
      return { stop: Number(element.dataset.stop), shows }
    })
    if (!at) continue
    seen.add(at.stop)
    if (!at.shows) hidden.push(`${wanted[at.stop]} (focus not shown)`)
  }
  // A page that was still finding its size may have taken away what was there at first.
  const there = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-stop]')].map(({ dataset }) => Number(dataset.stop)),
  )
  return [...wanted.filter((_, at) => there.includes(at) && !seen.has(at)), ...new Set(hidden)]
}

/** What still moves when the citizen has asked for no motion. */
export const moving = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    document
      .getAnimations()
      .filter(
        ({ playState, effect }) =>
          playState === 'running' && Number(effect?.getComputedTiming().activeDuration) > 1,
      )
      .map(
        (animation) =>
          (animation as CSSAnimation).animationName ?? (animation as CSSTransition).transitionProperty ?? '',
      ),
  )
