/**
 * Where a text comes nearest to a wording, and how they differ: approximate matching by weighed edit distance
 * (Sellers 1980). Pure.
 */

/** The slice of the text that is nearest, by offsets, and what parts them: in changed characters of the wording. */
export interface Nearest {
  start: number
  end: number
  distance: number
}

/** A stretch where the two differ: `wanted.slice(wantedStart, wantedEnd)` stands for `text.slice(start, end)`. */
export interface Difference {
  wantedStart: number
  wantedEnd: number
  start: number
  end: number
}

/** Who quotes leaves words out more often than he puts others in: what the text has beyond the wording costs less. */
const CHANGED = 4
const LEFT_OUT = 1

/** The slice of `text` that comes nearest to all of `wanted`; of several the one as long, or else the first. */
export function nearestSlice(wanted: string, text: string): Nearest {
  // Row i: for each end j in text, the distance of wanted's first i characters, and where that match starts.
  let distances = new Uint32Array(text.length + 1)
  let starts = Uint32Array.from(distances, (_, j) => j)
  let nextDistances = new Uint32Array(text.length + 1)
  let nextStarts = new Uint32Array(text.length + 1)
  for (let i = 1; i <= wanted.length; i++) {
    nextDistances[0] = i * CHANGED
    nextStarts[0] = 0
    for (let j = 1; j <= text.length; j++) {
      const replaced = (distances[j - 1] ?? 0) + (wanted[i - 1] === text[j - 1] ? 0 : CHANGED)
      const up = (distances[j] ?? 0) + CHANGED
      const left = (nextDistances[j - 1] ?? 0) + LEFT_OUT
      const fewest = Math.min(replaced, left, up)
      nextDistances[j] = fewest
      nextStarts[j] =
        (fewest === replaced ? starts[j - 1] : fewest === up ? starts[j] : nextStarts[j - 1]) ?? 0
    }
    ;[distances, nextDistances] = [nextDistances, distances]
    ;[starts, nextStarts] = [nextStarts, starts]
  }
  const least = distances.reduce((best, value) => Math.min(best, value))
  // Of ends that are as near, the one that leaves the slice as long as what is wanted: a changed last character
  // was replaced, not left out.
  const off = (end: number) => Math.abs(end - (starts[end] ?? 0) - wanted.length)
  let end = distances.indexOf(least)
  for (let j = end + 1; j <= text.length; j++) if (distances[j] === least && off(j) < off(end)) end = j
  return { start: starts[end] ?? 0, end, distance: least / CHANGED }
}

/** Where `wanted` and `text` differ, in order, a figure as a whole; neighbouring changes are one difference. */
export function differencesOf(wanted: string, text: string): Difference[] {
  const [ours, theirs] = [tokensOf(wanted), tokensOf(text)]
  const width = theirs.length + 1
  const distance = new Uint32Array((ours.length + 1) * width)
  const at = (i: number, j: number) => distance[i * width + j] ?? 0
  const isSame = (i: number, j: number) => ours[i - 1]?.token === theirs[j - 1]?.token
  for (let i = 0; i <= ours.length; i++) {
    for (let j = 0; j <= theirs.length; j++) {
      if (i + j === 0) continue
      distance[i * width + j] = Math.min(
        i > 0 && j > 0 ? at(i - 1, j - 1) + (isSame(i, j) ? 0 : CHANGED) : Number.POSITIVE_INFINITY,
        i > 0 ? at(i - 1, j) + CHANGED : Number.POSITIVE_INFINITY,
        j > 0 ? at(i, j - 1) + LEFT_OUT : Number.POSITIVE_INFINITY,
      )
    }
  }
  const startOf = (tokens: Token[], index: number, whole: string) => tokens[index]?.start ?? whole.length
  const found: Difference[] = []
  let i = ours.length
  let j = theirs.length
  while (i > 0 || j > 0) {
    if (i > 0 && j > 0 && isSame(i, j) && at(i, j) === at(i - 1, j - 1)) {
      i--
      j--
      continue
    }
    const [wantedEnd, end] = [startOf(ours, i, wanted), startOf(theirs, j, text)]
    if (i > 0 && j > 0 && at(i, j) === at(i - 1, j - 1) + CHANGED) {
      i--
      j--
    } else if (i > 0 && at(i, j) === at(i - 1, j) + CHANGED) i--
    else j--
    const [wantedStart, start] = [startOf(ours, i, wanted), startOf(theirs, j, text)]
    const next = found[0]
    if (next && next.wantedStart === wantedEnd && next.start === end)
      Object.assign(next, { wantedStart, start })
    else found.unshift({ wantedStart, wantedEnd, start, end })
  }
  return found
}

interface Token {
  token: string
  start: number
}

/** Figures, and every other character by itself. */
function tokensOf(text: string): Token[] {
  return [...text.matchAll(/\d+(?:\.\d+)?|[\s\S]/g)].map((match) => ({ token: match[0], start: match.index }))
}
