import { expect, test } from "vitest";
import { composeBodyName } from "./compose-body-name.ts";
import type { Region } from "./knowledge.ts";

const region = (
  id: string,
  level: Region["level"],
  parent: string | null,
  names: readonly [string, string, string],
) => ({
  ...{ id, level, parent, code: null, members: [], aliases: [names[0].slice(0, -1)], organisation: null },
  name: { zh: names[0], ja: names[1], en: names[2] },
});
const regions: Region[] = [
  region("shandong", "province", null, ["山东省", "山東省", "Shandong Province"]),
  region("linyi", "city", "shandong", ["临沂市", "臨沂市", "Linyi City"]),
  region("yanbian", "city", "jilin", ["延边朝鲜族自治州", "延辺朝鮮族自治州", "Yanbian Korean Autonomous Prefecture"]),
];

test.each([
  [
    "临沂市人民代表大会常务委员会",
    "臨沂市人民代表大会常務委員会",
    "Standing Committee of the Linyi Municipal People’s Congress",
  ],
  ["山东省临沂市人民政府", "臨沂市人民政府", "Linyi Municipal People’s Government"],
  ["山东省生态环境厅", "山東省生態環境庁", "Shandong Provincial Department of Ecology and Environment"],
  ["山东省发展和改革委员会", "山東省発展改革委員会", "Shandong Provincial Development and Reform Commission"],
  [
    "延边朝鲜族自治州人民代表大会",
    "延辺朝鮮族自治州人民代表大会",
    "People’s Congress of Yanbian Korean Autonomous Prefecture",
  ],
])("%s is named in three languages", (zh, ja, en) => {
  expect(composeBodyName(zh, regions)).toEqual({ zh, ja, en });
});

test.each(["临沂市兰山区人民政府", "人民政府", "临沂市", "某市人民政府", "临沂大学"])("%s stays Chinese", (zh) => {
  expect(composeBodyName(zh, regions)).toBeNull();
});
