/** Where a file stands on its Git host. */
export interface WebPlace {
  /** The remote's URL, in any form that Git takes. */
  readonly remote: string;
  readonly branch: string;
  /** Below the top of the work tree, with `/`. */
  readonly path: string;
  readonly line: number;
}

type Style = (at: { branch: string; path: string; line: number }) => string;

const gitea: Style = ({ branch, path, line }) => `src/branch/${branch}/${path}?display=source#L${line}`;

/** How hosts write a line of a file, by what their name tells; `plain=1` shows the source of Markdown. */
const styles: readonly (readonly [RegExp, Style])[] = [
  [/(?:^|\.)github\./u, ({ branch, path, line }) => `blob/${branch}/${path}?plain=1#L${line}`],
  [/gitlab/u, ({ branch, path, line }) => `-/blob/${branch}/${path}?plain=1#L${line}`],
  [/codeberg|gitea|forgejo/u, gitea],
  [/(?:^|\.)sr\.ht$/u, ({ branch, path, line }) => `tree/${branch}/item/${path}#L${line}`],
  [/(?:^|\.)bitbucket\.org$/u, ({ branch, path, line }) => `src/${branch}/${path}#lines-${line}`],
];

/** The address of a line on the web; `undefined` for hosts whose addresses nobody knows, and for local remotes. */
export function webAddress({ remote, branch, path, line }: WebPlace): string | undefined {
  const found =
    /^(?:https?|ssh|git):\/\/(?:[^/@]*@)?([a-z0-9.-]+)(?::\d+)?\/([\w.~/-]+?)(?:\.git)?\/*$/iu.exec(remote) ??
    /^(?:[\w.-]+@)([a-z0-9.-]{2,}):([\w.~/-]+?)(?:\.git)?\/*$/iu.exec(remote);
  const [, host = '', repository = ''] = found ?? [];
  const style = styles.find(([pattern]) => pattern.test(host.toLowerCase()))?.[1];
  if (style === undefined || repository === '') return undefined;
  const escaped = (text: string): string => text.split('/').map(encodeURIComponent).join('/');
  const place = style({ branch: escaped(branch), path: escaped(path), line });
  return `https://${host.toLowerCase()}/${repository.replace(/^\/+/u, '')}/${place}`;
}
