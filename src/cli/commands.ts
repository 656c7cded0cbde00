import { auditCommand } from "./audit.ts";
import { backupCommand } from "./backup.ts";
import { checkCommand } from "./check.ts";
import { checkFileCommand } from "./check-file.ts";
import type { Command } from "./command.ts";
import { exportCommand } from "./export.ts";
import { iatiCommand } from "./iati.ts";
import { loadCommand } from "./load.ts";
import { migrateCommand } from "./migrate.ts";
import { openDataCommand } from "./open-data.ts";
import { outboxCommand } from "./outbox.ts";
import { policiesCommand } from "./policies.ts";
import { reconcileCommand } from "./reconcile.ts";
import { reportCommand } from "./report.ts";
import { restoreCommand } from "./restore.ts";
import { startCommand } from "./start.ts";
import { tableCommand } from "./table.ts";
import { tablesCommand } from "./tables.ts";
import { userCommand } from "./user.ts";

/** In the order in which `renkei --help` teaches them. */
export const commands: readonly Command[] = [
  startCommand,
  userCommand,
  outboxCommand,
  tablesCommand,
  tableCommand,
  reportCommand,
  reconcileCommand,
  checkCommand,
  checkFileCommand,
  loadCommand,
  exportCommand,
  policiesCommand,
  openDataCommand,
  iatiCommand,
  backupCommand,
  restoreCommand,
  auditCommand,
  migrateCommand,
];
