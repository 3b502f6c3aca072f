import { chromium } from 'playwright-core';
import { findSystemPackage, howToGet } from '../system-packages.mjs';

/**
 * Opens a page of a headless Chromium in the size of a small screen. The browser is given only the loopback
 * interface, so that no test depends on what is elsewhere.
 *
 * @param {NodeJS.ProcessEnv} [environment] with a screen, on which the browser is then shown
 */
export async function openBrowser(environment) {
  const executablePath = findSystemPackage('browser');
  if (!executablePath) throw new Error(howToGet('browser'));
  const browser = await chromium.launch({
    executablePath,
    ...(environment ? { headless: false, env: environment } : {}),
    args: [
      // Chromium's own sandbox needs rights that containers do not give; the page is our own.
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
      ...['--disable-component-update', '--disable-sync'],
      // Newer releases ask the user before a page may talk to the loopback interface.
      '--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests,LocalNetworkAccessChecksWebSockets',
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost , EXCLUDE *.localhost',
    ],
  });
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  return { page, close: () => browser.close() };
}
