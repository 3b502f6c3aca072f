import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { createSourceFile, forEachChild, ScriptTarget, type Node } from 'typescript';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A source file of the product, by its path in the repository. */
export interface ProductSource {
  readonly path: string;
  readonly text: string;
}

/** The sources of the server and of the client. */
export function productSources(): readonly ProductSource[] {
  return globSync(['server/src/**/*.ts', 'client/src/**/*.ts'], { cwd: ROOT }).map((path) => ({
    path,
    text: readFileSync(join(ROOT, path), 'utf8'),
  }));
}

/** All nodes of the syntax tree of a source, each before those within it. */
export function* nodesOf({ path, text }: ProductSource): Generator<Node> {
  const pending: Node[] = [createSourceFile(path, text, ScriptTarget.Latest, true)];
  for (let node = pending.pop(); node; node = pending.pop()) {
    yield node;
    const children: Node[] = [];
    forEachChild(node, (child) => void children.push(child));
    pending.push(...children.reverse());
  }
}
