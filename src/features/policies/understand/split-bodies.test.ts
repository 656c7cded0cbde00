import { expect, test } from "vitest";
import { bodiesOfTitle, isBodyName, splitBodies } from "./split-bodies.ts";

test.each([
  ["环境保护部　国家发展改革委、财政部", ["环境保护部", "国家发展改革委", "财政部"]],
  ["国家发展改革委\n财　政　部", ["国家发展改革委", "财政部"]],
  ["环 境 保 护 部", ["环境保护部"]],
  ["环 境 保 护 部  财 政 部", ["环境保护部", "财政部"]],
  ["财 政 部 国家发展改革委", ["财政部", "国家发展改革委"]],
  ["环境保护部国家发展改革委工业和信息化部", ["环境保护部", "国家发展改革委", "工业和信息化部"]],
  ["中共中央国务院", ["中共中央", "国务院"]],
  ["中共中央办公厅国务院办公厅", ["中共中央办公厅", "国务院办公厅"]],
  ["北京市环境保护局北京市财政局", ["北京市环境保护局", "北京市财政局"]],
  ["某市人民政府（盖章）", ["某市人民政府"]],
  ["住房和城乡建设部;交通运输部", ["住房和城乡建设部", "交通运输部"]],
  ["国务院国有资产监督管理委员会", ["国务院国有资产监督管理委员会"]],
  ["国务院办公厅", ["国务院办公厅"]],
  ["无", []],
])("%s", (text, names) => {
  expect(splitBodies(text)).toEqual(names);
});

test("names that a title begins with", () => {
  expect(bodiesOfTitle("国务院关于印发大气污染防治行动计划的通知")).toEqual(["国务院"]);
  expect(bodiesOfTitle("环境保护部　财政部关于加强监测的通知")).toEqual(["环境保护部", "财政部"]);
  expect(bodiesOfTitle("国务院办公厅转发环境保护部等部门文件的通知")).toEqual(["国务院办公厅"]);
  expect(bodiesOfTitle("关于印发方案的通知")).toEqual([]);
  expect(bodiesOfTitle("某市贯彻落实国务院关于加强环境保护意见的办法")).toEqual([]);
});

test("what is and what is no name of a body", () => {
  for (const name of [
    "环境保护部",
    "京津冀及周边地区大气污染防治协作小组办公室",
    "国务院",
    "河北省人民代表大会常务委员会",
    "国家发展改革委",
  ])
    expect(isBodyName(name)).toBe(true);
  for (const name of ["关于印发方案的部", "来源部", "空气", "部", "请各部门：各厅"])
    expect(isBodyName(name)).toBe(false);
});
