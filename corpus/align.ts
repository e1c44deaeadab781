/**
 * Where a text comes nearest to a wording: approximate matching by edit distance (Sellers 1980). Pure.
 */

/** The slice of the text that is nearest, by offsets, and how many single changes part them. */
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

/** The slice of `text` that comes nearest to all of `wanted`; of several the one as long, or else the first. */
export function nearestSlice(wanted: string, text: string): Nearest {
  // Row i: for each end j in text, the distance of wanted's first i characters, and where that match starts.
  let distances = new Uint32Array(text.length + 1)
  let starts = Uint32Array.from(distances, (_, j) => j)
  for (let i = 1; i <= wanted.length; i++) {
    const nextDistances = new Uint32Array(text.length + 1)
    const nextStarts = new Uint32Array(text.length + 1)
    nextDistances[0] = i
    for (let j = 1; j <= text.length; j++) {
      const replaced = (distances[j - 1] ?? 0) + (wanted[i - 1] === text[j - 1] ? 0 : 1)
      const left = (nextDistances[j - 1] ?? 0) + 1
      const up = (distances[j] ?? 0) + 1
      const fewest = Math.min(replaced, left, up)
      nextDistances[j] = fewest
      nextStarts[j] =
        (fewest === replaced ? starts[j - 1] : fewest === up ? starts[j] : nextStarts[j - 1]) ?? 0
    }
    distances = nextDistances
    starts = nextStarts
  }
  const least = distances.reduce((best, value) => Math.min(best, value))
  // Of ends that are as near, the one that leaves the slice as long as what is wanted: a changed last character
  // was replaced, not left out.
  const off = (end: number) => Math.abs(end - (starts[end] ?? 0) - wanted.length)
  let end = distances.indexOf(least)
  for (let j = end + 1; j <= text.length; j++) if (distances[j] === least && off(j) < off(end)) end = j
  return { start: starts[end] ?? 0, end, distance: least }
}

/** Where `wanted` and `text` differ, in order; neighbouring changes are one difference. */
export function differencesOf(wanted: string, text: string): Difference[] {
  const width = text.length + 1
  const distance = new Uint32Array((wanted.length + 1) * width)
  const at = (i: number, j: number) => distance[i * width + j] ?? 0
  for (let i = 0; i <= wanted.length; i++) {
    for (let j = 0; j <= text.length; j++) {
      distance[i * width + j] =
        i === 0
          ? j
          : j === 0
            ? i
            : Math.min(
                at(i - 1, j - 1) + (wanted[i - 1] === text[j - 1] ? 0 : 1),
                at(i - 1, j) + 1,
                at(i, j - 1) + 1,
              )
    }
  }
  const found: Difference[] = []
  let i = wanted.length
  let j = text.length
  while (i > 0 || j > 0) {
    const isSame = i > 0 && j > 0 && wanted[i - 1] === text[j - 1] && at(i, j) === at(i - 1, j - 1)
    if (isSame) {
      i--
      j--
      continue
    }
    const [wantedEnd, end] = [i, j]
    if (i > 0 && j > 0 && at(i, j) === at(i - 1, j - 1) + 1) {
      i--
      j--
    } else if (i > 0 && at(i, j) === at(i - 1, j) + 1) i--
    else j--
    const last = found[0]
    if (last && last.wantedStart === wantedEnd && last.start === end) {
      last.wantedStart = i
      last.start = j
    } else found.unshift({ wantedStart: i, wantedEnd, start: j, end })
  }
  return found
}
