/**
 * Globs as in `.gitignore`, but plain: `*` and `?` stay within one name, `**` spans folders, a pattern without a
 * slash is matched against every name, and one that matches a folder matches all in it. No regular expressions, for
 * patterns come from strangers; time is at most the product of the two lengths.
 */
export function matchGlob(pattern: string, path: string): boolean {
  const trimmed = pattern.replace(/\/+$/u, '').replace(/^\.?\//u, '');
  if (trimmed === '') return false;
  const wanted = pattern.replace(/\/+$/u, '').includes('/') ? trimmed.split('/') : ['**', trimmed];
  const names = path.split('/');
  // reachable[j]: the pattern's parts so far match the first j names.
  let reachable = [true, ...names.map(() => false)];
  for (const part of wanted) {
    const next = names.map(() => false);
    next.unshift(part === '**' && reachable[0] === true);
    names.forEach((name, j) => {
      if (part === '**') next[j + 1] = reachable[j + 1] === true || next[j] === true;
      else next[j + 1] = reachable[j] === true && matchName(part, name);
    });
    reachable = next;
  }
  return reachable.slice(1).includes(true);
}

/** Goes back to the last star only, which is enough within one name. */
function matchName(pattern: string, name: string): boolean {
  let p = 0;
  let star = -1;
  let from = 0;
  for (let n = 0; n < name.length; ) {
    if (pattern[p] === '*') {
      star = p++;
      from = n;
    } else if (pattern[p] === '?' || pattern[p] === name[n]) {
      p++;
      n++;
    } else if (star >= 0) {
      p = star + 1;
      n = ++from;
    } else return false;
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}
