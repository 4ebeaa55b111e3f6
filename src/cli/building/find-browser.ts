import { delimiter, join, win32 } from 'node:path';
import { CallError, type Host } from '../host.js';

/** The browser that prints: the one asked for, else the one of `CHROME_PATH`, else one in the usual places. */
export function findBrowser(host: Host, given: unknown): string {
  if (typeof given === 'string') return known(host, given, '--browser');
  const named = host.env['CHROME_PATH'];
  if (named) return known(host, named, 'CHROME_PATH');
  const found = usualPlaces(host).find((place) => isProgram(host, place));
  if (found !== undefined) return found;
  throw new CallError(
    { ja: 'PDFを印刷するブラウザ（Chromium か Chrome）が見つかりません', en: 'found no browser that prints PDF (Chromium or Chrome)' },
    {
      ja: 'Chromium か Google Chrome を入れるか、`--browser ファイル` か環境変数 CHROME_PATH で場所を指定してください。あるいは all.html をブラウザで開いて印刷してください',
      en: 'install Chromium or Google Chrome, or say where it is with `--browser FILE` or CHROME_PATH; or open all.html in a browser and print it',
    },
  );
}

/** A path, or a name that is on the `PATH`. */
function known(host: Host, given: string, by: string): string {
  const found = /[\\/]/.test(given) ? [given] : [...onPath(host, [given]), given];
  const program = found.find((place) => isProgram(host, place));
  if (program !== undefined) return program;
  throw new CallError(
    { ja: `${by} の \`${given}\` というブラウザがありません`, en: `there is no browser \`${given}\`, which ${by} names` },
    { ja: 'Chromium か Chrome の実行ファイルを指定してください', en: 'name the program file of Chromium or Chrome' },
  );
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];

function usualPlaces(host: Host): string[] {
  const { env } = host;
  const windows = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].flatMap((root) =>
    root
      ? ['Google\\Chrome', 'Chromium', 'Microsoft\\Edge'].map((name) =>
          win32.join(root, name, 'Application', name.endsWith('Edge') ? 'msedge.exe' : 'chrome.exe'),
        )
      : [],
  );
  const mac = ['Chromium', 'Google Chrome', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  return [...onPath(host, names), ...mac, ...windows];
}

function onPath({ env }: Host, programs: readonly string[]): string[] {
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return programs.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function isProgram(host: Host, path: string): boolean {
  return host.exists(path) && !host.isFolder(path);
}
