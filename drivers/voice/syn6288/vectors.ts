import type { Vector } from '../../vector.ts'
import { encodeText, queryFrame, type Syn6288Frame, sayFrame, stopFrame } from './codec.ts'

/** Published frames (devices.md §6). */
export const syn6288Vectors: readonly Vector<Syn6288Frame>[] = [
  { name: 'stop', hex: 'fd 00 02 02 fd', frame: stopFrame },
  { name: 'query', hex: 'fd 00 02 21 de', frame: queryFrame },
  {
    name: '请 A001 号到 3 号窗口',
    hex: 'fd 00 18 01 00 c7 eb 20 41 30 30 31 20 ba c5 b5 bd 20 33 20 ba c5 b4 b0 bf da e2',
    frame: sayFrame(encodeText('请 A001 号到 3 号窗口')),
  },
]
