import type { Context } from "../../../platform/context.ts";
import {
  describePartnership,
  describeProgramme,
  describeProject,
  listPartnerships,
  listProjects,
  writeActivity,
} from "./activities.ts";
import { element, writeXml } from "./element.ts";
import { gatherMaterial } from "./material.ts";

/**
 * The programme with its partnerships and projects as an IATI 2.03 activity file (docs/decisions/0011-iati-mapping.md). The same
 * records give the same bytes: there is no time of making in it.
 */
export async function writeActivityFile(context: Context, origin: string): Promise<string> {
  const material = await gatherMaterial(context, origin);
  const described = [
    describeProgramme(material),
    ...listPartnerships(material).map((partnership) => describePartnership(partnership, material)),
    ...listProjects(material).map((project) => describeProject(project, material)),
  ];
  return writeXml(
    element("iati-activities", { version: "2.03" }, ...described.map((one) => writeActivity(one, material))),
  );
}
