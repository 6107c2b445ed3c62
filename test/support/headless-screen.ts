import headless from '@xterm/headless';
import type { TerminalOutput } from '../../src/terminal/output/cell-writer.ts';

/** A terminal without a window: takes bytes, tells what it shows. */
export class HeadlessScreen implements TerminalOutput {
  columns: number;
  rows: number;
  writableNeedDrain = false;
  /** What was written, one entry a write. */
  readonly writes: string[] = [];
  private readonly terminal: headless.Terminal;
  private readonly listeners = new Map<string, Set<() => void>>();

  constructor(columns = 80, rows = 24) {
    this.columns = columns;
    this.rows = rows;
    this.terminal = new headless.Terminal({ cols: columns, rows, allowProposedApi: true });
  }

  write(bytes: string): void {
    this.writes.push(bytes);
    this.terminal.write(bytes);
  }

  on(event: string, listener: () => void): void {
    this.listeners.set(event, (this.listeners.get(event) ?? new Set()).add(listener));
  }

  off(event: string, listener: () => void): void {
    this.listeners.get(event)?.delete(listener);
  }

  emit(event: 'resize' | 'drain'): void {
    for (const listener of this.listeners.get(event) ?? []) listener();
  }

  resize(columns: number, rows: number): void {
    this.columns = columns;
    this.rows = rows;
    this.terminal.resize(columns, rows);
    this.emit('resize');
  }

  /** Bytes written since the last call. */
  takeBytes(): number {
    return this.writes.splice(0).reduce((sum, bytes) => sum + Buffer.byteLength(bytes), 0);
  }

  /** All that was written is on the screen once this resolves. */
  settled(): Promise<void> {
    return new Promise((resolve) => {
      this.terminal.write('', resolve);
    });
  }

  async text(): Promise<string[]> {
    await this.settled();
    return this.lines().map((line) => line.translateToString(true));
  }

  /** Every cell with its look, for comparing two screens. */
  async cells(): Promise<string[]> {
    await this.settled();
    return this.lines().map((line) =>
      Array.from({ length: this.columns }, (_, x) => {
        const cell = line.getCell(x);
        if (!cell) return '?';
        const looks = [
          cell.isBold(),
          cell.isDim(),
          cell.isItalic(),
          cell.isUnderline(),
          cell.isInverse(),
          cell.isStrikethrough(),
          cell.isOverline(),
        ].map((on) => (on ? 1 : 0));
        const isBlank = cell.getChars().trim() === '';
        const ink = isBlank
          ? `${looks.slice(3).join('')}`
          : `${looks.join('')}/${cell.getFgColorMode()}:${cell.getFgColor()}`;
        return `${cell.getWidth() === 0 ? '' : cell.getChars() || ' '}{${ink}/${cell.getBgColorMode()}:${cell.getBgColor()}}`;
      }).join(''),
    );
  }

  async cursor(): Promise<{ row: number; column: number }> {
    await this.settled();
    const { cursorX, cursorY } = this.terminal.buffer.active;
    return { row: cursorY, column: cursorX };
  }

  get isAlternate(): boolean {
    return this.terminal.buffer.active.type === 'alternate';
  }

  private lines() {
    const { active } = this.terminal.buffer;
    return Array.from({ length: this.rows }, (_, y) => active.getLine(active.baseY + y)).filter(
      (l) => l !== undefined,
    );
  }
}
