import { ChoiceField, type FieldProps, fieldId, TextField } from "../../../web/components/form/field.tsx";
import { currencies } from "../contract-amount.ts";

/** One calendar day: a contract is signed on one. */
export function DayField({ name, label, error, words, required, value }: FieldProps & { value: string }) {
  return (
    <div class={error ? "form-field has-error" : "form-field"}>
      <label for={fieldId(name)}>
        {label}
        {required && <span class="form-required">{words.required}</span>}
      </label>
      {error && (
        <p class="form-error" id={`${fieldId(name)}-error`}>
          {error}
        </p>
      )}
      <input
        id={fieldId(name)}
        type="date"
        name={name}
        value={value}
        class="form-date"
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${fieldId(name)}-error` : undefined}
      />
    </div>
  );
}

interface MoneyFieldsProps {
  amount: FieldProps;
  currency: FieldProps;
  input: { amount: string; currency: string };
}

/** An amount beside its currency. */
export function MoneyFields({ amount, currency, input }: MoneyFieldsProps) {
  return (
    <div class="case-money">
      <TextField {...amount} value={input.amount} numeric />
      <ChoiceField {...currency} value={input.currency} options={currencies.map((value) => ({ value, text: value }))} />
    </div>
  );
}
