import type { Command } from '../command.js';
import { command as build } from './build.js';
import { command as diff } from './diff.js';
import { command as lsp } from './lsp.js';
import { command as rules } from './rules.js';
import { command as schema } from './schema.js';
import { command as slice } from './slice.js';
import { command as status } from './status.js';
import { command as validate } from './validate.js';

/** Every command, in the order of the help text. A new command is a file and a line here. */
export const commands: readonly Command[] = [validate, build, slice, diff, status, rules, schema, lsp];
