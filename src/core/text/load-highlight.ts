import type { Highlight } from './draw-markdown.ts';
import type { Shown } from './shown.ts';
import { type Span, type Style, span } from './styled-line.ts';

/** Longer code is drawn without colours rather than late. */
const longestCode = 8192;

const names: Readonly<Record<string, string>> = {
  sh: 'bash',
  bash: 'bash',
  shell: 'bash',
  yaml: 'yaml',
  yml: 'yaml',
  dockerfile: 'dockerfile',
  ini: 'ini',
  toml: 'ini',
  systemd: 'ini',
  json: 'json',
};

const looks: Readonly<Record<string, Style>> = {
  'hljs-keyword': 'keyword',
  'hljs-built_in': 'keyword',
  'hljs-attr': 'keyword',
  'hljs-section': 'keyword',
  'hljs-string': 'string',
  'hljs-comment': 'comment',
  'hljs-meta': 'comment',
  'hljs-number': 'number',
  'hljs-literal': 'number',
  'hljs-variable': 'accent',
};

/** A piece of the highlighter's tree. */
type Node =
  | { readonly type: 'text'; readonly value: string }
  | {
      readonly type: 'element';
      readonly properties: { readonly className?: unknown };
      readonly children: readonly Node[];
    };
type Colour = (language: string, code: string) => readonly Node[];

/**
 * Loads the highlighter for shell, YAML, Dockerfiles, INI and JSON, which costs about 20 ms; a card can be drawn
 * before it is there.
 */
export async function loadHighlight(): Promise<Highlight> {
  const { lowlight } = await import('./highlighter.ts');
  const colour: Colour = (language, code) => lowlight.highlight(language, code).children as Node[];
  return (code, language) => (code.length > longestCode ? undefined : highlight(colour, code, language));
}

function highlight(colour: Colour, code: Shown, language: string): readonly Span[] | undefined {
  if (language === 'console') return transcriptSpans(colour, code);
  const name = Object.hasOwn(names, language) ? names[language] : undefined;
  return name === undefined ? undefined : colour(name, code).flatMap((node) => nodeSpans(node, []));
}

/** In a transcript the lines after a prompt are commands, and all others are what they printed. */
function transcriptSpans(colour: Colour, code: Shown): readonly Span[] {
  return code.split(/(?<=\n)/u).flatMap((line): Span[] => {
    const prompt = /^(?:\S*[$#>]) /u.exec(line)?.[0];
    if (prompt === undefined) return [span(line as Shown)];
    const command = colour('bash', line.slice(prompt.length));
    return [span(prompt as Shown, 'dim'), ...command.flatMap((node) => nodeSpans(node, []))];
  });
}

function nodeSpans(node: Node, around: readonly Style[]): Span[] {
  if (node.type === 'text') return [span(node.value as Shown, ...around)];
  const classes = Array.isArray(node.properties.className) ? node.properties.className : [];
  const styles = classes.map((name) => looks[String(name)]).filter((style) => style !== undefined);
  return node.children.flatMap((child) => nodeSpans(child, [...around, ...styles]));
}
