import type { Command } from './command.js';
import { command as apply } from './commands/apply.js';
import { command as build } from './commands/build.js';
import { command as diff } from './commands/diff.js';
import { command as format } from './commands/format.js';
import { command as index } from './commands/index.js';
import { command as lsp } from './commands/lsp.js';
import { command as roll } from './commands/roll.js';
import { command as rules } from './commands/rules.js';
import { command as schema } from './commands/schema.js';
import { command as sheet } from './commands/sheet.js';
import { command as slice } from './commands/slice.js';
import { command as status } from './commands/status.js';
import { command as validate } from './commands/validate.js';

/** Every command, in the order of the help text. A new command is a file and a line here. */
export const commands: readonly Command[] = [validate, format, build, slice, diff, roll, status, sheet, apply, index, rules, schema, lsp];
