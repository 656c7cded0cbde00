import { type Language, languageTags } from "../../core/language.ts";

/** ISO 4217 codes of the money in which these contracts are made. */
export const currencies = ["JPY", "CNY", "USD", "EUR"] as const;
export type Currency = (typeof currencies)[number];

/** In the smallest unit of the currency, so that no sum is ever rounded. */
export interface Amount {
  minor: number;
  currency: Currency;
}

export function isCurrency(text: string): text is Currency {
  return currencies.some((currency) => currency === text);
}

export type AmountReading = { amount: Amount | null } | { problem: "currency-missing" | "amount-missing" | "amount" };

/** An amount as people write it, 「1,200,000」 or “35.50”; digits after the point no more than the currency has. */
export function readAmount(written: string, currency: string): AmountReading {
  const text = written.normalize("NFKC").replaceAll(/[,\s]/g, "");
  if (text === "") return currency === "" ? { amount: null } : { problem: "amount-missing" };
  // What is no number is said first: choosing a currency would not mend it.
  const match = /^(\d{1,13})(?:\.(\d+))?$/.exec(text);
  if (!match) return { problem: "amount" };
  if (!isCurrency(currency)) return { problem: "currency-missing" };
  const decimals = countDecimals(currency);
  const fraction = match[2] ?? "";
  if (fraction.length > decimals) return { problem: "amount" };
  const minor = Number(`${match[1]}${fraction.padEnd(decimals, "0")}`);
  return Number.isSafeInteger(minor) ? { amount: { minor, currency } } : { problem: "amount" };
}

/** As it is typed into a form again. */
export function typeAmount({ minor, currency }: Amount): string {
  const decimals = countDecimals(currency);
  const digits = String(minor).padStart(decimals + 1, "0");
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

export function writeAmount(amount: Amount, language: Language): string {
  const { currency } = amount;
  const format = new Intl.NumberFormat(languageTags[language], {
    style: "currency",
    currency,
    currencyDisplay: "code",
  });
  // A string keeps every digit: numbers would be rounded on the way (ECMA-402, 16.5.16).
  return format.format(typeAmount(amount) as `${number}`);
}

function countDecimals(currency: Currency): number {
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 0;
}
