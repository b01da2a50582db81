import { encode } from 'uqr'

/** A QR code drawn as one path on white, with the quiet zone scanners need. */
export function QrCode({ data, label }: { data: string; label: string }) {
  const { data: rows, size } = encode(data, { border: 4 })
  const path = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    <svg viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges" role="img" aria-label={label}>
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  )
}
