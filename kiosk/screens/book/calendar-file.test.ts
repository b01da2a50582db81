import { expect, test } from 'vitest'
import { calendarFile } from './calendar-file.ts'

const entry = {
  code: '7KHQ3MWA',
  fromMs: Date.UTC(2026, 2, 11, 1, 30),
  toMs: Date.UTC(2026, 2, 11, 2),
  title: '社会保险预约',
  where: '滨江区政务服务中心, 1 楼; A 区',
  text: '预约码 7KHQ 3MWA\n请带身份证',
  writtenAtMs: Date.UTC(2026, 2, 10, 8),
}

test('a booking is one event in UTC with a reminder, its text escaped', () => {
  const lines = calendarFile(entry).split('\r\n')
  expect(lines).toContain('DTSTART:20260311T013000Z')
  expect(lines).toContain('DTEND:20260311T020000Z')
  expect(lines).toContain('LOCATION:滨江区政务服务中心\\, 1 楼\\; A 区')
  expect(lines).toContain('DESCRIPTION:预约码 7KHQ 3MWA\\n请带身份证')
  expect(lines.filter((line) => line.startsWith('BEGIN:'))).toEqual([
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'BEGIN:VALARM',
  ])
})

test('no line is longer than 75 octets, and unfolded all is there again', () => {
  const text = '请携带以下材料原件及复印件：'.repeat(20)
  const file = calendarFile({ ...entry, text })
  for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
  expect(file.replaceAll('\r\n ', '')).toContain(`DESCRIPTION:${text}`)
})
