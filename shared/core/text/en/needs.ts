import type { SameTexts } from '../language.ts'
import type { needs as zh } from '../zh-CN/needs.ts'

export const needs: SameTexts<typeof zh> = {
  about: 'How to serve you (choose any)',
  largeSlip: 'Large slip',
  slowSpeech: 'Slow speech',
  lowCounter: 'Low counter',
  flash: 'Flash longer',
}
