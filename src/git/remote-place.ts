/** Where a repository is fetched from, as the learner spelled it out. */
export type RemotePlace =
  | { readonly kind: 'remote'; readonly url: string }
  | { readonly kind: 'local'; readonly path: string };

/**
 * Reads what stands after `kartei add`: `https://…`, `ssh://…`, `user@host:path`, or a path that begins like one.
 * Everything else is refused: other schemes, helpers such as `ext::`, whatever begins with a dash.
 */
export function readRemotePlace(text: string): RemotePlace | undefined {
  if (text === '' || text.startsWith('-') || /[\s\p{Cc}]/u.test(text)) return localPlace(text);
  const url =
    /^(?:https|ssh):\/\/(?:[^-/@\s][^/@\s]*@)?(?:[\p{L}\p{N}_][\p{L}\p{N}._-]*|\[[\da-f:.]+\])(?::\d{1,5})?\/\S+$/iu;
  if (url.test(text)) return { kind: 'remote', url: text };
  const short = /^[\w.-]+@([\w.-]+):(?!:)[^\s:][^\s]*$/u.exec(text);
  if (short !== null) {
    return text.includes('::') || short[1]?.startsWith('-') ? undefined : { kind: 'remote', url: text };
  }
  return localPlace(text);
}

/** A path is spelled as one: it begins with `/`, `./`, `../` or is a single dot. */
function localPlace(text: string): RemotePlace | undefined {
  const isPath = /^(?:\.{1,2}$|\.{0,2}\/|[a-z]:[\\/])/iu.test(text) && !/\p{Cc}/u.test(text);
  return isPath ? { kind: 'local', path: text } : undefined;
}

/** A URL for messages: passwords and tokens in it are not shown. */
export const withoutSecret = (url: string): string => url.replace(/^(https?:\/\/)[^/@]*@/iu, '$1');

/** A folder's name from a URL or a name that the learner gave; `undefined` when nothing sound is left. */
export function folderNameOf(text: string): string | undefined {
  const last = text
    .replace(/[/\\]+$/u, '')
    .replace(/\.git$/u, '')
    .split(/[/\\:]/u)
    .at(-1);
  const name = (last ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/gu, '-')
    .replace(/^[^a-z0-9]+/u, '');
  return /^[a-z0-9][a-z0-9._-]{0,63}$/u.test(name) ? name : undefined;
}
