import { existsSync, readdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, join } from 'node:path'

/**
 * Fonts with many Han characters, best first (devices.md §1): Noto has the cleanest small sizes, HanaMin and
 * BabelStone most of extensions B–F, Plangothic B–J. On Windows SimSun and SimSun-ExtB.
 */
const KNOWN = [
  /^NotoSansCJK(sc)?-Regular\.(ttc|otf)$/,
  /^NotoSansSC-Regular\.(ttf|otf)$/,
  /^SourceHanSans(SC|CN)-Regular\.otf$/,
  /^simsun\.ttc$/i,
  /^HanaMinA.*\.[ot]tf$/,
  /^HanaMinB.*\.[ot]tf$/,
  /^BabelStoneHan.*\.[ot]tf$/,
  /^simsunb\.ttf$/i,
  /^PlangothicP1.*\.[ot]tf$/,
  /^PlangothicP2.*\.[ot]tf$/,
]

/** Where systems keep their fonts. */
const SYSTEM_FOLDERS = [
  '/usr/share/fonts',
  '/usr/local/share/fonts',
  join(homedir(), '.local/share/fonts'),
  'C:\\Windows\\Fonts',
]

/** A font folder is a few levels deep; a loop of links is not followed for ever. */
const MOST_FILES = 5000

/**
 * The font files to try, in order: those of the places named (a file, or every font of a folder in the order of
 * their names), then the known ones of the system. What is not there is left out.
 */
export function findFonts(
  places: readonly string[],
  systemFolders: readonly string[] = SYSTEM_FOLDERS,
): string[] {
  const named = places.flatMap(filesAt).map((path) => ({ path, rank: -1 }))
  const ofSystem = systemFolders
    .flatMap(filesAt)
    .map((path) => ({ path, rank: rankOf(path) }))
    .filter(({ rank }) => rank < KNOWN.length)
    .sort((a, b) => a.rank - b.rank || (a.path < b.path ? -1 : 1))
  return [...new Set([...named, ...ofSystem].map(({ path }) => path))]
}

function filesAt(place: string): string[] {
  if (!existsSync(place)) return []
  if (!statSync(place).isDirectory()) return [place]
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .slice(0, MOST_FILES)
    .filter((name) => /\.(ttf|otf|ttc)$/i.test(name))
    .map((name) => join(place, name))
    .sort()
}

function rankOf(path: string): number {
  const rank = KNOWN.findIndex((known) => known.test(basename(path)))
  return rank === -1 ? KNOWN.length : rank
}
