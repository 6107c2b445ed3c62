import { type Comparison, near, right, wrong } from './comparison.ts';
import type { Reason } from './verdict.ts';

/** A decimal number as digits, so that no number is too long or too fine to be compared. */
interface Decimal {
  readonly negative: boolean;
  readonly whole: string;
  readonly fraction: string;
}

/** Reads sign, digits and one decimal point; `undefined` for anything else. */
function readDecimal(text: string): Decimal | undefined {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/u.exec(text);
  const [, sign = '', whole = '', fraction = ''] = match ?? [];
  if (match === null || whole + fraction === '') return undefined;
  return { negative: sign === '-', whole, fraction: fraction.replace(/0+$/u, '') };
}

const hasLeadingZero = (decimal: Decimal): boolean => /^0\d/u.test(decimal.whole);

/** The number in units of 10^-places. */
function scaled(decimal: Decimal, places: number): bigint {
  const size = BigInt(`0${decimal.whole}${decimal.fraction.padEnd(places, '0')}`);
  return decimal.negative ? -size : size;
}

function isWithin(typed: Decimal, wanted: Decimal, tolerance: Decimal): boolean {
  const places = Math.max(typed.fraction.length, wanted.fraction.length, tolerance.fraction.length);
  const distance = scaled(typed, places) - scaled(wanted, places);
  return (distance < 0n ? -distance : distance) <= scaled(tolerance, places);
}

const zero: Decimal = { negative: false, whole: '0', fraction: '' };

function isAccepted(text: string, wanted: Decimal, tolerance: Decimal): boolean {
  const typed = readDecimal(text);
  if (typed === undefined || (hasLeadingZero(typed) && !hasLeadingZero(wanted))) return false;
  return isWithin(typed, wanted, tolerance);
}

/** `expected` may give a tolerance, `100 +- 5`. An expected text that is no number must be typed as it stands. */
export function gradeNumber(typed: string, expected: string, lang: string): Comparison {
  if (typed === expected) return right();
  const [wantedText = '', toleranceText = '0'] = expected.split(/ *(?:\+-|±) */u);
  const wanted = readDecimal(wantedText);
  const tolerance = readDecimal(toleranceText);
  if (wanted === undefined || tolerance === undefined) return wrong;
  if (typed === wantedText) return right();
  if (isAccepted(typed, wanted, tolerance)) return right([noteOf(typed, wanted)]);
  const isGerman = /^de\b/iu.test(lang);
  const withPoint = /^[+-]?\d*,\d+$/u.test(typed) ? typed.replace(',', '.') : undefined;
  if (isGerman && withPoint !== undefined && isAccepted(withPoint, wanted, tolerance)) {
    return right([{ kind: 'decimal-comma' }]);
  }
  if (/[oO]/u.test(typed) && isAccepted(typed.replace(/[oO]/gu, '0'), wanted, tolerance)) {
    return near({ kind: 'letter-for-digit' });
  }
  const hasMarks = /^[+-]?\d{1,3}(?:[ ,.'_]\d{3})+$/u.test(typed);
  if (hasMarks && isAccepted(typed.replace(/[ ,.'_]/gu, ''), wanted, tolerance)) {
    return near({ kind: 'thousands-marks' });
  }
  return wrong;
}

function noteOf(typed: string, wanted: Decimal): Reason {
  return { kind: isAccepted(typed, wanted, zero) ? 'other-notation' : 'within-tolerance' };
}
