/**
 * The data of a Worker, between the time that they are fetched and the time that modules ask for them.
 */
import { type AssetsBinding, fetchAsset } from '../fetch-assets.ts'

/** Beside the files of the pages; /assets does not serve it. */
export const DATA_FILE = 'data.json'

let data: Record<string, unknown> = {}

/** Fetches them all. */
export async function fetchData(binding: AssetsBinding): Promise<void> {
  data = (await (await fetchAsset(binding, DATA_FILE)).json()) as Record<string, unknown>
}

/** What the module of this name exports; see `data.ts`. */
export function dataOf(name: string): unknown {
  return data[name]
}
