import type { HLJSApi, Language } from 'highlight.js';
import bash from 'highlight.js/lib/languages/bash';
import dockerfile from 'highlight.js/lib/languages/dockerfile';
import ini from 'highlight.js/lib/languages/ini';
import json from 'highlight.js/lib/languages/json';
import yaml from 'highlight.js/lib/languages/yaml';
import { createLowlight } from 'lowlight';

/** Commands by whole words: its own pattern takes the `rm` of `--rm` and the `test` of `/usr/bin/test` for one. */
const shell = (tools: HLJSApi): Language => {
  const grammar = bash(tools);
  const words = {
    ...(grammar.keywords as Record<string, string[]>),
    $pattern: String.raw`(?<![\w./-])[a-z][a-z0-9._-]+\b`,
  };
  return Object.assign(grammar, { keywords: words });
};

/** The highlighter with the few languages of decks. Imported at once so that the build leaves all others out. */
export const lowlight = createLowlight({ bash: shell, yaml, dockerfile, ini, json });
