// npm run icon: draws the icon of the extension, a galley proof with a word marked to be corrected.
import { join } from 'node:path';
import { openBrowser } from './editor/browser.mjs';
import { ROOT } from './processes.mjs';

/** Pixels on each side, as the marketplace wants it. */
const SIZE = 128;

const LINES = [52, 64, 76, 88, 100]
  .map((y, index) => `<rect x="34" y="${y}" width="${index === 4 ? 34 : 60}" height="5" rx="2.5" fill="#8a8378"/>`)
  .join('');

const ICON = `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE}" height="${SIZE}" viewBox="0 0 128 128">
  <rect width="128" height="128" rx="24" fill="#7a2e1d"/>
  <path d="M24 14h68l14 14v90H24z" fill="#fbf7ee"/>
  <path d="M92 14v14h14z" fill="#d9cfbb"/>
  <rect x="34" y="30" width="44" height="11" rx="2" fill="#2b2722"/>
  ${LINES}
  <rect x="54" y="72" width="22" height="13" fill="#fbf7ee"/>
  <path d="M59 72h-5v13h5M71 72h5v13h-5" fill="none" stroke="#c0392b" stroke-width="3.5"/>
  <rect x="60" y="76" width="10" height="5" rx="2.5" fill="#c0392b"/>
</svg>`;

const { page, close } = await openBrowser();
try {
  await page.setViewportSize({ width: SIZE, height: SIZE });
  await page.setContent(
    `<style>html, body { margin: 0; background: transparent; } svg { display: block; }</style>${ICON}`,
  );
  await page.screenshot({ path: join(ROOT, 'docs', 'pictures', 'icon.png'), omitBackground: true });
} finally {
  await close();
}
