import type { LedPicture, LedSize } from '../led-text.ts'

/** What the first order names instead of a session. */
export const NO_SESSION = '##GUID'

/** The host's word for the version it speaks (devices.md §3). */
export const INTERFACE_VERSION = 0x1000005

/** An order of the SDK: `<sdk guid><in method>…`. */
const order = (guid: string, method: string, inner = '') =>
  `<?xml version="1.0" encoding="utf-8"?>\n<sdk guid="${escaped(guid)}"><in method="${method}">${inner}</in></sdk>`

export const greeting = () => order(NO_SESSION, 'GetIFVersion', '<version value="1000000"/>')

/** The hand's brightness, 1 to 100 percent; the card's own timetable and light sensor stay out of it. */
export const luminance = (guid: string, level: number) =>
  order(
    guid,
    'SetLuminancePloy',
    `<mode value="default"/><default value="${Math.max(1, Math.round((within(level) / 15) * 100))}"/>` +
      '<ploy><item enable="false" start="08:00:00" percent="100"/></ploy><sensor min="1" max="100" time="10"/>',
  )

/** The same ids each time, so that the card replaces its one program instead of collecting them. */
const ids = {
  program: '6a1f0c52-4d1e-4b5a-9a51-0f5d6e1b7c01',
  area: '6a1f0c52-4d1e-4b5a-9a51-0f5d6e1b7c02',
  text: '6a1f0c52-4d1e-4b5a-9a51-0f5d6e1b7c03',
}
const rgb = { red: '#ff0000', green: '#00ff00', yellow: '#ffff00' } as const
const FONT_DOTS = 16
const COLUMN_DOTS = 8
/** Effect numbers of the SDK: shown at once, and running to the left without end. */
const effects = { none: 0, runLeft: 26 } as const

/** The one program with one text over the whole strip; no lines is a program without text. */
export function program(guid: string, picture: LedPicture, { width, height }: LedSize): string {
  const text = picture.lines.length === 0 ? '' : textOf(picture, { width, height })
  const area =
    `<area guid="${ids.area}" name="" alpha="255">` +
    `<rectangle x="0" y="0" width="${width}" height="${height}"/><resources>${text}</resources></area>`
  return order(
    guid,
    'AddProgram',
    `<screen><program type="normal" id="0" guid="${ids.program}" name="" flag="realtime">` +
      `<playControl count="1" disabled="false"/>${area}</program></screen>`,
  )
}

function textOf({ lines, colour }: LedPicture, { width, height }: LedSize): string {
  const fits =
    lines.length <= Math.max(1, Math.floor(height / FONT_DOTS)) &&
    lines.every((line) => columns(line) * COLUMN_DOTS <= width)
  const effect = fits ? effects.none : effects.runLeft
  return (
    `<text guid="${ids.text}" name="" singleLine="${!fits}"><style align="center" valign="middle"/>` +
    `<string>${escaped(lines.join(fits ? '\n' : ' '))}</string>` +
    `<font name="SimSun" size="12" color="${rgb[colour]}" bold="false" italic="false" underline="false"/>` +
    `<effect in="${effect}" out="${effects.none}" inSpeed="4" outSpeed="4" duration="50"/></text>`
  )
}

/** A letter of ASCII is half as wide as a Han character. */
const columns = (text: string) =>
  [...text].reduce((sum, letter) => sum + ((letter.codePointAt(0) ?? 0) < 0x80 ? 1 : 2), 0)

const within = (level: number) => Math.min(15, Math.max(0, level))

/** What XML 1.0 cannot carry is dropped, what it would obey is written out. */
function escaped(text: string): string {
  return [...text.toWellFormed()]
    .filter((letter) => letter >= ' ' || letter === '\n')
    .join('')
    .replace(/[&<>"']/g, (letter) => `&#${letter.codePointAt(0)};`)
}

export function unescaped(text: string): string {
  return text.replace(/&#(\d{1,7});/g, (_, code: string) => String.fromCodePoint(Number(code)))
}

/** The value of an element's attribute; undefined when there is none. */
export function attribute(xml: string, element: string, name: string): string | undefined {
  return new RegExp(`<${element}\\b[^>]*\\s${name}="([^"]*)"`).exec(xml)?.[1]
}
