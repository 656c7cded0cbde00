import { expect, test } from "vitest";
import { readSampleKnowledge } from "./classify/sample-knowledge.ts";
import { type Issued, listIssuers, nameInLanguages } from "./name-issuers.ts";

const knowledge = readSampleKnowledge();
const issued = (item: Partial<Issued>): Issued => ({
  ...{ origin: "fetched", bodies: [], bodyNames: [], documentNumber: null, language: "zh" },
  ...item,
});

test("one that the list does not have stands beside the one that it has", () => {
  const bodyNames = ["西安市环境保护局", "西安市交通运输局", "西安铁路某段"];
  const names = listIssuers(issued({ bodies: ["xian-epb"], bodyNames }), knowledge);
  expect(names.map(({ ja, zh }) => ja ?? zh)).toEqual(["西安市環境保護局", "西安市交通運輸局", "西安铁路某段"]);
});

test.each([
  ["沈阳市人民政府办公厅", "瀋陽市人民政府弁公庁", "General Office of the Shenyang Municipal People’s Government"],
  ["环境保护部办公厅", "環境保護部弁公庁", "General Office of the Ministry of Environmental Protection, China"],
  ["国务院办公厅", "国務院弁公庁", "General Office of the State Council"],
  [
    "西安市人民代表大会常务委员会",
    "西安市人民代表大会常務委員会",
    "Standing Committee of the Xi’an Municipal People’s Congress",
  ],
  ["环保部", "環境保護部", "Ministry of Environmental Protection, China"],
])("%s is itself in three languages", (printed, ja, en) => {
  expect(nameInLanguages("zh", printed, knowledge)).toMatchObject({ ja, en });
});

test("by its number the office of a government is told from the government", () => {
  const listed = { origin: "programme", bodies: ["tianjin-government"], bodyNames: ["天津市人民政府"] } as const;
  const ofNumber = (documentNumber: string) =>
    listIssuers(
      issued({ ...listed, bodyNames: [...listed.bodyNames], bodies: [...listed.bodies], documentNumber }),
      knowledge,
    )[0]?.ja;
  expect(ofNumber("津政办发〔2014〕99号")).toBe("天津市人民政府弁公庁");
  expect(ofNumber("津政发〔2013〕35号")).toBe("天津市人民政府");
});
