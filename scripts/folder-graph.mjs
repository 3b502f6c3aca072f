// Draws in server/ARCHITECTURE.md which folder imports which. `npm run graph`
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { cruise } from 'dependency-cruiser';
import configuration from '../.dependency-cruiser.cjs';
import { withGenerated } from './generated-section.mjs';

const root = new URL('../', import.meta.url);
const DOCUMENT = new URL('server/ARCHITECTURE.md', root);

/** A folder of the server, one of its entry points, or the client. */
const PART = /^(?:server\/src\/(?:([^/]+)\/|(main\.\w+)\.)|(client)\/src\/)/;

/** The document with the graph of the imports as they are. */
export async function documentWithGraph() {
  const graph = await importsOfParts();
  const edges = [...graph].flatMap(([from, parts]) => [...direct(from, parts, graph)].map((to) => [from, to]));
  const lines = edges.map(([from, to]) => `  ${from} --> ${to}\n`).sort();
  const picture = `\`\`\`mermaid\nflowchart LR\n${lines.join('')}\`\`\`\n`;
  return withGenerated(readFileSync(DOCUMENT, 'utf8'), 'folder graph', picture);
}

/** @returns {Promise<Map<string, Set<string>>>} for each part the others that it imports */
async function importsOfParts() {
  const { output } = await cruise(['server/src', 'client/src'], {
    ...configuration.options,
    exclude: { path: 'node_modules' },
    baseDir: new URL('.', root).pathname,
  });
  /** @type {Map<string, Set<string>>} */
  const graph = new Map();
  if (typeof output === 'string') return graph;
  for (const { source, dependencies } of output.modules) {
    const from = partOf(source);
    if (from === undefined) continue;
    const imported = graph.get(from) ?? new Set();
    for (const { resolved } of dependencies) {
      const to = partOf(resolved);
      if (to !== undefined && to !== from) imported.add(to);
    }
    graph.set(from, imported);
  }
  return graph;
}

/** @param {string} path */
function partOf(path) {
  return PART.exec(path)?.slice(1).find(Boolean);
}

/**
 * Those of the imported parts that no other imported part leads to: all imports would be too many lines to read.
 * @param {string} from
 * @param {ReadonlySet<string>} parts
 * @param {ReadonlyMap<string, ReadonlySet<string>>} graph
 */
function direct(from, parts, graph) {
  const reachable = new Set([...parts].flatMap((part) => [...reachableFrom(part, graph, new Set([from]))]));
  return [...parts].filter((part) => !reachable.has(part));
}

/**
 * @param {string} part
 * @param {ReadonlyMap<string, ReadonlySet<string>>} graph
 * @param {Set<string>} seen
 * @returns {Set<string>} what the part leads to, without itself
 */
function reachableFrom(part, graph, seen) {
  /** @type {Set<string>} */
  const found = new Set();
  seen.add(part);
  for (const next of graph.get(part) ?? []) {
    found.add(next);
    if (!seen.has(next)) for (const further of reachableFrom(next, graph, seen)) found.add(further);
  }
  return found;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(DOCUMENT, await documentWithGraph());
