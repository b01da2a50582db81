import { expect, test } from 'vitest'
import { noticePages } from './notice-pages.ts'

test('a notice that fits stands as it is, and none is none', () => {
  expect(noticePages('今日社保窗口照常办理。', 40)).toEqual(['今日社保窗口照常办理。'])
  expect(noticePages('  ', 40)).toEqual([])
})

test('a long notice is cut behind a full stop, else behind a comma, and loses nothing', () => {
  const notice =
    '本周六大厅照常开放。社保、医保业务请在下午五点前取号，身份证件请提前备好。咨询电话一二三四五'
  const pages = noticePages(notice, 20)
  expect(pages).toEqual([
    '本周六大厅照常开放。',
    '社保、医保业务请在下午五点前取号，',
    '身份证件请提前备好。咨询电话一二三四五',
  ])
  expect(pages.join('')).toBe(notice)
})

test('a text without a stop is cut anywhere, by characters and not by their halves', () => {
  expect(noticePages('𠮷'.repeat(5), 2)).toEqual(['𠮷𠮷', '𠮷𠮷', '𠮷'])
})
