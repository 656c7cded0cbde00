import type { Command } from "./command.ts";

/**
 * In the order in which `renkei --help` teaches them. A command is read when it is called: one that lists tables need not wait for all
 * pages, documents and mails that another one brings.
 */
const loaders: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import("./start.ts")).startCommand,
  user: async () => (await import("./user.ts")).userCommand,
  outbox: async () => (await import("./outbox.ts")).outboxCommand,
  tables: async () => (await import("./tables.ts")).tablesCommand,
  table: async () => (await import("./table.ts")).tableCommand,
  report: async () => (await import("./report.ts")).reportCommand,
  bulletin: async () => (await import("./bulletin.ts")).bulletinCommand,
  evaluate: async () => (await import("./evaluate.ts")).evaluateCommand,
  reconcile: async () => (await import("./reconcile.ts")).reconcileCommand,
  search: async () => (await import("./search.ts")).searchCommand,
  check: async () => (await import("./check.ts")).checkCommand,
  "check-file": async () => (await import("./check-file.ts")).checkFileCommand,
  sources: async () => (await import("./sources.ts")).sourcesCommand,
  load: async () => (await import("./load.ts")).loadCommand,
  export: async () => (await import("./export.ts")).exportCommand,
  policies: async () => (await import("./policies.ts")).policiesCommand,
  terms: async () => (await import("./terms.ts")).termsCommand,
  memory: async () => (await import("./memory.ts")).memoryCommand,
  translation: async () => (await import("./translation.ts")).translationCommand,
  "open-data": async () => (await import("./open-data.ts")).openDataCommand,
  iati: async () => (await import("./iati.ts")).iatiCommand,
  backup: async () => (await import("./backup.ts")).backupCommand,
  restore: async () => (await import("./restore.ts")).restoreCommand,
  audit: async () => (await import("./audit.ts")).auditCommand,
  migrate: async () => (await import("./migrate.ts")).migrateCommand,
};

export const findCommand = async (name: string): Promise<Command | undefined> =>
  Object.hasOwn(loaders, name) ? loaders[name]?.() : undefined;

export const loadCommands = async (): Promise<Command[]> =>
  Promise.all(Object.values(loaders).map(async (load) => load()));
