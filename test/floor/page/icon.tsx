const paths = {
  enlarge: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
  close: 'M6 6l12 12M18 6L6 18',
  plug: 'M9 3v5M15 3v5M6 8h12v4a6 6 0 0 1-12 0zM12 18v3',
  sound: 'M4 9.5v5h4l5 4v-13l-5 4zM16.5 9a4 4 0 0 1 0 6M19 6.5a8 8 0 0 1 0 11',
  mute: 'M4 9.5v5h4l5 4v-13l-5 4zM16.5 9.5l5 5M21.5 9.5l-5 5',
  away: 'M14 5h5v5M19 5l-8 8M17 14v5H5V7h5',
  tick: 'M5 12.5l5 5L19 7',
  warn: 'M12 4l9 16H3zM12 10v4.5M12 17.4v.1',
  next: 'M5 12h13M13 6.5l5.5 5.5-5.5 5.5',
} as const

/** A line drawing beside words; never the only name of a thing. */
export function Icon({ name }: { name: keyof typeof paths }) {
  return (
    <svg className="floor-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  )
}
