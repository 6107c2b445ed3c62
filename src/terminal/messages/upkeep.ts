import { type Shown, shown as t } from '../../core/text/shown.ts';
import type { Language } from './messages.ts';

/** What was found, then what to do about it. */
type Sentence = (where: Shown, n: number) => Shown;

const count = (n: number, one: Shown, many: Shown): Shown => t`${n} ${n === 1 ? one : many}`;

const en = {
  findings: {
    'torn-tail': (where) =>
      t`${where} ends in the middle of a record: the program or the machine was stopped while writing. What had been shown as saved stands before it; nothing to do.`,
    'bad-crc': (where, n) =>
      t`${where} has ${count(n, t`damaged record`, t`damaged records`)}, which cannot be read. "kartei doctor --fix" looks for a sound copy in the backups.`,
    'seq-gap': (where, n) =>
      t`${where} has ${count(n, t`gap`, t`gaps`)} in the numbers of its records: some are missing or out of order. "kartei doctor --fix" looks for them in the backups.`,
    'dup-id': (where, n) =>
      t`${where} has ${count(n, t`record`, t`records`)} whose id stands elsewhere too; each id counts once. Copies of a file do no harm; "kartei backup --seal" joins old ones.`,
    'unknown-kind': (where, n) =>
      t`${where} has ${count(n, t`record`, t`records`)} of a kind that this version does not know; they are kept and ignored. Update kartei.`,
    'newer-version': (where) =>
      t`${where} was written by a newer kartei; nothing is recorded until the update: npm i -g kartei.`,
    'future-time': (where) =>
      t`The record ${where} is dated more than two days ahead and does not count until then. Set the clock right; "kartei undo" takes back what is wrong.`,
    'clock-back': (where, n) =>
      t`${where}: the clock was set back, and ${count(n, t`record was`, t`records were`)} dated after the one before. Nothing to do.`,
    'orphan-card': (where, n) =>
      t`${where}: ${count(n, t`card`, t`cards`)} with a past, but in no deck that is open. If an id was changed, give the card its old one; if the deck is elsewhere, open it.`,
    'state-drift': (where) =>
      t`The stored schedule in ${where} is not what the journal says. "kartei doctor --fix" computes it anew; the journal is sound.`,
    'state-stale': (where) =>
      t`The stored schedule in ${where} does not fit together. It is computed anew at the next start, or now by "kartei doctor --fix".`,
    'watermark-short': (where) =>
      t`${where} is shorter than when it was last read, or gone. If that was not you, "kartei restore" brings back what a backup has. What is lost for good is named until you take the summary that knows of it out of the quarantine ("kartei where").`,
    permissions: (where) =>
      t`${where} cannot be read or written as it should be, or strangers may write there. Make it yours: chmod u+rwX,o-w.`,
    'backup-age': (where, n) =>
      t`${where}: ${count(n, t`file`, t`files`)} in no sound backup. "kartei backup" takes one now.`,
    'git-dirty': (where, n) =>
      t`${where}: ${count(n, t`file`, t`files`)} not committed to Git yet. "kartei sync" commits and exchanges them.`,
    'conflict-copies': (where) =>
      t`${where} is a conflict copy made by a synchronizer. It is read like any other file; nothing to do, and do not delete it.`,
  } satisfies Readonly<Record<string, Sentence>>,
  severities: { note: t`note`, warning: t`warning`, error: t`error` },
  examined: (records: number, files: number) =>
    t`${count(records, t`record`, t`records`)} in ${count(files, t`file`, t`files`)} examined.`,
  sound: t`Everything is sound.`,
  fixedState: t`The stored schedule was computed anew from the journal.`,
  snapshot: (name: Shown, files: number) =>
    t`Backup ${name}: ${count(files, t`file`, t`files`)}, read back and sound.`,
  nothingToKeep: t`Nothing is recorded yet, so there is nothing to back up.`,
  noSnapshots: t`There is no backup yet; "kartei backup" takes one.`,
  reasons: {
    daily: t`daily`,
    asked: t`asked for`,
    import: t`before an import`,
    reset: t`before a reset`,
    restore: t`before a restore`,
    seal: t`before sealing`,
    upgrade: t`before an upgrade`,
  },
  listed: (files: number, megabytes: Shown) => t`${count(files, t`file`, t`files`)}, ${megabytes} MB`,
  damagedList: t`damaged`,
  noSuchSnapshot: (name: Shown) => t`There is no backup ${name}.`,
  seeList: t`"kartei backup list" names them all.`,
  restored: (name: Shown, records: number, files: number) =>
    t`Backup ${name}: ${count(records, t`record`, t`records`)} brought back in ${count(files, t`new file`, t`new files`)}. Nothing else was changed.`,
  nothingMissing: (name: Shown) => t`Backup ${name} holds nothing that is not there already.`,
  brokenCopy: (path: Shown) =>
    t`The backup's copy of ${path} is missing or damaged; an older backup may have it.`,
  sealed: (files: number, months: number) =>
    t`${count(files, t`file`, t`files`)} of ${count(months, t`past month`, t`past months`)} joined.`,
  nothingToSeal: t`There is nothing to join: no past month has more than one file of this device.`,
  backupFailed: (folder: Shown, why: Shown) => t`The backup in ${folder} cannot be written: ${why}`,
  backupHint: t`Nothing was changed. Make room or the folder writable, then try again.`,
  backupsUnreadable: (folder: Shown, why: Shown) => t`The backups in ${folder} cannot be read: ${why}`,
  backupsUnreadableHint: t`Nothing was changed. Make the folder readable, then try again.`,
  whatToReset: t`kartei reset CARD, or kartei reset --deck DECK`,
  reset: (n: number) => t`${count(n, t`card starts`, t`cards start`)} anew. "kartei undo" takes it back.`,
  nothingToReset: t`None of these cards has been studied; nothing was changed.`,
};

export type UpkeepMessages = typeof en;

const de: UpkeepMessages = {
  findings: {
    'torn-tail': (where) =>
      t`${where} endet mitten in einem Eintrag: Programm oder Rechner wurden beim Schreiben angehalten. Was als gespeichert galt, steht davor; nichts zu tun.`,
    'bad-crc': (where, n) =>
      t`${where} hat ${count(n, t`beschädigten Eintrag, der`, t`beschädigte Einträge, die`)} nicht lesbar ${n === 1 ? t`ist` : t`sind`}. „kartei doctor --fix“ sucht in den Sicherungen nach einer heilen Kopie.`,
    'seq-gap': (where, n) =>
      t`${where} hat ${count(n, t`Lücke`, t`Lücken`)} in der Zählung: Einträge fehlen oder stehen am falschen Platz. „kartei doctor --fix“ sucht sie in den Sicherungen.`,
    'dup-id': (where, n) =>
      t`${where} hat ${count(n, t`Eintrag, dessen ID`, t`Einträge, deren IDs`)} auch anderswo ${n === 1 ? t`steht` : t`stehen`}; jede ID zählt einmal. Kopien einer Datei schaden nicht; „kartei backup --seal“ fasst alte zusammen.`,
    'unknown-kind': (where, n) =>
      t`${where} hat ${count(n, t`Eintrag`, t`Einträge`)} einer Art, die diese Version nicht kennt; das bleibt erhalten und zählt nicht. Bitte kartei aktualisieren.`,
    'newer-version': (where) =>
      t`${where} stammt von einem neueren kartei; bis zur Aktualisierung wird nichts aufgezeichnet: npm i -g kartei.`,
    'future-time': (where) =>
      t`Der Eintrag ${where} liegt über zwei Tage in der Zukunft und zählt erst dann. Bitte die Uhr richtigstellen; „kartei undo“ nimmt Falsches zurück.`,
    'clock-back': (where, n) =>
      t`${where}: Die Uhr wurde zurückgestellt; ${count(n, t`Eintrag wurde`, t`Einträge wurden`)} hinter den vorigen datiert. Nichts zu tun.`,
    'orphan-card': (where, n) =>
      t`${where}: ${count(n, t`Karte`, t`Karten`)} mit Vergangenheit, aber in keinem offenen Stapel. Wurde eine ID geändert, gib der Karte die alte zurück; liegt der Stapel anderswo, öffne ihn.`,
    'state-drift': (where) =>
      t`Der gespeicherte Zeitplan in ${where} ist nicht der des Journals. „kartei doctor --fix“ berechnet ihn neu; das Journal ist heil.`,
    'state-stale': (where) =>
      t`Der gespeicherte Zeitplan in ${where} passt nicht zusammen. Er wird beim nächsten Start neu berechnet, oder jetzt mit „kartei doctor --fix“.`,
    'watermark-short': (where) =>
      t`${where} ist kürzer als beim letzten Lesen oder verschwunden. Wenn du das nicht warst, holt „kartei restore“ zurück, was eine Sicherung hat. Was verloren bleibt, wird genannt, bis du die Übersicht, die davon weiß, aus der Quarantäne nimmst („kartei where“).`,
    permissions: (where) =>
      t`${where} lässt sich nicht lesen oder schreiben wie nötig, oder Fremde dürfen dort schreiben. Abhilfe: chmod u+rwX,o-w.`,
    'backup-age': (where, n) =>
      t`${where}: ${count(n, t`Datei`, t`Dateien`)} in keiner heilen Sicherung. „kartei backup“ legt jetzt eine an.`,
    'git-dirty': (where, n) =>
      t`${where}: ${count(n, t`Datei ist`, t`Dateien sind`)} noch nicht in Git. „kartei sync“ trägt sie ein und gleicht ab.`,
    'conflict-copies': (where) =>
      t`${where} ist eine Konfliktkopie eines Abgleichprogramms. Sie wird gelesen wie jede Datei; nichts zu tun, und nicht löschen.`,
  },
  severities: { note: t`Hinweis`, warning: t`Warnung`, error: t`Fehler` },
  examined: (records, files) =>
    t`${count(records, t`Eintrag`, t`Einträge`)} in ${count(files, t`Datei`, t`Dateien`)} geprüft.`,
  sound: t`Alles ist in Ordnung.`,
  fixedState: t`Der gespeicherte Zeitplan wurde aus dem Journal neu berechnet.`,
  snapshot: (name, files) =>
    t`Sicherung ${name}: ${count(files, t`Datei`, t`Dateien`)}, gegengelesen und heil.`,
  nothingToKeep: t`Es ist noch nichts aufgezeichnet, also nichts zu sichern.`,
  noSnapshots: t`Es gibt noch keine Sicherung; „kartei backup“ legt eine an.`,
  reasons: {
    daily: t`täglich`,
    asked: t`verlangt`,
    import: t`vor einem Import`,
    reset: t`vor einem Zurücksetzen`,
    restore: t`vor einem Zurückholen`,
    seal: t`vor dem Zusammenfassen`,
    upgrade: t`vor einer Aktualisierung`,
  },
  listed: (files, megabytes) => t`${count(files, t`Datei`, t`Dateien`)}, ${megabytes} MB`,
  damagedList: t`beschädigt`,
  noSuchSnapshot: (name) => t`Die Sicherung ${name} gibt es nicht.`,
  seeList: t`„kartei backup list“ nennt alle.`,
  restored: (name, records, files) =>
    t`Sicherung ${name}: ${count(records, t`Eintrag`, t`Einträge`)} in ${count(files, t`neuer Datei`, t`neuen Dateien`)} zurückgeholt. Sonst wurde nichts geändert.`,
  nothingMissing: (name) => t`Die Sicherung ${name} enthält nichts, was nicht schon da ist.`,
  brokenCopy: (path) =>
    t`Die gesicherte Kopie von ${path} fehlt oder ist beschädigt; vielleicht hat sie eine ältere Sicherung.`,
  sealed: (files, months) =>
    t`${count(files, t`Datei`, t`Dateien`)} aus ${count(months, t`vergangenen Monat`, t`vergangenen Monaten`)} zusammengefasst.`,
  nothingToSeal: t`Nichts zusammenzufassen: Kein vergangener Monat hat mehr als eine Datei dieses Geräts.`,
  backupFailed: (folder, why) => t`Die Sicherung in ${folder} lässt sich nicht schreiben: ${why}`,
  backupHint: t`Nichts wurde geändert. Schaffe Platz oder Schreibrecht, dann versuche es erneut.`,
  backupsUnreadable: (folder, why) => t`Die Sicherungen in ${folder} lassen sich nicht lesen: ${why}`,
  backupsUnreadableHint: t`Nichts wurde geändert. Mach den Ordner lesbar, dann versuche es erneut.`,
  whatToReset: t`kartei reset KARTE oder kartei reset --deck STAPEL`,
  reset: (n) => t`${count(n, t`Karte beginnt`, t`Karten beginnen`)} von vorn. „kartei undo“ nimmt es zurück.`,
  nothingToReset: t`Keine dieser Karten wurde je gelernt; nichts wurde geändert.`,
};

/** The sentences of the commands that look after the progress. */
export const upkeep: Readonly<Record<Language, UpkeepMessages>> = { en, de };
