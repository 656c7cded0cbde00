import type { PublicRoute } from "../../web/page.ts";
import { sendNewsAtom } from "./atom-feed.ts";
import { showNews } from "./pages/news.tsx";
import { showNewsItem } from "./pages/news-item.tsx";

export const newsRoutes: readonly PublicRoute[] = [
  { path: "/news", access: "public", page: showNews },
  { path: "/news.atom", access: "public", raw: sendNewsAtom },
  { path: "/news/:id", access: "public", page: showNewsItem },
];
