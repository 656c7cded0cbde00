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
  /** name of the body and of its key in `policy_bodies.csv` */
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

/** A page of the State Council to which its list still links by the old address. */
export const movedPage = { from: "/zhengce/old/9053.htm", to: "/zhengce/content/2016-04/12/content_9053.htm" };

export const sites: readonly Site[] = [
  {
    ...gb,
    name: "mee",
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
