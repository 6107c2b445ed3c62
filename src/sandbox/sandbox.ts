import type { Milliseconds } from '../core/schedule/time.ts';

/**
 * How commands are shut off. `bwrap` and `unshare`: an unprivileged user in namespaces of its own, without network,
 * that sees the system's programs read-only, none of the learner's files, and an empty home in memory. `none`: only
 * a temporary folder, time and output are limited.
 */
export const sandboxKinds = ['bwrap', 'unshare', 'none'] as const;
export type SandboxKind = (typeof sandboxKinds)[number];

export interface Sandbox {
  readonly kind: SandboxKind;
  /** The program and its words; the script and the shell's name are to be added. */
  readonly words: readonly [program: string, ...words: string[]];
  /** Who runs it, when we are root; `undefined` for ourselves. */
  readonly user: number | undefined;
}

export interface Limits {
  readonly time: Milliseconds;
  /** Bytes of output. */
  readonly output: number;
}

/** The home of what runs in a sandbox of namespaces. */
export const insideHome = '/tmp/home';

/** What an ordinary user of Debian finds, and where NixOS keeps the same; never the learner's own. */
export const insidePath = '/usr/local/bin:/usr/bin:/bin:/run/current-system/sw/bin';
