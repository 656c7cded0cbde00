import type { MemberRoute, PublicRoute } from "../../web/page.ts";
import { showEditNeed, showNewNeed, submitEditNeed, submitNewNeed } from "./pages/edit-need.tsx";
import { showEditOffer, showNewOffer, submitEditOffer, submitNewOffer } from "./pages/edit-offer.tsx";
import { showMemberNeeds, showNeedBoard } from "./pages/member-needs.tsx";
import { submitNeed } from "./pages/need-actions.ts";
import { showNeed } from "./pages/need-page.tsx";
import { showOffer } from "./pages/offer-page.tsx";
import { showMemberOffers, showPublicOffers } from "./pages/offers.tsx";
import { showPublicNeeds } from "./pages/public-needs.tsx";

export const needRoutes: readonly PublicRoute[] = [
  { path: "/needs", access: "public", page: showPublicNeeds },
  { path: "/offers", access: "public", page: showPublicOffers },
];

export const memberNeedRoutes: readonly MemberRoute[] = [
  { path: "/members/needs", access: "members.read", page: showMemberNeeds },
  { path: "/members/needs/board", access: "members.read", page: showNeedBoard },
  { path: "/members/needs/new", access: "needs.enter", page: showNewNeed },
  { path: "/members/needs/new", access: "needs.enter", action: submitNewNeed },
  { path: "/members/needs/:id", access: "members.read", page: showNeed },
  { path: "/members/needs/:id", access: "needs.enter", action: submitNeed },
  { path: "/members/needs/:id/edit", access: "needs.enter", page: showEditNeed },
  { path: "/members/needs/:id/edit", access: "needs.enter", action: submitEditNeed },
  { path: "/members/offers", access: "members.read", page: showMemberOffers },
  { path: "/members/offers/new", access: "offers.enter", page: showNewOffer },
  { path: "/members/offers/new", access: "offers.enter", action: submitNewOffer },
  { path: "/members/offers/:id", access: "members.read", page: showOffer },
  { path: "/members/offers/:id/edit", access: "offers.enter", page: showEditOffer },
  { path: "/members/offers/:id/edit", access: "offers.enter", action: submitEditOffer },
];
