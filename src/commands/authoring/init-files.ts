import { formatScalar } from '../../core/decks/format-attributes.ts';
import type { Language } from '../../terminal/messages/messages.ts';
import { frontMatterSchema } from './front-matter-schema.ts';
import { initReadme } from './init-readme.ts';

/** Pinned by commit, for a tag can be moved; the tag beside it is what a bot reads. */
const checkout = 'actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2';
const setupNode = 'actions/setup-node@39370e3970a6d050c480ffad4ff0ed4d3fdee5af # v4.1.0';

const preCommit = (version: string): string => `# pre-commit.com: pip install pre-commit && pre-commit install
repos:
  - repo: local
    hooks:
      - id: kartei-lint
        name: kartei lint
        entry: kartei lint
        language: node
        additional_dependencies: ["kartei@${version}"]
        files: (\\.md|\\.kartei\\.yaml)$
        # What is wrong may show in another file than the changed one.
        pass_filenames: false
      - id: kartei-fmt
        name: kartei fmt
        entry: kartei fmt
        language: node
        additional_dependencies: ["kartei@${version}"]
        files: \\.md$
`;

const lintWorkflow = (
  version: string,
): string => `# Annotates pull requests with what kartei lint finds in the result of the merge.
name: decks
on:
  pull_request:
  push:
    branches: [main]
permissions:
  contents: read
jobs:
  lint:
    runs-on: ubuntu-latest
    steps:
      - uses: ${checkout}
        with:
          fetch-depth: 0
          persist-credentials: false
      - uses: ${setupNode}
        with:
          node-version: 22
      - run: npm install --global --ignore-scripts kartei@${version}
      - run: kartei lint --format github
      - run: kartei fmt --check
      - if: github.event_name == 'pull_request' && !cancelled()
        run: kartei diff "origin/$BASE" --markdown >> "$GITHUB_STEP_SUMMARY"
        env:
          BASE: \${{ github.base_ref }}
`;

const idsWorkflow = (
  version: string,
): string => `# Gives ids to new cards on the main branch, so that contributors need not think of them.
name: ids
on:
  push:
    branches: [main]
    paths: ['**.md']
permissions:
  contents: write
concurrency: ids
jobs:
  ids:
    runs-on: ubuntu-latest
    steps:
      - uses: ${checkout}
      - uses: ${setupNode}
        with:
          node-version: 22
      - run: npm install --global --ignore-scripts kartei@${version}
      - run: kartei fmt --ids
      - run: |
          git diff --quiet && exit 0
          git config user.name 'github-actions[bot]'
          git config user.email '41898282+github-actions[bot]@users.noreply.github.com'
          git commit --all --message 'Give ids to new cards'
          git push
`;

const attributes = `# Line ends as kartei fmt writes them. Never merge=union for decks: it joins two edits into a broken card.
*.md text eol=lf
.kartei.yaml text eol=lf
`;

export interface InitOptions {
  readonly name: string;
  readonly version: string;
  readonly language: Language;
}

/** What `kartei init` writes: path to text. */
export const initFiles = ({ name, version, language }: InitOptions): ReadonlyMap<string, string> =>
  new Map([
    [
      '.kartei.yaml',
      `# The name under which the progress of all copies of this collection is kept.\nname: ${formatScalar(name)}\n`,
    ],
    ['README.md', initReadme(name.split('/').at(-1) ?? name, language)],
    ['.gitattributes', attributes],
    ['.pre-commit-config.yaml', preCommit(version)],
    ['.github/workflows/decks.yml', lintWorkflow(version)],
    ['.github/workflows/ids.yml', idsWorkflow(version)],
    ['.kartei.schema.json', `${JSON.stringify(frontMatterSchema, undefined, 2)}\n`],
  ]);
