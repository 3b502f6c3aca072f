// The layers of server/ARCHITECTURE.md, as rules. test/architecture shows that each of them catches a violation.

/** Folders of server/src, from the left of the architecture to its right; those of one row do not see each other. */
const LAYERS = [
  ['core'],
  ['source'],
  ['issue'],
  ['gazetteer', 'languageModel'],
  ['entities'],
  ['annotations', 'lint'],
  ['analysis'],
  ['index'],
  ['features', 'export'],
];
const ENGINE = LAYERS.flat();

const folder = (/** @type {readonly string[]} */ names) => `^server/src/(${names.join('|')})/`;

/** Each row imports only rows before it. */
const layers = LAYERS.flatMap((row, index) =>
  row.map((name) => ({
    name: `layer-${name}`,
    severity: 'error',
    comment: `server/src/${name} imports only what stands to its left.`,
    from: { path: folder([name]) },
    to: { path: '^(server|client)/src/', pathNot: folder([name, ...LAYERS.slice(0, index).flat()]) },
  })),
);

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...layers,
    {
      name: 'protocol-only-in-lsp',
      severity: 'error',
      comment: 'Only lsp, and the mains that connect it, know the Language Server Protocol.',
      from: { path: '^server/src/', pathNot: ['^server/src/lsp/', '^server/src/main\\.'] },
      to: { path: 'node_modules/vscode-' },
    },
    {
      name: 'editor-only-in-client',
      severity: 'error',
      comment: 'Only the client knows the vscode API.',
      from: { path: '^server/' },
      to: { path: ['^vscode$', '^client/', 'node_modules/(@types/vscode|vscode-languageclient)/'] },
    },
    {
      name: 'node-only-at-the-edge',
      severity: 'error',
      comment: 'The engine and the protocol run in a browser worker as they are.',
      from: { path: '^server/src/', pathNot: ['^server/src/(host|cli)/', '^server/src/main\\.node\\.'] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'layer-ports',
      severity: 'error',
      comment: 'A port mentions types of the engine; nothing that serves a client or touches the machine.',
      from: { path: folder(['ports']) },
      to: { path: '^(server|client)/src/', pathNot: folder(['ports', ...ENGINE]) },
    },
    {
      name: 'ports-are-types',
      severity: 'error',
      comment: 'A port is an interface: it imports types and no code.',
      from: { path: folder(['ports']) },
      to: { dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'ports-not-in-the-engine',
      severity: 'error',
      comment: 'The engine reads and writes nothing, so it needs no port; the client asks the server.',
      from: { path: [folder(ENGINE), '^client/src/'] },
      to: { path: folder(['ports']) },
    },
    {
      name: 'host-only-from-mains-and-cli',
      severity: 'error',
      comment: 'The host implements the ports; the mains pass them on.',
      from: { path: '^server/src/', pathNot: ['^server/src/(host|cli)/', '^server/src/main\\.'] },
      to: { path: '^server/src/host/' },
    },
    {
      name: 'nothing-imports-mains-and-cli',
      severity: 'error',
      comment: 'The command line and the mains are where programs start.',
      from: { path: '^(server|client)/src/', pathNot: '^server/src/(cli/|main\\.)' },
      to: { path: '^server/src/(cli/|main\\.)' },
    },
    {
      name: 'names-of-people-from-one-place',
      severity: 'error',
      comment:
        'What stands to the right of entities asks entities/names.ts what is a name; core/names has no dictionaries.',
      from: { path: '^(server|client)/src/', pathNot: '^server/src/(core|issue|languageModel|entities)/' },
      to: { path: '^server/src/core/names/' },
    },
    {
      name: 'rules-apart',
      severity: 'error',
      comment: 'A rule never imports a rule.',
      from: { path: '^server/src/lint/rules/', pathNot: '^server/src/lint/rules/index\\.ts$' },
      to: { path: '^server/src/lint/rules/' },
    },
    {
      name: 'features-apart',
      severity: 'error',
      comment: 'A feature never imports a feature; a large one has a folder of its own name for its parts.',
      from: { path: '^server/src/features/([^/.]+)' },
      to: { path: '^server/src/features/', pathNot: '^server/src/features/$1/' },
    },
    {
      name: 'commands-apart',
      severity: 'error',
      comment: 'An editor command never imports another.',
      from: { path: '^client/src/commands/', pathNot: '^client/src/commands/index\\.ts$' },
      to: { path: '^client/src/commands/', pathNot: '^client/src/commands/command\\.ts$' },
    },
    {
      name: 'client-knows-the-protocol-only',
      severity: 'error',
      comment: 'The client talks to the server; of its code it sees the messages, and the pure engine.',
      from: { path: '^client/src/' },
      to: {
        path: '^server/src/',
        pathNot: ['^server/src/lsp/(p|fileP|annotationP|agreementP|structureP)rotocol\\.ts$', folder(ENGINE)],
      },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    // Without these the packages of the protocol, which have only `exports`, are not resolved, and no rule sees them.
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
