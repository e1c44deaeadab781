/**
 * One form for Simplified and Traditional writing, for boxes that filter. Its tables are large: they come when a box is used.
 */
export type Fold = (text: string) => string

/** What a box goes by until the tables are there. */
export const foldCase: Fold = (text) => text.toLowerCase()

/** The fold of the corpus; that of letters alone where it cannot be had. */
export async function loadFold(): Promise<Fold> {
  try {
    return (await import('../../../../corpus/script.ts')).fold
  } catch {
    return foldCase
  }
}
