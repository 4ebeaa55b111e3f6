export { type CompileOptions, type CompileResult, compile } from './compile/compile.js';
export type { PlanFiles } from './compile/plan-reading.js';
export type { Diagnostic, Finding } from './diagnostics/diagnostic.js';
export type { Roadmap } from './model/roadmap.js';
export * as walk from './model/walk.js';
export type { Rule, RuleOption, RuleOptions } from './rules/rule.js';
export { sliceRoadmap } from './transform/slice-roadmap.js';
