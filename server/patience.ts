/**
 * How long something is waited for.
 */

/** What `work` comes to or, where that takes more milliseconds than these, what `otherwise` says. */
export async function waitFor<T, U>(
  work: Promise<T>,
  milliseconds: number,
  otherwise: () => U,
): Promise<T | U> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds)
  }).then(otherwise)
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
