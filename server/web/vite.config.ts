/**
 * Builds what runs in browsers: `npm run build` writes server/web/dist, which /assets and /widget.js serve.
 */
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { listAssets } from './list-assets.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The oldest browsers that run the scripts; those before them get the plain form. */
const BROWSERS = ['chrome80', 'safari13.1']

export default defineConfig({
  root: here('client/'),
  base: './',
  publicDir: here('client/public/'),
  // Lightning CSS makes light-dark(), inset and nesting into what those browsers know.
  css: {
    transformer: 'lightningcss',
    lightningcss: { targets: { chrome: 80 << 16, safari: (13 << 16) | (1 << 8) } },
  },
  plugins: [listAssets(here('dist/'))],
  build: {
    outDir: here('dist/'),
    emptyOutDir: true,
    target: BROWSERS,
    cssTarget: BROWSERS,
    modulePreload: false,
    // A file of its own can be kept by browsers; a data: address is refused by strict pages.
    assetsInlineLimit: 0,
    rollupOptions: {
      // widget.js imports the panel by its name at run time: what it exports is used.
      preserveEntrySignatures: 'exports-only',
      input: {
        console: here('client/console.ts'),
        document: here('client/document.ts'),
        panel: here('client/panel.ts'),
        portal: here('client/portal.css'),
        site: here('client/site.css'),
        staff: here('client/staff.css'),
        widget: here('client/widget.ts'),
        // For browsers that cannot adopt the sheet that widget.js carries.
        'widget.css': here('client/widget.css'),
      },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
        assetFileNames: '[name][extname]',
      },
    },
  },
})
