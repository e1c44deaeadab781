/**
 * Fetches the static files of the pages from the binding that a Worker has to them.
 */
import { type Assets, readManifest } from './http/assets.ts'

/** The binding of `[assets]` in wrangler.toml. */
export interface AssetsBinding {
  fetch(address: string): Promise<Response>
}

/** All files that /assets serves, by name; each is fetched when it is asked for. */
export async function fetchAssets(binding: AssetsBinding): Promise<Assets> {
  const manifest = readManifest(await (await fetchAsset(binding, 'assets.json')).text())
  return new Map(
    Object.entries(manifest).map(([name, listed]) => [
      name,
      { ...listed, body: async () => (await fetchAsset(binding, name)).body ?? '' },
    ]),
  )
}

/** One file that `npm run build` wrote. */
export async function fetchAsset(binding: AssetsBinding, name: string): Promise<Response> {
  // The binding looks at the path alone.
  const response = await binding.fetch(`https://assets.invalid/${name}`)
  if (!response.ok)
    throw new Error(`The asset ${name} is not there (${response.status}). Run npm run build first.`)
  return response
}
