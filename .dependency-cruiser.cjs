// The direction of the arrows: which folder of src may import which. The table stands in README.md too.
const may = {
  source: [],
  diagnostics: ['source'],
  model: ['source'],
  yaml: ['source', 'diagnostics'],
  rules: ['source', 'diagnostics', 'model'],
  transform: ['source', 'model'],
  schema: ['source', 'diagnostics', 'model', 'yaml'],
  compile: ['source', 'diagnostics', 'model', 'yaml', 'schema', 'rules'],
  report: ['source', 'model', 'transform'],
  formats: ['report', 'source'],
  edit: ['source', 'diagnostics', 'model', 'yaml', 'schema'],
  sheets: ['source', 'diagnostics', 'model', 'transform', 'yaml', 'edit'],
  lsp: ['source', 'diagnostics', 'model', 'rules', 'compile', 'edit'],
  cli: ['source', 'diagnostics', 'model', 'rules', 'transform', 'schema', 'compile', 'report', 'formats', 'edit', 'sheets', 'lsp'],
};

/** Where a library may be used: most have one door. */
const doors = {
  chalk: 'cli|diagnostics',
  chokidar: 'cli',
  'date-fns': 'transform',
  diff: 'edit|report',
  fflate: 'sheets',
  hucre: 'sheets',
  yaml: 'yaml',
  zod: 'schema',
  handlebars: 'formats',
  commander: 'cli',
  picomatch: 'cli',
  'string-width': 'cli|diagnostics|sheets',
  tinypool: 'cli',
  'vscode-languageserver': 'lsp',
  'vscode-languageserver-textdocument': 'lsp',
};

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-room-without-a-rule',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^src/[^/]+/', pathNot: `^src/(${Object.keys(may).join('|')})/` },
    },
    { name: 'no-way-out', severity: 'error', from: { path: '^src/' }, to: { path: '^(?!src/|node_modules/)[^/]+/|^[^/]*config' } },
    ...Object.entries(may).map(([folder, others]) => ({
      name: `${folder}-imports`,
      severity: 'error',
      from: { path: `^src/${folder}/` },
      to: { path: '^src/', pathNot: `^src/(${[folder, ...others].join('|')})/` },
    })),
    {
      // The rooms of report/ build on what stands beside them; the two files that bring a report together know the rooms.
      name: 'report-ground',
      severity: 'error',
      from: { path: '^src/report/[^/]+\\.ts$', pathNot: '^src/report/(plan-)?report\\.ts$' },
      to: { path: '^src/report/(site|slice|revision)/' },
    },
    ...Object.entries(doors).map(([library, folder]) => ({
      name: `door-of-${library}`,
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/(${folder})/` },
      to: { path: `node_modules/${library}/` },
    })),
    {
      name: 'door-of-playwright-core',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/cli/machine/print\\.ts$' },
      to: { path: 'node_modules/playwright-core/' },
    },
    {
      name: 'one-host',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(cli/machine/|boot\\.cts$)' },
      to: {
        dependencyTypes: ['core'],
        path: '^(node:)?(fs|fs/promises|child_process|cluster|dgram|dns|http2?|https|net|readline|tls|worker_threads)$',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'default', 'types'],
    },
  },
};
