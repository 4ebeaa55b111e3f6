import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sparticuz from '@sparticuz/chromium';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { hostilePlan } from './hostile-plan.js';
import { shapesPlan } from './shapes-plan.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the one browser of all tests listens. */
    browser: string;
    /** The program file of that browser. */
    chromium: string;
    /** The folder of the sites: `ja`, `en`, `slice`, `range`, `story`, `story-en`, `diff`, `draft`, `hostile`, `shapes`, `joined`. */
    sites: string;
  }
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Builds the sites that the tests look at, once, and starts the one browser that looks. */
export default async function setup(project: TestProject) {
  const sites = mkdtempSync(join(tmpdir(), 'roadmap-sites-'));
  const hostile = writePlan(join(sites, 'hostile-plan'), hostilePlan);
  const shapes = writePlan(join(sites, 'shapes-plan'), shapesPlan);
  const shipped = join(root, 'roadmap');
  call('build', shipped, '--lang', 'ja', '--out', join(sites, 'ja'));
  call('build', shipped, '--lang', 'en', '--out', join(sites, 'en'));
  call('slice', shipped, '--fy', '2023', '--lead', 'mhlw', '--format', 'html', '--lang', 'ja', '--out', join(sites, 'slice'));
  call(
    'slice',
    join(root, 'test/editions/story/r5'),
    '--fy',
    '2022-2023',
    '--format',
    'html',
    '--lang',
    'ja',
    '--out',
    join(sites, 'range'),
  );
  call('build', join(root, 'test/editions/story/r5'), '--lang', 'ja', '--out', join(sites, 'story'));
  call('build', join(root, 'test/editions/story/r5'), '--lang', 'en', '--out', join(sites, 'story-en'));
  const edition = (name: string) => join(root, 'test/editions/story', name);
  call('build', edition('r4'), edition('r5'), '--format', 'html,csv', '--lang', 'ja', '--out', join(sites, 'joined'));
  call('diff', edition('r4'), edition('r5'), '--format', 'html,csv,json', '--lang', 'ja', '--out', join(sites, 'diff'));
  call('diff', edition('r4'), edition('r5'), '--style', 'strike', '--format', 'html', '--lang', 'ja', '--out', join(sites, 'draft'));
  call('build', hostile, '--lang', 'ja', '--out', join(sites, 'hostile'));
  call('build', shapes, '--lang', 'ja', '--out', join(sites, 'shapes'));
  process.env['FONTCONFIG_FILE'] = writeFontsConf(sites);
  const executablePath = await sparticuz.executablePath();
  const server = await chromium.launchServer({ executablePath, args: argsOf(sparticuz.args) });
  project.provide('browser', server.wsEndpoint());
  project.provide('chromium', executablePath);
  project.provide('sites', sites);
  return async () => {
    await server.close();
    rmSync(sites, { recursive: true, force: true });
  };
}

/** What tells browsers, those that the program starts too, of the one font of the tests: machines differ in theirs, and some have no Japanese one. */
function writeFontsConf(folder: string): string {
  const file = join(folder, 'fonts.conf');
  const fonts = join(root, 'node_modules/@expo-google-fonts/biz-udgothic');
  writeFileSync(file, `<fontconfig><dir>${fonts}</dir><cachedir>${join(folder, 'fonts')}</cachedir></fontconfig>\n`);
  return file;
}

/**
 * The arguments of the package without those that are for its own kind of machine, and with the web's rules in force. A graphics processor that
 * the machine has to imitate makes each context of the browser slow to begin.
 */
function argsOf(args: readonly string[]): string[] {
  const unwanted =
    /^--(?:single-process|no-zygote|disable-web-security|allow-running-insecure-content|headless|.*(?:gpu|swiftshader|use-gl))/;
  return [...args.filter((arg) => !unwanted.test(arg)), '--disable-gpu'];
}

function writePlan(folder: string, files: Record<string, string>): string {
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** Runs the built program, as users do. */
function call(...argv: string[]): void {
  execFileSync('node', [join(root, 'dist/main.js'), ...argv], { env: { ...process.env, SOURCE_DATE_EPOCH: '1700000000' }, stdio: 'pipe' });
}
