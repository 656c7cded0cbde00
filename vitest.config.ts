import { defineConfig } from "vitest/config";

const shared = {
  globalSetup: "src/testing/global-setup.ts",
  pool: "forks",
  testTimeout: 20_000,
  hookTimeout: 60_000,
} as const;

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    maxWorkers: 2,
    projects: [
      // Files share a process and what it imported, which halves the time; each has a database of its own all the same.
      { extends: true, test: { ...shared, name: "unit", isolate: false, include: ["src/**/*.test.{ts,tsx}"] } },
      {
        extends: true,
        test: {
          ...shared,
          name: "whole",
          include: ["test/**/*.test.{ts,tsx}"],
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
