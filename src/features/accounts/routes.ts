import type { MemberRoute } from "../../web/page.ts";
import { downloadPersonalData, showAccount, submitAccount, submitErasure } from "./pages/account.tsx";
import { showOffer, submitOffer } from "./pages/offer.tsx";
import { showPeople, submitPeople } from "./pages/people.tsx";
import { showPerson, submitPerson } from "./pages/person.tsx";
import {
  showForgotPassword,
  showResetPassword,
  showVerifyEmail,
  submitForgotPassword,
  submitResetPassword,
  submitVerifyEmail,
} from "./pages/reset.tsx";
import { showRoles } from "./pages/roles.tsx";
import { showSecondStep, submitSecondStep } from "./pages/second-step.tsx";
import { showSecurity, submitSecurity } from "./pages/security.tsx";
import { showSignIn, submitOpenId, submitSignIn, submitSignOut } from "./pages/sign-in.tsx";

export const accountRoutes: readonly MemberRoute[] = [
  { path: "/sign-in", access: "anyone", page: showSignIn },
  { path: "/sign-in", access: "anyone", action: submitSignIn },
  { path: "/sign-in/second-step", access: "anyone", page: showSecondStep },
  { path: "/sign-in/second-step", access: "anyone", action: submitSecondStep },
  { path: "/sign-in/with/:provider", access: "anyone", action: submitOpenId },
  { path: "/sign-out", access: "anyone", action: submitSignOut },
  { path: "/forgot-password", access: "anyone", page: showForgotPassword },
  { path: "/forgot-password", access: "anyone", action: submitForgotPassword },
  { path: "/reset-password", access: "anyone", page: showResetPassword },
  { path: "/reset-password", access: "anyone", action: submitResetPassword },
  { path: "/verify-email", access: "anyone", page: showVerifyEmail },
  { path: "/verify-email", access: "anyone", action: submitVerifyEmail },
  { path: "/setup/:token", access: "anyone", page: showOffer },
  { path: "/setup/:token", access: "anyone", action: submitOffer },
  { path: "/invitation/:token", access: "anyone", page: showOffer },
  { path: "/invitation/:token", access: "anyone", action: submitOffer },
  { path: "/members/account", access: "account.own", page: showAccount },
  { path: "/members/account", access: "account.own", action: submitAccount },
  { path: "/members/account/security", access: "account.own", page: showSecurity },
  { path: "/members/account/security", access: "account.own", action: submitSecurity },
  { path: "/members/account/data", access: "account.own", raw: downloadPersonalData },
  { path: "/members/account/data", access: "account.own", action: submitErasure },
  { path: "/members/roles", access: "members.read", page: showRoles },
  { path: "/members/people", access: "people.invite", page: showPeople },
  { path: "/members/people", access: "people.invite", action: submitPeople },
  { path: "/members/people/:id", access: "people.invite", page: showPerson },
  { path: "/members/people/:id", access: "people.invite", action: submitPerson },
];
