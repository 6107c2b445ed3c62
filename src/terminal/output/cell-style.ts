/**
 * How a cell looks, as the parameters that make it so, in one fixed order and joined by commas: `1,38;5;3`. Two
 * cells look the same exactly when these are equal. The plain look is the empty string.
 */
export type CellStyle = string;

export const plainStyle: CellStyle = '';

/** The parameter that marks the cursor's cell (overline); nothing of ours is overlined. */
const cursorParameter = '53';

/** Marks the cell where the terminal's cursor shall stand; put it around one character of a text field. */
export const cursorCell = (character: string): string => `\u001b[${cursorParameter}m${character}\u001b[55m`;

/** The order of parameters in a style, with what switches each off. */
const switches = [
  { slot: '1', off: '22' },
  { slot: '2', off: '22' },
  { slot: '3', off: '23' },
  { slot: '4', off: '24' },
  { slot: '7', off: '27' },
  { slot: '9', off: '29' },
  { slot: cursorParameter, off: '55' },
  { slot: 'foreground', off: '39' },
  { slot: 'background', off: '49' },
] as const;
type Slot = (typeof switches)[number]['slot'];

/** Reads SGR parameters one sequence after another; what it does not know, concealed text among it, is left out. */
export class StyleReader {
  style: CellStyle = plainStyle;
  private readonly slots = new Map<Slot, string>();
  private readonly colour: boolean;

  constructor(colour: boolean) {
    this.colour = colour;
  }

  apply(parameters: string): void {
    const list = parameters.split(/[;:]/u);
    for (let i = 0; i < list.length; i += 1) i += this.applyOne(list, i);
    this.style = switches.flatMap(({ slot }) => this.slots.get(slot) ?? []).join(',');
  }

  /** Applies the parameter at `i` and tells how many more it took. */
  private applyOne(list: readonly string[], i: number): number {
    const code = Number(list[i] || '0');
    if (code === 0) this.slots.clear();
    else if (code === 38 || code === 48) {
      const taken = list[i + 1] === '5' ? 2 : 4;
      this.setColour(code === 38, list.slice(i, i + taken + 1).join(';'));
      return taken;
    } else if (isForeground(code)) this.setColour(true, String(code));
    else if (isBackground(code)) this.setColour(false, String(code));
    else this.switch(String(code));
    return 0;
  }

  private setColour(isText: boolean, parameter: string): void {
    if (this.colour) this.slots.set(isText ? 'foreground' : 'background', parameter);
  }

  private switch(code: string): void {
    for (const { slot, off } of switches) {
      if (slot === code) this.slots.set(slot, code);
      else if (off === code) this.slots.delete(slot);
    }
  }
}

const isForeground = (code: number): boolean => (code >= 30 && code <= 37) || (code >= 90 && code <= 97);
const isBackground = (code: number): boolean => (code >= 40 && code <= 47) || (code >= 100 && code <= 107);

/** What of a style shows on a blank cell: underline, inverse, strike, cursor and background. */
export function styleOfBlank(style: CellStyle): CellStyle {
  const known = blankStyles.get(style);
  if (known !== undefined) return known;
  const found = parametersOf(style).filter(showsOnBlank).join(',');
  blankStyles.set(style, found);
  return found;
}

/** It is asked for each cell, and there are few styles; text from outside has none of its own. */
const blankStyles = new Map<CellStyle, CellStyle>();

const showsOnBlank = (parameter: string): boolean =>
  ['4', '7', '9', cursorParameter].includes(parameter) || slotOf(parameter) === 'background';

export const withoutCursor = (style: CellStyle): CellStyle =>
  parametersOf(style)
    .filter((parameter) => parameter !== cursorParameter)
    .join(',');

export const marksCursor = (style: CellStyle): boolean => parametersOf(style).includes(cursorParameter);

const parametersOf = (style: CellStyle): string[] => (style === plainStyle ? [] : style.split(','));

function slotOf(parameter: string): Slot {
  const code = Number.parseInt(parameter, 10);
  if (code === 38 || isForeground(code)) return 'foreground';
  if (code === 48 || isBackground(code)) return 'background';
  return parameter as Slot;
}

const changes = new Map<string, string>();

/** The shortest sequence that turns one style into another; nothing may be known of the first. */
export function styleChange(from: CellStyle | undefined, to: CellStyle): string {
  if (from === to) return '';
  const key = `${from}>${to}`;
  const known = changes.get(key) ?? shortestChange(from, to);
  changes.set(key, known);
  return known;
}

function shortestChange(from: CellStyle | undefined, to: CellStyle): string {
  if (to === plainStyle) return '\u001b[m';
  // A parameter that is left out is 0, which switches everything off.
  const anew = `\u001b[;${to.replaceAll(',', ';')}m`;
  if (from === undefined) return anew;
  const step = `\u001b[${steps(parametersOf(from), parametersOf(to)).join(';')}m`;
  return step.length < anew.length ? step : anew;
}

function steps(from: readonly string[], to: readonly string[]): string[] {
  const kept = new Set(to.map(slotOf));
  const gone = from.map(slotOf).filter((slot) => !kept.has(slot));
  const off = new Set(switches.flatMap((one) => (gone.includes(one.slot) ? one.off : [])));
  const again: readonly string[] = off.has('22')
    ? to.filter((parameter) => parameter === '1' || parameter === '2')
    : [];
  const fresh = to.filter((parameter) => !from.includes(parameter) && !again.includes(parameter));
  return [...off, ...again, ...fresh];
}
