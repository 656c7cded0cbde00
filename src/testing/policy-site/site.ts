/** Structure of article pages: that of TRS WCM, of the State Council, of CMSs since 2010, of hand-made pages. */
export type Look = "trs" | "state-council" | "modern" | "plain" | "bare";
export type DateStyle = "chinese" | "numerals" | "hyphens" | "slashes";

export interface SiteColumn {
  name: string;
  label: string;
  kind: "list" | "rss" | "atom" | "json-feed" | "sitemap" | "rsshub";
  path: string;
  /** declared address, where it is one that redirects */
  entrance?: string;
  /** of further pages of a list */
  pagePath?: (page: number) => string;
  perPage?: number;
}

export interface Site {
  /** path prefix and, before .test, host name */
  name: string;
  names: { ja: string; en: string };
  /** Chinese name of the body, and its key in `policy_bodies.csv` */
  body: string;
  bodyId: string;
  tier: "central" | "key-region" | "partner";
  /** where what it publishes applies */
  region: string | null;
  encoding: "gb18030" | "utf-8";
  /** charset in the header and in the page; null: not said */
  headerCharset: string | null;
  metaCharset: string | null;
  look: Look;
  links: "relative" | "root" | "absolute";
  dates: DateStyle;
  validators: "both" | "etag" | "modified" | "none";
  gzip: boolean;
  columns: readonly SiteColumn[];
  /** moved addresses */
  redirects?: Record<string, { status: 301 | 302; to: string }>;
  /** pages of a list never end */
  endless?: true;
  /** from this day the lists have another structure */
  redesigned?: string;
}

const numbered = (folder: string) => (page: number) => `${folder}index${page === 0 ? "" : `_${page}`}.html`;
const list = (name: string, label: string, folder: string, perPage = 10): SiteColumn => ({
  name,
  label,
  kind: "list",
  path: folder,
  pagePath: numbered(folder),
  perPage,
});

const utf8 = { encoding: "utf-8", headerCharset: "utf-8", metaCharset: "utf-8", gzip: true } as const;
const gb = { encoding: "gb18030", gzip: false } as const;

/** Labels of columns in the languages of who reads their declarations. */
export const columnNames: Record<string, { ja: string; en: string }> = {
  信息公开目录: { ja: "公開情報目録", en: "information disclosure" },
  大气环境管理: { ja: "大気環境管理", en: "air management" },
  政府信息公开专栏: { ja: "政府情報公開", en: "government information" },
  要闻: { ja: "主要ニュース", en: "headlines" },
  通知: { ja: "通知", en: "notices" },
  工作动态: { ja: "業務動向", en: "activities" },
  政务公开: { ja: "行政公開", en: "open government" },
  通知公告: { ja: "通知・公告", en: "notices" },
  站点地图: { ja: "サイトマップ", en: "sitemap" },
  公开目录: { ja: "公開目録", en: "disclosure catalogue" },
  政务信息: { ja: "行政情報", en: "government affairs" },
  信息公开: { ja: "情報公開", en: "information disclosure" },
};

/** A page of the State Council to which its list still links by the old address. */
export const movedPage = { from: "/zhengce/old/9053.htm", to: "/zhengce/content/2016-04/12/content_9053.htm" };

export const sites: readonly Site[] = [
  {
    ...gb,
    name: "mee",
    names: { ja: "環境保護部", en: "Ministry of Environmental Protection" },
    body: "环境保护部",
    bodyId: "mep",
    tier: "central",
    region: null,
    headerCharset: null,
    metaCharset: "gb2312",
    look: "trs",
    links: "relative",
    dates: "chinese",
    validators: "both",
    columns: [list("gkml", "信息公开目录", "/gkml/", 5), list("dqhj", "大气环境管理", "/dqhj/", 6)],
  },
  {
    ...utf8,
    name: "gov-cn",
    names: { ja: "国務院", en: "State Council" },
    body: "国务院",
    bodyId: "state-council",
    tier: "central",
    region: null,
    look: "state-council",
    links: "root",
    dates: "chinese",
    validators: "both",
    redirects: { [movedPage.from]: { status: 301, to: movedPage.to } },
    columns: [list("zhengce", "政府信息公开专栏", "/zhengce/"), list("yaowen", "要闻", "/yaowen/")],
  },
  {
    ...utf8,
    name: "ndrc",
    names: { ja: "国家発展改革委員会", en: "National Development and Reform Commission" },
    body: "国家发展和改革委员会",
    bodyId: "ndrc",
    tier: "central",
    region: null,
    look: "plain",
    links: "relative",
    dates: "chinese",
    validators: "etag",
    columns: [{ ...list("zcfbtz", "通知", "/zcfb/zcfbtz/", 3), entrance: "/zcfb/tz" }],
    redirects: {
      "/zcfb/tz": { status: 301, to: "/zcfb/zcfbtz" },
      "/zcfb/zcfbtz": { status: 302, to: "/zcfb/zcfbtz/" },
    },
  },
  {
    ...utf8,
    name: "jjj",
    names: {
      ja: "京津冀・周辺地域大気汚染防止協力グループ",
      en: "Coordination Group for Air Pollution Control in Beijing–Tianjin–Hebei",
    },
    body: "京津冀及周边地区大气污染防治协作小组办公室",
    bodyId: "jjj-air-group",
    tier: "key-region",
    region: "jing-jin-ji-surroundings",
    look: "modern",
    links: "absolute",
    dates: "chinese",
    validators: "both",
    columns: [{ name: "gzdt", label: "工作动态", kind: "atom", path: "/atom.xml" }],
  },
  {
    ...utf8,
    name: "beijing",
    names: { ja: "北京市環境保護局", en: "Beijing Environmental Protection Bureau" },
    body: "北京市环境保护局",
    bodyId: "beijing-epb",
    tier: "partner",
    region: "beijing",
    look: "modern",
    links: "absolute",
    dates: "hyphens",
    validators: "modified",
    columns: [{ name: "zwgk", label: "政务公开", kind: "rss", path: "/rss/zwgk.xml" }],
  },
  {
    ...gb,
    name: "hebei",
    names: { ja: "河北省環境保護庁", en: "Hebei Environmental Protection Department" },
    body: "河北省环境保护厅",
    bodyId: "hebei-epb",
    tier: "partner",
    region: "hebei",
    headerCharset: "GB2312",
    metaCharset: null,
    look: "plain",
    links: "root",
    dates: "hyphens",
    validators: "modified",
    columns: [list("tzgg", "通知公告", "/tzgg/", 4)],
  },
  {
    ...utf8,
    name: "tianjin",
    names: { ja: "天津市環境保護局", en: "Tianjin Environmental Protection Bureau" },
    body: "天津市环境保护局",
    bodyId: "tianjin-epb",
    tier: "partner",
    region: "tianjin",
    look: "modern",
    links: "absolute",
    dates: "chinese",
    validators: "etag",
    columns: [{ name: "tzgg", label: "通知公告", kind: "json-feed", path: "/feed.json" }],
  },
  {
    ...utf8,
    name: "shanghai",
    names: { ja: "上海市環境保護局", en: "Shanghai Environmental Protection Bureau" },
    body: "上海市环境保护局",
    bodyId: "shanghai-epb",
    tier: "partner",
    region: "shanghai",
    look: "modern",
    links: "root",
    dates: "hyphens",
    validators: "both",
    columns: [{ name: "zwgk", label: "站点地图", kind: "sitemap", path: "/sitemap.xml" }],
  },
  {
    ...utf8,
    name: "guangdong",
    names: { ja: "広東省環境保護庁", en: "Guangdong Environmental Protection Department" },
    body: "广东省环境保护厅",
    bodyId: "guangdong-epb",
    tier: "partner",
    region: "guangdong",
    look: "modern",
    links: "root",
    dates: "chinese",
    validators: "both",
    columns: [{ name: "gkml", label: "公开目录", kind: "rsshub", path: "/gd/gkml" }],
  },
  {
    ...utf8,
    name: "tangshan",
    names: { ja: "唐山市環境保護局", en: "Tangshan Environmental Protection Bureau" },
    body: "唐山市环境保护局",
    bodyId: "tangshan-epb",
    tier: "partner",
    region: "tangshan",
    look: "plain",
    links: "root",
    dates: "slashes",
    validators: "none",
    redesigned: "2016-04-18",
    columns: [list("gzdt", "工作动态", "/gzdt/")],
  },
  {
    ...gb,
    name: "shenyang",
    names: { ja: "瀋陽市環境保護局", en: "Shenyang Environmental Protection Bureau" },
    body: "沈阳市环境保护局",
    bodyId: "shenyang-epb",
    tier: "partner",
    region: "shenyang",
    headerCharset: null,
    metaCharset: null,
    look: "bare",
    links: "relative",
    dates: "numerals",
    validators: "none",
    columns: [
      {
        name: "news",
        label: "政务信息",
        kind: "list",
        path: "/news.asp",
        pagePath: (page) => (page === 0 ? "/news.asp" : `/news.asp?page=${page + 1}`),
        perPage: 4,
      },
    ],
  },
  {
    ...utf8,
    name: "xian",
    names: { ja: "西安市環境保護局", en: "Xi’an Environmental Protection Bureau" },
    body: "西安市环境保护局",
    bodyId: "xian-epb",
    tier: "partner",
    region: "xian",
    look: "modern",
    links: "relative",
    dates: "slashes",
    validators: "etag",
    endless: true,
    columns: [
      {
        name: "xxgk",
        label: "信息公开",
        kind: "list",
        path: "/list.jsp",
        pagePath: (page) => (page === 0 ? "/list.jsp" : `/list.jsp?page=${page + 1}`),
        perPage: 3,
      },
    ],
  },
  {
    ...utf8,
    name: "wuhan",
    names: { ja: "武漢市環境保護局", en: "Wuhan Environmental Protection Bureau" },
    body: "武汉市环境保护局",
    bodyId: "wuhan-epb",
    tier: "partner",
    region: "wuhan",
    headerCharset: null,
    look: "modern",
    links: "root",
    dates: "chinese",
    validators: "modified",
    columns: [list("tzgg", "通知公告", "/tzgg/")],
  },
];
