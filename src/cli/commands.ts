import { auditCommand } from "./audit.ts";
import { backupCommand } from "./backup.ts";
import { bulletinCommand } from "./bulletin.ts";
import { checkCommand } from "./check.ts";
import { checkFileCommand } from "./check-file.ts";
import type { Command } from "./command.ts";
import { evaluateCommand } from "./evaluate.ts";
import { exportCommand } from "./export.ts";
import { iatiCommand } from "./iati.ts";
import { loadCommand } from "./load.ts";
import { memoryCommand } from "./memory.ts";
import { migrateCommand } from "./migrate.ts";
import { openDataCommand } from "./open-data.ts";
import { outboxCommand } from "./outbox.ts";
import { policiesCommand } from "./policies.ts";
import { reconcileCommand } from "./reconcile.ts";
import { reportCommand } from "./report.ts";
import { restoreCommand } from "./restore.ts";
import { searchCommand } from "./search.ts";
import { sourcesCommand } from "./sources.ts";
import { startCommand } from "./start.ts";
import { tableCommand } from "./table.ts";
import { tablesCommand } from "./tables.ts";
import { termsCommand } from "./terms.ts";
import { translationCommand } from "./translation.ts";
import { userCommand } from "./user.ts";

/** In the order in which `renkei --help` teaches them. */
export const commands: readonly Command[] = [
  startCommand,
  userCommand,
  outboxCommand,
  tablesCommand,
  tableCommand,
  reportCommand,
  bulletinCommand,
  evaluateCommand,
  reconcileCommand,
  searchCommand,
  checkCommand,
  checkFileCommand,
  sourcesCommand,
  loadCommand,
  exportCommand,
  policiesCommand,
  termsCommand,
  memoryCommand,
  translationCommand,
  openDataCommand,
  iatiCommand,
  backupCommand,
  restoreCommand,
  auditCommand,
  migrateCommand,
];
