import type { Need } from '@jiaohao/core/queue/need.ts'

const drawings: Record<Need, string> = {
  largeSlip: 'M3 20L9 5h1l6 15M5.5 14h8M15 20l3-8h.6l3 8M16.2 17h4.4',
  slowSpeech: 'M4 9.5h3.5L12 6v12l-4.5-3.5H4zM15.5 9a4 4 0 0 1 0 6M18.5 6.5a8 8 0 0 1 0 11',
  lowCounter: 'M10 4.2v.1M10 8v6h6l3 6M10 11h5M8 12.5a5 5 0 1 0 6.3 6.3',
  flash: 'M12 2v3M4.5 5l2 2M19.5 5l-2 2M2 12h3M19 12h3M8.5 20h7M9 17a5.5 5.5 0 1 1 6 0z',
}

/** A need as a drawing, beside its words and never instead of them. */
export function NeedSign({ need }: { need: Need }) {
  return (
    <svg className="need-sign" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={drawings[need]} />
    </svg>
  )
}
