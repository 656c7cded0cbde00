import { AppError } from "../core/errors.ts";
import { writeCsv } from "../documents/csv.ts";
import { alignColumns } from "../documents/plain-text.ts";
import { findFittingRoles } from "../features/accounts/fitting-roles.ts";
import { makeInvitation } from "../features/accounts/invitations.ts";
import { disableAs } from "../features/accounts/manage-people.ts";
import { findOrganisation, findUsualLanguage } from "../features/accounts/organisation-names.ts";
import { makeResetLink } from "../features/accounts/passwords.ts";
import { readPeople } from "../features/accounts/people.ts";
import { showName } from "../features/accounts/person-name.ts";
import { isRole, roleNames } from "../features/accounts/roles.ts";
import { message } from "../messages/message.ts";
import type { Context } from "../platform/context.ts";
import { publicAddress } from "../platform/public-address.ts";
import type { Command, ExitCode, Invocation } from "./command.ts";
import { UsageError } from "./read-arguments.ts";
import { withContext } from "./with-context.ts";

/** The machine's own user acts: whoever may run the command may read the database. */
const machine = { userId: null, network: null };

export const userCommand: Command = {
  name: "user",
  positionals: ["ACTION", "[EMAIL]"],
  options: ["organisation", "role", "format"],
  summary: "cli.user.summary",
  help: "cli.user.help",
  async run(invocation) {
    const [action = ""] = invocation.positionals;
    const work = actions[action];
    if (!work) throw new UsageError("cli.user.action", { action });
    if (action !== "list") readEmail(invocation);
    return withContext(invocation, (context) => work(context, invocation));
  },
};

const actions: Record<string, (context: Context, invocation: Invocation) => Promise<ExitCode>> = {
  async add(context, invocation) {
    const { options, language, print, report } = invocation;
    const email = readEmail(invocation);
    const { organisation, role } = options;
    if (organisation === undefined) throw new UsageError("cli.user.missing", { word: "--organisation" });
    if (role === undefined) throw new UsageError("cli.user.missing", { word: "--role" });
    if (!isRole(role)) throw new UsageError("cli.user.role", { role, roles: roleNames.join(", ") });
    const named = await findOrganisation(context, organisation, language);
    if (named.kind !== "found") return failOrganisation(invocation, organisation, named.choices);
    const invited = invocation.languageGiven ? language : ((await findUsualLanguage(context, named.id)) ?? language);
    const invitation = { email, organisation: named.id, role, administers: false, language: invited };
    try {
      const path = await makeInvitation(context, machine, message(invited, "people.machine"), invitation);
      report(message(language, "cli.user.invited", { email }));
      print(`${publicAddress(context.config)}${path}`);
      return 0;
    } catch (error) {
      if (!(error instanceof AppError) || typeof error.details.field !== "string") throw error;
      const roles = (await findFittingRoles(context, named.id)).join(", ");
      const isRoleWrong = error.details.field === "role";
      report(
        `renkei: ${isRoleWrong ? message(language, "cli.user.roleUnfit", { organisation, role, roles }) : message(language, "account.emailWrong")}`,
      );
      return 1;
    }
  },
  async disable(context, invocation) {
    const { language, print } = invocation;
    const email = readEmail(invocation);
    const person = (await readPeople(context)).find((one) => one.email === email);
    if (!person || person.erased) return failUnknown(invocation, email);
    await disableAs(context, machine, person.userId);
    print(message(language, "cli.user.disabled", { email }));
    return 0;
  },
  async reset(context, invocation) {
    const { language, print, report } = invocation;
    const email = readEmail(invocation);
    const path = await makeResetLink(context, machine, email);
    if (path === null) return failUnknown(invocation, email);
    report(message(language, "cli.user.reset", { email }));
    print(`${publicAddress(context.config)}${path}`);
    return 0;
  },
  async list(context, { options, language, print, report }) {
    const people = (await readPeople(context)).map((person) => ({
      id: person.userId,
      email: person.erased ? "" : person.email,
      name: showName(person.name, language),
      state: person.erased ? "erased" : person.disabled ? "disabled" : "active",
      roles: person.memberships.map(({ role, organisation }) => `${role}@${organisation}`),
    }));
    if (options.format === "json") print(JSON.stringify({ items: people }, null, 2));
    else {
      const rows = people.map(({ email, name, state, roles }) => [email, name, state, roles.join(" ")]);
      if (options.format === "csv") process.stdout.write(writeCsv([["email", "name", "state", "roles"], ...rows]));
      else if (rows.length === 0) report(message(language, "cli.user.none"));
      else for (const line of alignColumns(rows)) print(line);
    }
    return 0;
  },
};

function readEmail({ positionals }: Invocation): string {
  const email = positionals[1]?.trim().toLowerCase();
  if (!email) throw new UsageError("cli.user.missing", { word: "EMAIL" });
  return email;
}

function failOrganisation({ language, report }: Invocation, organisation: string, found: readonly string[]): ExitCode {
  const choices = found.join(language === "en" ? ", " : "、");
  const text =
    found.length === 0
      ? message(language, "cli.user.organisation", { organisation })
      : message(language, "cli.user.organisationNear", { organisation, choices });
  report(`renkei: ${text}`);
  return 1;
}

function failUnknown({ language, report }: Invocation, email: string): ExitCode {
  report(`renkei: ${message(language, "cli.user.unknown", { email })}`);
  return 1;
}
