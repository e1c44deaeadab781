/**
 * What a load measured, line by line, and whether the promise beside it holds.
 */
const WIDTHS = [46, 62]

export interface Report {
  /** A measurement; `holds` where something is promised of it. */
  add(what: string, measured: string, holds?: boolean): void
  /** The lines whose promise is broken. */
  broken(): string[]
}

/** A report that is printed as it grows. */
export function openReport(print: (line: string) => void): Report {
  const broken: string[] = []
  return {
    add(what, measured, holds) {
      const verdict = holds === undefined ? '' : holds ? 'holds' : 'BROKEN'
      if (holds === false) broken.push(`${what}: ${measured}`)
      print([what, measured].map((cell, i) => cell.padEnd(WIDTHS[i] ?? 0)).join('') + verdict)
    },
    broken: () => broken,
  }
}

/** Milliseconds as people read them. */
export function ms(milliseconds: number): string {
  return `${milliseconds.toFixed(milliseconds < 10 ? 1 : 0)} ms`
}

/** Sizes in MB as people read them. */
export function inMb(sizes: number[]): string {
  return `${sizes.map((mb) => mb.toFixed(0)).join(', ')} MB`
}
