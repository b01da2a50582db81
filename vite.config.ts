import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const page = (path: string) => resolve(import.meta.dirname, path)

/** Every page of the product, built once for all who serve them; `chrome109` is the newest browser Windows 7 has. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    target: 'chrome109',
    outDir: 'dist/screens',
    emptyOutDir: true,
    chunkSizeWarningLimit: 2_000,
    rolldownOptions: {
      input: {
        kiosk: page('kiosk/screens/kiosk.html'),
        phone: page('kiosk/screens/phone.html'),
        guide: page('kiosk/screens/guide.html'),
        book: page('kiosk/screens/book/book.html'),
        counter: page('window-terminal/screens/counter.html'),
        evaluator: page('window-terminal/screens/evaluator.html'),
        board: page('hall-display/screens/board.html'),
        console: page('server/console/console.html'),
        floor: page('test/floor/page/floor.html'),
      },
    },
  },
})
