import { layOutAchievements } from "./achievements.ts";
import { layOutMeasuresByYear } from "./measures-by-year.ts";
import { layOutPartnershipMatrix } from "./partnership-matrix.ts";
import { layOutPlans } from "./plans.ts";
import { layOutRegister } from "./register.ts";
import type { Layout } from "./request.ts";
import { layOutYearsByGroup } from "./years-by-group.ts";
import { layOutYearsByUnit } from "./years-by-unit.ts";

/** How each `layout` of `tables.csv` is laid out. */
export const layouts: Record<string, Layout> = {
  "measures-by-year": layOutMeasuresByYear,
  register: layOutRegister,
  "years-by-group": layOutYearsByGroup,
  "years-by-unit": layOutYearsByUnit,
  plans: layOutPlans,
  achievements: layOutAchievements,
  "partnership-matrix": layOutPartnershipMatrix,
};

/** Layouts whose table is of one fiscal year. */
export const yearlyLayouts = ["register", "plans"];

/** Layouts that show one year where one is asked for, otherwise all. */
export const filteredLayouts = ["partnership-matrix"];
