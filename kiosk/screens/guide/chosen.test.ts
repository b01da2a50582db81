import { expect, test } from 'vitest'
import { type Choosable, chosenOf } from './chosen.ts'

const item = (id: string, serviceId: string): Choosable => ({ id, name: id, nameEn: '', serviceId })
const together = [['social'], ['social', 'medical'], ['tax']]
const choosing = (...items: Choosable[]) => chosenOf(items, together, () => {})

test('what one counter works together can be chosen together, and nothing else', () => {
  const chosen = choosing(item('card', 'social'))
  expect(chosen.can(item('pension', 'social'))).toBe('yes')
  expect(chosen.can(item('visit', 'medical'))).toBe('yes')
  expect(chosen.can(item('invoice', 'tax'))).toBe('apart')
  expect(chosen.can(item('card', 'social'))).toBe('chosen')
})

test('the queue is where every counter can do all that is chosen', () => {
  expect(choosing().queue).toBeNull()
  expect(choosing(item('card', 'social')).queue).toBe('social')
  expect(choosing(item('card', 'social'), item('visit', 'medical')).queue).toBe('medical')
})

test('no more than ten', () => {
  const ten = Array.from({ length: 10 }, (_, i) => item(`i${i}`, 'social'))
  expect(choosing(...ten).can(item('one more', 'social'))).toBe('full')
})

test('choosing again takes it out', () => {
  let now: Choosable[] = []
  const card = item('card', 'social')
  chosenOf(now, together, (next) => {
    now = next
  }).toggle(card)
  expect(now).toEqual([card])
  chosenOf(now, together, (next) => {
    now = next
  }).toggle(card)
  expect(now).toEqual([])
})
